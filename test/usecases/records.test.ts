import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, formOf, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
});
afterAll(() => school.close());

const held = async (date: string, tally: string) => {
  school.setTo(at(date, '9:40'));
  const log = await school.says('Maya Brooks', 'log');
  const recorded = school.cardOf(await school.tap('Maya Brooks', log, 'As planned'));
  const note = formOf(await school.tap('Maya Brooks', recorded, 'Add a note'));
  await school.submits('Maya Brooks', note.name, { tally, prompt: 'words' }, note.ref);
};
const open = async (button: string) =>
  school.text(
    school.cardOf(await school.tap('Maya Brooks', await school.says('Maya Brooks', 'minutes'), button)),
  );

describe('a therapist’s own records', () => {
  test('tell each goal month by month: visits, what was counted, the help it took', async () => {
    await held('2026-12-01', '2 of 5');
    await held('2026-12-03', '4 of 5');
    expect(await open('How it goes')).toBe(
      'How it goes\nRoom 12 · Fine motor\nDec: 2 visits, 6 of 10 (60 %), mostly with words',
    );
  });

  test('come as a table to copy, with aliases and without a name', async () => {
    await held('2026-12-01', '2 of 5');
    const lines = (await open('As a table')).split('\n').slice(2);
    expect(lines).toEqual([
      '"date","room","where","minutes","went","why","worked on","with","hits","tries","help"',
      '"2026-12-01","Room 12","in class",30,"as planned","","fine motor","K. Otter",2,5,"with words"',
    ]);
    expect(lines.join()).not.toMatch(/Rivera|Brooks/);
  });

  test('are nobody else’s', async () => {
    await held('2026-12-01', '2 of 5');
    for (const name of ['minutes.progress', 'minutes.table']) {
      const button = { name, label: '', ref: '' };
      expect(school.text(school.cardOf(await tapAction(school, 'Jonah Price', button)))).toMatch(/^Nothing/);
      expect(school.cardOf(await tapAction(school, 'Ms. Rivera', button)).kind).toBe('outdated');
    }
  });
});
