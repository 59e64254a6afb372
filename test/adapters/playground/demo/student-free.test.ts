import { describe, expect, test } from '@jest/globals';
import { disturbances, weeks } from '../../../../adapters/playground/demo/student-free.ts';
import { zone } from '../../../../adapters/playground/maple-street.ts';

const message = (name: string, at: string) => ({ name, seat: 'U1', title: 'Hello', at: Date.parse(at) });
const disturbs = (name: string, at: string): boolean =>
  disturbances([message(name, at)], weeks, zone).length === 1;

describe('the demo’s own arithmetic', () => {
  // School is on Eastern Standard Time that week: 8:10 is 13:10 UTC.
  test.each([
    ['before the first bell', 'Ms. Rivera', '2026-11-09T13:09:59Z', false],
    ['at the first bell', 'Ms. Rivera', '2026-11-09T13:10:00Z', true],
    ['a minute before lunch', 'Ms. Rivera', '2026-11-09T16:39:00Z', true],
    ['at lunch', 'Ms. Rivera', '2026-11-09T16:40:00Z', false],
    ['as lunch ends', 'Ms. Rivera', '2026-11-09T17:25:00Z', true],
    ['after the last bell', 'Ms. Rivera', '2026-11-09T19:45:00Z', false],
    ['at night', 'Ms. Rivera', '2026-11-10T04:00:00Z', false],
    ['on a Saturday', 'Ms. Rivera', '2026-11-14T16:40:00Z', true],
    ['in a therapist’s group', 'Jonah Price', '2026-11-09T12:40:00Z', true],
    ['on a day without that group', 'Jonah Price', '2026-11-10T12:40:00Z', false],
  ])('a message %s to %s at %s disturbs: %s', (_when, name, at, expected) => {
    expect(disturbs(name, at)).toBe(expected);
  });

  test('knows no excuse for somebody whose week it does not have', () => {
    expect(() => disturbs('Somebody', '2026-11-09T13:10:00Z')).toThrow('Somebody told no week');
  });
});
