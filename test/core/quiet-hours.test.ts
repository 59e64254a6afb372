import { describe, expect, test } from '@jest/globals';
import { BELL_GUARD_MINUTES, isQuiet, nextOpen, openWindows } from '../../src/core/quiet-hours.ts';
import { addDays, DAY, instantOf, localTime, MINUTE, weekdayOf } from '../../src/core/time.ts';
import type { Timetable } from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyMinute, timetableAround } from './arbitraries.ts';
import { at, away, block, everyDay, friday, monday, school, timetable, tuesday } from './sample-school.ts';

const teacher = timetable({ blocks: [block('prep', at(11, 40), at(12, 20), everyDay, false)] });
const zone = school.zone;
const wall = (date: string, minute: number) => instantOf(date, minute, zone);

describe('quiet hours of a teacher', () => {
  test('open before school, in her prep, and after dismissal', () => {
    expect(openWindows(teacher, monday)).toEqual([
      { start: at(7, 30), end: at(7, 58) },
      { start: at(11, 40), end: at(12, 18) },
      { start: at(15), end: at(16) },
    ]);
  });

  test('nothing on a closed day, a weekend, or a day away', () => {
    expect(openWindows(teacher, '2026-11-26')).toEqual([]);
    expect(openWindows(teacher, '2026-11-21')).toEqual([]);
    expect(openWindows({ ...teacher, absences: [away(monday)] }, monday)).toEqual([]);
  });

  test('a person may narrow her contact hours', () => {
    const narrow = { ...teacher, contact: { beforeFirstBell: 0, afterLastBell: 10 } };
    expect(openWindows(narrow, monday)).toEqual([
      { start: at(11, 40), end: at(12, 18) },
      { start: at(15), end: at(15, 10) },
    ]);
  });

  test('a message at half past ten waits for the prep', () => {
    expect(isQuiet(teacher, wall(monday, at(10, 30)))).toBe(true);
    expect(nextOpen(teacher, wall(monday, at(10, 30)))).toBe(wall(monday, at(11, 40)));
  });

  test('a message in the prep goes at once, but not in the last two minutes of it', () => {
    const inPrep = wall(monday, at(12, 17)) + 59_999;
    expect(nextOpen(teacher, inPrep)).toBe(inPrep);
    expect(nextOpen(teacher, wall(monday, at(12, 18)))).toBe(wall(monday, at(15)));
  });

  test('a prep that has become class holds the message', () => {
    const held = {
      ...teacher,
      dated: [{ date: monday, start: at(11, 40), end: at(12, 20), withStudents: true }],
    };
    expect(nextOpen(held, wall(monday, at(10, 30)))).toBe(wall(monday, at(15)));
  });

  test('Friday evening waits for Monday, the eve of a holiday for the day after it', () => {
    expect(nextOpen(teacher, wall(friday, at(17)))).toBe(wall('2026-11-23', at(7, 30)));
    expect(nextOpen(teacher, wall('2026-11-25', at(17)))).toBe(wall('2026-11-30', at(7, 30)));
  });

  test('what is of no use after a time is not sent later than it', () => {
    const after = wall(monday, at(10, 30));
    expect(nextOpen(teacher, after, wall(monday, at(11, 40)))).toBeUndefined();
    expect(nextOpen(teacher, after, wall(monday, at(11, 41)))).toBe(wall(monday, at(11, 40)));
  });

  test('a summer without school has no open minute', () => {
    const summer = Array.from({ length: 70 }, (_, days) => addDays('2026-06-26', days));
    const closed = { ...teacher, school: { ...school, closedDates: summer } };
    expect(nextOpen(closed, wall('2026-06-26', at(10)))).toBeUndefined();
  });

  test('sixty days are looked ahead, and not one more', () => {
    const [eve, first] = ['2026-06-30', '2026-07-01'];
    const closedFor = (days: number) => ({
      ...teacher,
      school: {
        ...school,
        schoolWeekdays: [1, 2, 3, 4, 5, 6, 7] as const,
        closedDates: Array.from({ length: days }, (_, day) => addDays(first, day)),
      },
    });
    expect(nextOpen(closedFor(59), wall(eve, at(17)))).toBe(wall(addDays(first, 59), at(7, 30)));
    expect(nextOpen(closedFor(60), wall(eve, at(17)))).toBeUndefined();
  });

  test('morning contact keeps its wall-clock time over a clock change', () => {
    const sunday = '2026-11-01';
    expect(localTime(nextOpen(teacher, wall(sunday, at(12))) ?? 0, zone)).toEqual({
      date: '2026-11-02',
      minute: at(7, 30),
    });
  });

  test('a Sunday school whose hour is skipped or repeated', () => {
    const sundays = timetable({
      school: { ...school, schoolWeekdays: [7], firstBell: 90, lastBell: 150 },
      contact: { beforeFirstBell: 30, afterLastBell: 60 },
      students: 'own',
    });
    expect(openWindows(sundays, '2026-03-08')).toEqual([{ start: 60, end: 210 }]);
    const skipped = wall('2026-03-08', 120);
    expect(localTime(skipped, zone).minute).toBe(at(3));
    expect(nextOpen(sundays, skipped)).toBe(skipped);
    const shortened = { ...sundays, contact: { beforeFirstBell: -45, afterLastBell: 60 } };
    expect(openWindows(shortened, '2026-03-08')).toEqual([{ start: at(2, 15), end: at(3, 30) }]);
    expect(nextOpen(shortened, wall('2026-03-08', 60))).toBe(wall('2026-03-08', at(3)));
    const repeated = wall('2026-11-01', 90);
    expect(nextOpen(sundays, repeated)).toBe(repeated);
    expect(nextOpen(sundays, repeated + 60 * MINUTE)).toBe(repeated + 60 * MINUTE);
  });
});

