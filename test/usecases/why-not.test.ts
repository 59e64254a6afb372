import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { settleRoom12 } from './scenes.ts';

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
