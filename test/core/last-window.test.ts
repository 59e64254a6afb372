import { describe, expect, test } from '@jest/globals';
import { lastWindowBefore } from '../../src/core/last-window.ts';
import { isQuiet } from '../../src/core/quiet-hours.ts';
import { instantOf, MINUTE } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyMinute, timetableAround } from './arbitraries.ts';
import { at, block, everyDay, friday, monday, school, timetable, tuesday } from './sample-school.ts';

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
