import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { formOf, labels, options, pair, settleRoom12, tapAction, visitsIn } from './scenes.ts';

/** Friday after school; the week asked about is the next one. */
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(at('2026-11-27', '15:00'));
  await settleRoom12(school);
  await school.says('Ms. Rivera', 'routine math every day 11-11:40');
  await school.says('Ms. Rivera', 'test Thu 9-9:40');
});
afterAll(() => school.close());

const says = async (words: string): Promise<string> => school.text(await school.says('Maya Brooks', words));

test.each([
  ['why not Thursday?', 'Room 12: Thu 10:00–10:30 would work: Centers, fits fine motor.'],
  ['why not Thu at 9', 'the class has test then, which does not fit what you work on there.'],
  ['why not tue at 9:30 in room 12', 'Writing fits, but a whole visit begins between 9:00 and 9:10.'],
  ['how come not Tuesday at 11?', 'fits fine motor'],
  ['why not Tue at 1?', 'I don’t know what the class does then.'],
  ['why not Saturday', 'there is no school on'],
  ['why not?', 'Which day?'],
])('“%s” is answered in words', async (asked, answer) => {
  expect(await says(asked)).toContain(answer);
});

test('a time that would do comes with why another stands first, and one tap asks for it', async () => {
  const card = await school.says('Maya Brooks', 'why not Thursday');
  expect(card.parts[0]).toMatchObject({
    kind: 'option',
    detail: expect.stringContaining('I put'),
    action: { name: 'visit.propose' },
  });
});

test('the question is a button too, under the times on offer', async () => {
  const offered = await school.says('Maya Brooks', 'schedule');
  expect(labels(offered)).toEqual(['Plan the whole week', 'Why not another day?']);
  const form = formOf(await school.tap('Maya Brooks', offered, 'Why not another day?'));
  const [day] = form.fields;
  const days = day?.kind === 'choice' ? day.options : [];
  expect(days.map(({ label }) => label)).toEqual([
    'Today',
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Fri, Dec 4',
  ]);
  const thursday = days.find(({ value }) => value === '2026-12-03')?.value ?? '';
  const answer = await school.submits('Maya Brooks', form.name, { day: thursday });
  expect(school.cardOf(answer)).toEqual(await school.says('Maya Brooks', 'why not Thursday?'));
  expect(await school.submits('Maya Brooks', form.name, { day: '' })).toMatchObject({ kind: 'faults' });
});

describe('what is not a visit in class has its reasons too', () => {
  beforeAll(async () => {
    await school.restart(at('2026-11-27', '15:00'));
    await school.says(
      'Mr. Okafor',
      'routine reading every day 9-9:40, recess every day 10-10:20, lunch every day 11:40-12:25, music Tue 1-1:45',
    );
    await pair(school, 'Maya Brooks', 'Mr. Okafor', {
      students: 'Bee, Wren',
      focuses: ['handwriting'],
      setting: 'pull_out',
      count: '1',
      differing: 'Wren: 1 × 30 with the adults',
    });
  });

  test.each([
    ['why not Thursday?', 'Room 7, outside: Thu 9:00–9:30 would work, during reading.'],
    ['why not Thursday at 9?', 'Room 7, outside: Thu 9:00–9:30 would work'],
    ['why not Thu at 9:30', 'Room 7, outside: Reading fits, but a whole visit begins between 9:00 and 9:10.'],
    ['why not Thu at 10', 'Room 7, outside: the class has recess then, which nobody should miss.'],
    ['why not Thu at 2', 'Room 7, outside: I don’t know what the class does then.'],
    ['why not Tuesday?', 'Room 7, a talk: Tue 1:00–1:30 would work.'],
    [
      'why not Tue at 1:40?',
      'Room 7, a talk: the teacher has time then, but a whole talk begins between 1:00 and 1:15.',
    ],
    [
      'why not Thursday?',
      'Room 7, a talk: the teacher has no stretch that long without students on Thursday.',
    ],
    ['why not Thu at 9', 'Room 7, a talk: the teacher has students or lunch then.'],
  ])('“%s” is answered in words', async (asked, answer) => {
    expect(await says(asked)).toContain(answer);
  });

  test('and one tap asks for it, for the students it is for', async () => {
    const card = await school.says('Maya Brooks', 'why not Tuesday?');
    const talk = options(card).find(({ words }) => words.includes('a talk'));
    if (!talk) throw new Error('no talk on offer');
    await tapAction(school, 'Maya Brooks', talk.action);
    expect(await visitsIn(school, 'proposed')).toEqual([
      expect.objectContaining({ setting: 'consult', date: '2026-12-01', start_minute: 13 * 60 }),
    ]);
    expect(school.last('Mr. Okafor').card.title).toContain('would like to talk with you');
    expect(await says('why not Tuesday?')).not.toContain('Tue 1:00–1:30 would work');
  });
});