/** The promise told minute by minute, without windows. */
const mustBeQuiet = (t: Timetable, instant: number): boolean => {
  const { date, minute } = localTime(instant, t.school.zone);
  if (t.absences?.some(({ start }) => start === date) || t.school.closedDates.includes(date)) return true;
  if (!t.school.schoolWeekdays.includes(weekdayOf(date))) return true;
  if (minute < t.school.firstBell - t.contact.beforeFirstBell) return true;
  if (minute >= t.school.lastBell + t.contact.afterLastBell) return true;
  return Array.from({ length: BELL_GUARD_MINUTES + 1 }, (_, ahead) => minute + ahead).some((then) =>
    studentsWith(t, date, then),
  );
};

const studentsWith = (t: Timetable, date: string, minute: number): boolean => {
  const holds = (span: { start: number; end: number }) => span.start <= minute && minute < span.end;
  const dated = t.dated.filter((span) => span.date === date && holds(span));
  if (dated.length > 0) return dated.some((span) => span.withStudents);
  const blocks = t.blocks.filter((one) => one.weekdays.includes(weekdayOf(date)) && holds(one));
  if (blocks.length > 0) return blocks.some((one) => one.withStudents);
  return t.students === 'class' && t.school.firstBell <= minute && minute < t.school.lastBell;
};

describe('Do Not Disturb', () => {
  const busy = { start: wall(monday, at(7, 40)), end: wall(monday, at(7, 50)) };
  const undisturbed = { ...teacher, doNotDisturb: [busy] };

  test('is quiet from its first instant until its end, and no longer', () => {
    const quiet = [busy.start - 1, busy.start, busy.end - 1, busy.end].map((now) =>
      isQuiet(undisturbed, now),
    );
    expect(quiet).toEqual([false, true, true, false]);
    expect(nextOpen(undisturbed, busy.start)).toBe(busy.end);
  });

  test('is taken out of the day’s windows and of no other day’s', () => {
    expect(openWindows(undisturbed, monday).slice(0, 2)).toEqual([
      { start: at(7, 30), end: at(7, 40) },
      { start: at(7, 50), end: at(7, 58) },
    ]);
    expect(openWindows(undisturbed, tuesday)).toEqual(openWindows(teacher, tuesday));
  });
});

