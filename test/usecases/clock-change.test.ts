import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { got, settleRoom12 } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());

describe('over a weekend on which the clocks change', () => {
  test.each([
    ['forward', '2027-03-12', '2027-03-15'],
    ['back', '2026-10-30', '2026-11-02'],
  ])('%s, a minute of the school day stays that minute, on Slack and on Teams', async (_, friday, monday) => {
    await school.restart(at(friday, '07:41'));
    await settleRoom12(school);
    school.setTo(at(friday, '16:30'));
    const promised = await school.says('Maya Brooks', 'ask Room 12 mon 10');
    expect(promised.title).toBe('I’ll ask Ms. Rivera Monday at 7:40');
    await school.moveTo(at(monday, '07:41'));
    // Ms. Rivera is on Teams, Maya Brooks on Slack.
    const asked = got(school, 'Ms. Rivera', 'ask').filter(({ card }) => card.push.includes('Monday at 10'));
    expect(asked.map((message) => message.at)).toEqual([at(monday, '07:40')]);
    await school.says('Ms. Rivera', 'science today 10-10:45');
    expect(got(school, 'Maya Brooks', 'activity-news').at(-1)?.at).toBe(at(monday, '07:41'));
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(school.text(await school.says(name, 'settings'))).toMatch(/Today I may write to you 7:40–/);
  });
});
