import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { labels, pair, settleRoom12 } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());
beforeEach(async () => {
  await school.restart(at('2026-11-27', '15:00'));
  await settleRoom12(school);
  await pair(school, 'Maya Brooks', 'Mr. Okafor', { students: 'Bee, Wren', focuses: ['handwriting'] });
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40, math every day 10-11');
});

describe('“schedule week”', () => {
  test('answers at once with a week that meets every mandate', async () => {
    const card = await school.says('Maya Brooks', 'schedule week');
    expect(labels(card)).toEqual(['Send to all teachers', 'Change a visit', 'Who is in each visit']);
  });
});