describe('somebody of two schools, five hours apart', () => {
  const far = 'Pacific/Honolulu';
  const inNewYork = { school, students: 'own', blocks: [block('other', at(12), at(13))], dated: [] } as const;
  const both = timetable({ students: 'own', school: { ...school, zone: far }, elsewhere: [inNewYork] });
  const there = (date: string, minute: number) => instantOf(date, minute, far);

  test('is written to when either school has her open', () => {
    expect(isQuiet(both, wall(monday, at(9)))).toBe(false);
    expect(isQuiet(both, there(monday, at(15)))).toBe(false);
    expect(isQuiet(both, wall(monday, at(5)))).toBe(true);
  });

  test('is not while students of one school are with her, though the other is open', () => {
    // Noon in New York is seven in the morning there.
    expect(isQuiet(both, wall(monday, at(12, 45)))).toBe(true);
    expect(isQuiet(timetable({ ...both, elsewhere: [] }), wall(monday, at(12, 45)))).toBe(false);
    expect(nextOpen(both, wall(monday, at(12)))).toBe(wall(monday, at(13)));
    expect(openWindows(both, monday)).toEqual([
      { start: at(2, 30), end: at(6, 58) },
      { start: at(8), end: at(16) },
    ]);
  });

  test('hears on Monday when the school further east begins, not when the one at home does', () => {
    const weekend = there('2026-11-21', at(20));
    expect(nextOpen(both, weekend)).toBe(wall('2026-11-23', at(7, 30)));
    const home = timetable({
      students: 'own',
      elsewhere: [{ ...inNewYork, school: { ...school, zone: far } }],
    });
    expect(nextOpen(home, weekend)).toBe(wall('2026-11-23', at(7, 30)));
  });

  test('hears in the evening there, while the next day has begun at home', () => {
    const evenings = timetable({
      students: 'own',
      contact: { beforeFirstBell: 30, afterLastBell: 300 },
      elsewhere: [{ ...inNewYork, school: { ...school, zone: far } }],
    });
    const evening = there(monday, at(19, 30));
    expect(localTime(evening, zone).date).toBe(tuesday);
    expect(nextOpen(evenings, evening)).toBe(evening);
  });

  test('hears from the school a day ahead, when that opens before the one at home', () => {
    const ahead = { ...inNewYork, blocks: [], school: { ...school, zone: 'Pacific/Auckland' } };
    const late = { ...school, zone: far, firstBell: at(10) };
    const person = timetable({ students: 'own', school: late, elsewhere: [ahead] });
    const opens = instantOf(tuesday, at(7, 30), 'Pacific/Auckland');
    expect(opens).toBe(there(monday, at(7, 30) + 60));
    expect(nextOpen(person, there(monday, at(5)))).toBe(opens);
  });
});

describe('in any school, zone and week', () => {
  const moment = fc
    .tuple(anyDate, anyMinute)
    .chain(([date, minute]) => fc.tuple(fc.constant(date), fc.constant(minute), timetableAround(date)));

  test('quiet is exactly when the promise says so', () => {
    fc.assert(
      fc.property(moment, ([date, minute, person]) => {
        const instant = instantOf(date, minute, person.school.zone);
        expect(isQuiet(person, instant)).toBe(mustBeQuiet(person, instant));
      }),
      { numRuns: 1000 },
    );
  });

  test('the next open instant is not quiet, not before now, and nothing open was passed over', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 200 }), ([date, minute, person], step) => {
        const after = instantOf(date, minute, person.school.zone) + 1234;
        const next = nextOpen(person, after);
        if (next !== undefined) {
          expect(next).toBeGreaterThanOrEqual(after);
          expect(mustBeQuiet(person, next)).toBe(false);
        }
        const end = Math.min(next ?? Number.POSITIVE_INFINITY, after + 3 * DAY);
        for (let passed = after; passed < end; passed += (20 + step) * MINUTE) {
          expect(mustBeQuiet(person, passed)).toBe(true);
        }
        if (next !== undefined && next > after) expect(mustBeQuiet(person, next - 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a deadline never changes the instant, only whether there is one', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 3 * 1440 }), ([date, minute, person], patience) => {
        const after = instantOf(date, minute, person.school.zone);
        const next = nextOpen(person, after);
        const before = after + patience * MINUTE;
        expect(nextOpen(person, after, before)).toBe(next !== undefined && next < before ? next : undefined);
      }),
      { numRuns: 200 },
    );
  });

  test('two people in different zones keep their own hours', () => {
    const far = timetable({ school: { ...school, zone: 'Pacific/Honolulu' } });
    const instant = wall(tuesday, at(15, 30));
    expect(isQuiet(teacher, instant)).toBe(false);
    expect(nextOpen(far, instant)).toBe(instantOf(tuesday, at(15), 'Pacific/Honolulu'));
  });
});
