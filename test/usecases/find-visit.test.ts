import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, labels, options, settleRoom12, tapAction, visitsIn } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Tue');
});
afterAll(() => school.close());

const visitOfTuesday = 'Agreed: Maya Brooks in Room 12, Tuesday 9:00–9:30, Writing';
const mayasTuesday = 'Agreed: Room 12, Tuesday 9:00–9:30 · Writing';

describe('a visit is one tap or one line away', () => {
  test('from the week of either, where everything can be done with it', async () => {
    const [hers] = options(await school.says('Ms. Rivera', 'week'));
    if (!hers) throw new Error('no row');
    const card = school.cardOf(await tapAction(school, 'Ms. Rivera', hers.action));
    expect(card.title).toBe(visitOfTuesday);
    expect(labels(card)).toEqual(['Another time after all', 'Change roles']);
    const [mayas] = options(await school.says('Maya Brooks', 'week'));
    if (!mayas) throw new Error('no row');
    const own = school.cardOf(await tapAction(school, 'Maya Brooks', mayas.action));
    expect(labels(own)).toEqual(['Pick a plan', 'I can’t come', 'Change roles', 'Offer a hand']);
    await school.tap('Maya Brooks', own, 'I can’t come');
    expect(await visitsIn(school, 'withdrawn')).toHaveLength(1);
  });

  test.each([
    'cancel maya tuesday',
    'can we move tuesdays visit to wednesday?',
    'when is maya coming',
    'is Ms. Brooks coming tomorow?',
    'what time is the visit tues',
    'no visits tuesday pls',
    'need to reschedule w maya',
  ])('in a teacher’s words: “%s”', async (words) => {
    expect((await school.says('Ms. Rivera', words)).title).toBe(visitOfTuesday);
    expect(await visitsIn(school, 'agreed')).toHaveLength(1);
  });

  test.each([
    'I can’t make it tuesday at 9',
    'cancel room 12 tomorrow',
    'have to cancel ms rivera',
    'when am i in room 12',
    'can we reschedule my session with rivera',
    'wont make it to room 12 tues',
  ])('in a therapist’s words: “%s”', async (words) => {
    expect((await school.says('Maya Brooks', words)).title).toBe(mayasTuesday);
    expect(await visitsIn(school, 'agreed')).toHaveLength(1);
  });

  test('where several are meant, each is one tap away', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Wed');
    const card = await school.says('Ms. Rivera', 'when is Maya coming?');
    expect(card.title).toBe('Which visit do you mean?');
    expect(options(card).map(({ words }) => words)).toEqual([
      'Tuesday 9:00–9:30 · Writing · Maya Brooks',
      'Wednesday 9:00–9:30 · Writing · Maya Brooks',
    ]);
  });

  test('where none is meant, it says so', async () => {
    expect((await school.says('Ms. Rivera', 'when is jonah coming')).title).toBe('No visit is planned yet');
    expect((await school.says('Maya Brooks', 'cancel room 12 friday')).title).toBe(
      'No visit is planned then',
    );
  });

  test('what says more than that is heard as ever', async () => {
    const titles = async (words: string) => (await school.says('Ms. Rivera', words)).title;
    expect(await titles('no visit tues, math test 9-10')).toBe('Room 12, Tuesday 9:00–10:00 · Test');
    expect(await titles('writing moved to 1:30 wednesday, maya can come then')).not.toContain('visit');
    expect((await school.says('Maya Brooks', 'out sick tomorrow')).kind).toBe('absence');
  });

  test('a question about something else is no question about an unknown class', async () => {
    expect((await school.says('Ms. Rivera', 'what did maya say')).kind).toBe('unknown');
  });

  test('nobody opens a visit of others', async () => {
    const [hers] = options(await school.says('Ms. Rivera', 'week'));
    if (!hers) throw new Error('no row');
    for (const other of ['Mr. Okafor', 'Jonah Price'] as const)
      expect(school.cardOf(await tapAction(school, other, hers.action)).kind).toBe('outdated');
  });
});
