import { describe, expect, test } from '@jest/globals';
import { lastWindowAhead, lastWindowBefore } from '../../src/core/last-window.ts';
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

  test('may be just long enough, and not a minute shorter', () => {
    expect(lastWindowBefore(busy, instantOf(tuesday, at(10, 5), zone))).toBe(
      instantOf(tuesday, at(9, 55), zone),
    );
    expect(lastWindowBefore(busy, instantOf(tuesday, at(10, 4), zone))).toBe(
      instantOf(tuesday, at(7, 30), zone),
    );
  });

  test('is looked for no further back than a long weekend', () => {
    const free = timetable({
      students: 'own',
      contact: { beforeFirstBell: 0, afterLastBell: 60 },
      blocks: [block('other', at(8), at(15), everyDay)],
      absences: [{ start: monday, end: monday }],
    });
    // Away on Monday the 16th: from Tuesday four days back are Friday, from Wednesday they are Saturday.
    expect(lastWindowBefore(free, instantOf(tuesday, at(8), zone))).toBe(
      instantOf('2026-11-13', at(15), zone),
    );
    const longer = { ...free, absences: [{ start: monday, end: tuesday }] };
    expect(lastWindowBefore(longer, instantOf('2026-11-18', at(8), zone))).toBeUndefined();
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

describe('the last moment of a day to hear what can wait', () => {
  const ahead = (date: string, minute: number) => lastWindowAhead(busy, instantOf(date, minute, zone));

  test('is after the last bell, and now once that has begun', () => {
    expect(ahead(tuesday, at(9))).toBe(instantOf(tuesday, at(15), zone));
    expect(ahead(tuesday, at(15, 20))).toBe(instantOf(tuesday, at(15, 20), zone));
  });

  test('is that of the next school day when too little of this one is left', () => {
    expect(ahead(monday, at(15, 50))).toBe(instantOf(monday, at(15, 50), zone));
    expect(ahead(monday, at(15, 51))).toBe(instantOf(tuesday, at(15), zone));
    expect(ahead(friday, at(15, 51))).toBe(instantOf('2026-11-23', at(15), zone));
  });

  test('is the last of its day that is long enough', () => {
    const short = { ...busy, contact: { beforeFirstBell: 30, afterLastBell: 9 } };
    expect(lastWindowAhead(short, instantOf(tuesday, at(7), zone))).toBe(instantOf(tuesday, at(9, 55), zone));
  });

  test('is none when none comes before a long weekend is over', () => {
    const away = (...dates: string[]) => ({
      ...busy,
      absences: dates.map((date) => ({ start: date, end: date })),
    });
    const evening = instantOf('2026-11-19', at(18), zone);
    expect(lastWindowAhead(away(friday), evening)).toBe(instantOf('2026-11-23', at(15), zone));
    expect(lastWindowAhead(away(friday, '2026-11-23'), evening)).toBeUndefined();
  });
});
