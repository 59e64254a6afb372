import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { replacePosts } from '../../src/store/posts.ts';
import { addSchool } from '../../src/store/schools.ts';
import { at, type MapleStreet, openMapleStreet, zone } from './maple-street.ts';
import {
  beforeSchool,
  got,
  idOf,
  labels,
  office,
  openOffice,
  options,
  settleRoom12,
  stored,
  tapAction,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await openOffice(school);
  await settleRoom12(school);
  const dana = await idOf(school, 'Dana Lee');
  await stored(school, async (trx) => {
    const oak = await addSchool(trx, { name: 'Oak Hill Elementary', zone, first_bell: 490, last_bell: 885 });
    const teacherId = await addMember(trx, { schoolId: oak, name: 'Ms. Birch', role: 'teacher' });
    await addClassroom(trx, { schoolId: oak, teacherId, name: 'Room 3' });
    await replacePosts(trx, dana, [oak]);
  });
});
afterAll(() => school.close());

const changes = () => stored(school, (trx) => trx.selectFrom('changes').selectAll().execute());
const standing = async () => (await changes()).filter(({ undone_at }) => undone_at === null).length;
const tapLabel = async (card: Card, label: string) =>
  school.cardOf(await school.tap(office as never, card, label));

describe('a coordinator of several schools tells of a day', () => {
  test('and is asked for which school, once and with a tap', async () => {
    const asked = await school.says(office, 'assembly Thu 10-11');
    expect(asked.title).toBe('For which school?');
    expect(labels(asked)).toEqual(['Maple Street School', 'Oak Hill Elementary', 'Both']);
    expect(await changes()).toEqual([]);
    const told = await tapLabel(asked, 'Oak Hill Elementary');
    expect(told.title).toBe('Oak Hill Elementary, Thursday: assembly 10:00–11:00');
    expect(got(school, 'Maya Brooks', 'change-news')).toEqual([]);
    await tapLabel(told, 'Undo');
    expect(await standing()).toBe(0);
  });

  test('or of both, each with its own way back', async () => {
    const told = await tapLabel(await school.says(office, 'snow day tomorrow'), 'Both');
    const rows = options(told);
    expect(rows.map(({ words }) => words)).toEqual([
      'Maple Street School, tomorrow: snow day',
      'Oak Hill Elementary, tomorrow: snow day',
    ]);
    const news = got(school, 'Maya Brooks', 'change-news').at(-1);
    expect(news?.card.title).toBe('Maple Street School, tomorrow: snow day');
    const [, oak] = rows;
    if (oak) await tapAction(school, office as never, oak.action);
    expect(await standing()).toBe(1);
  });

  test('a school, a room or a grade that is named needs no question', async () => {
    for (const [words, title] of [
      ['assembly Thu 10-11 at Oak Hill', 'Oak Hill Elementary, Thursday: assembly 10:00–11:00'],
      [
        'early release Friday at 12:30 at maple street',
        'Maple Street School, Friday: early release at 12:30',
      ],
      ['Room 3 has a sub today', 'Room 3, today: a sub'],
      ['field trip Room 12 wednesday all day', 'Room 12, Wednesday: field trip all day'],
    ] as const)
      expect((await school.says(office, words)).title).toBe(title);
  });

  test('what cannot be done anywhere is said at once', async () => {
    expect(school.text(await school.says(office, 'assembly 10-11'))).toContain(
      'like “assembly Thursday 10–11”',
    );
    expect((await school.says(office, 'snow day')).title).toBe('Nothing was changed yet');
    expect((await school.says(office, 'Room 99 has a sub today')).title).toBe('I don’t know “Room 99”');
    expect((await school.says(office, 'we have a sub tomorrow')).title).toBe('Which class?');
  });

  test('a tap of another day says so, for “tomorrow” would be another', async () => {
    const asked = await school.says(office, 'snow day tomorrow');
    school.setTo(at('2026-12-01', '07:41'));
    expect((await tapLabel(asked, 'Both')).title).toBe('That was said on another day');
    expect(await changes()).toEqual([]);
  });
});
