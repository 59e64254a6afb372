import { describe, expect, test } from '@jest/globals';
import { type StudentMandate, stillDue } from '../../../src/core/week-plan/student-mandate.ts';

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
    ['none after it ended', mandate({ endsOn: '2026-10-30' }), [], 0],
  ] as const)('%s', (_words, given, served, sessions) => {
    expect(stillDue(given, monday, served)).toBe(sessions);
  });

  test('in the last week of a month all that is left', () => {
    expect(stillDue(mandate({ period: 'month', count: 4 }), '2026-11-23', ['2026-11-03'])).toBe(3);
  });
});
