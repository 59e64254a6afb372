import { describe, expect, test } from '@jest/globals';
import { type StudentMandate, settingIn, stillDue } from '../../../src/core/week-plan/student-mandate.ts';

const mandate = (changes: Partial<StudentMandate>): StudentMandate => ({
  id: 'm',
  pairingId: 'p',
  studentId: 's',
  count: 2,
  minutes: 30,
  period: 'week',
  setting: 'push_in',
  rhythm: 'every_week',
  startsOn: null,
  endsOn: null,
  ...changes,
});
/** The first of four weeks with a Friday in November 2026. */
const monday = '2026-11-02';

describe('sessions still to find in a week', () => {
  test.each([
    ['all of a week’s, while none is planned', mandate({}), [], 2],
    ['less those that stand', mandate({}), ['2026-11-04'], 1],
    ['none when all stand', mandate({}), ['2026-11-03', '2026-11-05'], 0],
    ['last week’s do not count', mandate({}), ['2026-10-29'], 2],
    ['a month’s are spread over its weeks', mandate({ period: 'month', count: 4 }), [], 1],
    [
      'what the month missed comes later',
      mandate({ period: 'month', count: 4 }),
      ['2026-11-02', '2026-11-04'],
      0,
    ],
    ['a quarter’s too', mandate({ period: 'quarter', count: 8 }), [], 1],
    ['a school year’s too', mandate({ period: 'year', count: 36 }), [], 2],
    ['none before it begins', mandate({ startsOn: '2026-11-09' }), [], 0],
    ['all of its first week’s, if only a Friday is left of it', mandate({ startsOn: '2026-11-06' }), [], 2],
    ['none for a weekend', mandate({ startsOn: '2026-11-07' }), [], 0],
    ['none after it ended', mandate({ endsOn: '2026-11-01' }), [], 0],
    ['all of its last week’s, if only a Monday is left of it', mandate({ endsOn: '2026-11-02' }), [], 2],
    [
      'a month’s over the weeks until it ends',
      mandate({ period: 'month', count: 4, endsOn: '2026-11-13' }),
      [],
      2,
    ],
    [
      'less on a Friday than a day before it',
      mandate({ period: 'month', count: 4, endsOn: '2026-11-12' }),
      [],
      4,
    ],
    ['not over weeks of the next month', mandate({ period: 'month', count: 8, endsOn: '2026-12-31' }), [], 2],
    ['last month’s do not count', mandate({ period: 'month', count: 5 }), ['2026-10-31'], 2],
    ['the month’s first day does', mandate({ period: 'month', count: 5 }), ['2026-11-01'], 1],
    ['the week’s Sunday does', mandate({}), ['2026-11-08'], 1],
    ['the next Monday does not', mandate({}), ['2026-11-09'], 2],
    ['none, when more than asked for stand', mandate({ count: 1 }), ['2026-11-03', '2026-11-04'], 0],
  ] as const)('%s', (_words, given, served, sessions) => {
    expect(stillDue(given, monday, served)).toBe(sessions);
  });

  test('in the last week of a month all that is left', () => {
    expect(stillDue(mandate({ period: 'month', count: 4 }), '2026-11-23', ['2026-11-03'])).toBe(3);
  });
});

describe('sessions are in a week', () => {
  const three = { rhythm: 'three_one' as const, startsOn: '2026-11-02' };

  test.each([
    ['where the mandate says', {}, '2026-11-23', 'push_in'],
    ['there too when it begins on a day', { startsOn: '2026-11-02' }, '2026-11-23', 'push_in'],
    ['there in the first of three and one', three, '2026-11-02', 'push_in'],
    ['there in the third', three, '2026-11-16', 'push_in'],
    ['with the adults in the fourth', three, '2026-11-23', 'consult'],
    ['and back in the fifth', three, '2026-11-30', 'push_in'],
    ['in no rhythm before somebody said from when', { ...three, startsOn: null }, '2026-11-23', 'push_in'],
  ] as const)('%s', (_words, given, of, setting) => {
    expect(settingIn(mandate(given), of)).toBe(setting);
  });
});
