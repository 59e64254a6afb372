import { describe, expect, test } from '@jest/globals';
import { lastWindowAhead, lastWindowBefore } from '../../src/core/last-window.ts';
import { isQuiet } from '../../src/core/quiet-hours.ts';
import { instantOf, MINUTE } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyMinute, timetableAround } from './arbitraries.ts';
import {
  at,
  block,
  everyDay,
  friday,
  monday,
  school,
  timetable,
  tuesday,
  wednesday,
} from './sample-school.ts';

const { zone } = school;
const busy = timetable({
  students: 'own',
  contact: { beforeFirstBell: 30, afterLastBell: 60 },
  blocks: [block('other', at(8), at(9, 55), everyDay), block('other', at(10, 30), at(15), everyDay)],
});

describe('the last moment to think of a visit', () => {
  test('is the gap before it, where there is one that is long enough', () => {
    expect(lastWindowBefore(busy, instantOf(tuesday, at(10, 20), zone))).toBe(
      instantOf(tuesday, at(9, 55), zone),
    );
  });

  test('else the morning, else the afternoon of the school day before, also over a weekend', () => {
    const morning = lastWindowBefore(busy, instantOf(tuesday, at(9, 58), zone));
    const late = {
      ...busy,
      contact: { beforeFirstBell: 0, afterLastBell: 60 },
      blocks: [block('other', at(8), at(15), everyDay)],
    };
    expect(morning).toBeLessThan(instantOf(tuesday, at(8), zone));
    expect(lastWindowBefore(late, instantOf(tuesday, at(10), zone))).toBe(instantOf(monday, at(15), zone));
    expect(lastWindowBefore(late, instantOf('2026-11-23', at(10), zone))).toBe(
      instantOf(friday, at(15), zone),
    );
  });

  test('is never a quiet one, and leaves ten minutes to think', () => {
    const cases = anyDate.chain((date) => fc.tuple(fc.constant(date), timetableAround(date), anyMinute));
    fc.assert(
      fc.property(cases, ([date, one, minute]) => {
        const visit = instantOf(date, minute, one.school.zone);
        const window = lastWindowBefore(one, visit);
        if (window === undefined) return;
        expect(isQuiet(one, window)).toBe(false);
        expect(visit - window).toBeGreaterThanOrEqual(10 * MINUTE);
      }),
    );
  });
});

describe('the last stretch of a day, where what can wait comes together', () => {
  const ahead = (date: string, minute: number) => lastWindowAhead(busy, instantOf(date, minute, zone));

  test('is its last long enough, not the next', () => {
    expect(ahead(tuesday, at(9))).toBe(instantOf(tuesday, at(15), zone));
    const early = { ...busy, contact: { beforeFirstBell: 30, afterLastBell: 5 } };
    expect(lastWindowAhead(early, instantOf(tuesday, at(9), zone))).toBe(instantOf(tuesday, at(9, 55), zone));
  });

  test('is now once it has begun, as long as enough of it is left', () => {
    expect(ahead(tuesday, at(15, 20))).toBe(instantOf(tuesday, at(15, 20), zone));
    expect(ahead(tuesday, at(15, 50))).toBe(instantOf(tuesday, at(15, 50), zone));
    expect(ahead(tuesday, at(15, 51))).toBe(instantOf(wednesday, at(15), zone));
  });

  test('is looked for over a long weekend, and no further', () => {
    expect(ahead(friday, at(16))).toBe(instantOf('2026-11-23', at(15), zone));
    const { closedDates } = school;
    const holiday = (...days: string[]) => ({
      ...busy,
      school: { ...school, closedDates: [...closedDates, ...days] },
    });
    const from = instantOf(friday, at(16), zone);
    expect(lastWindowAhead(holiday('2026-11-23'), from)).toBe(instantOf('2026-11-24', at(15), zone));
    expect(lastWindowAhead(holiday('2026-11-23', '2026-11-24'), from)).toBeUndefined();
    expect(lastWindowBefore(holiday('2026-11-23'), instantOf('2026-11-24', at(7), zone))).toBe(
      instantOf(friday, at(15), zone),
    );
    expect(
      lastWindowBefore(holiday('2026-11-23', '2026-11-24'), instantOf('2026-11-25', at(7), zone)),
    ).toBeUndefined();
  });
});
