import { describe, expect, test } from '@jest/globals';
import { dateOf, dayNumber } from '../../../src/core/calendar/day-number.ts';
import type { SchoolCalendar } from '../../../src/core/calendar/school-calendar.ts';
import { createSchoolClock } from '../../../src/core/calendar/school-clock.ts';
import { schoolClockOf } from '../../../src/core/calendar/school-clock-of.ts';
import { weekdayOf } from '../../../src/core/time.ts';
import { fc } from '../../setup/properties.ts';
import { anyDate, anySchool } from '../arbitraries.ts';
import { at, school as simple } from '../sample-school.ts';
import { change, cycles, school, undone } from './hard-days-schools.ts';

const maple = school().calendar as SchoolCalendar;

describe('the days of a school', () => {
  test('a day knows its bells, its weekday, its cycle days and its term', () => {
    const terms = [{ name: 'Fall', start: '2026-09-01', end: '2026-12-18' }];
    const day = createSchoolClock({ ...maple, terms }).day('2026-09-04');
    expect(day).toMatchObject({
      date: '2026-09-04',
      weekday: 5,
      term: 'Fall',
      cycleDays: { day: 'Day 4', letter: 'B' },
      asEveryWeek: true,
    });
    expect(day?.dayType.periods.find(({ name }) => name === 'Lunch B')).toEqual({
      name: 'Lunch B',
      start: at(12, 15),
      end: at(12, 45),
    });
    expect(createSchoolClock({ ...maple, terms }).day('2027-01-05')?.term).toBeUndefined();
  });

  test('there is none before the first day of the year or after the last', () => {
    const clock = createSchoolClock(maple);
    expect(clock.day('2026-08-31')).toBeUndefined();
    expect(clock.day('2026-09-01')).toBeDefined();
    expect(clock.day('2027-06-18')).toBeDefined();
    expect(clock.day('2027-06-21')).toBeUndefined();
  });

  test('a date off the usual weekdays is a school day when the calendar gives it a type; a closed one stays closed', () => {
    const datedDayTypes = [
      { date: '2026-09-12', dayType: 'regular' },
      { date: '2026-09-07', dayType: 'regular' },
    ];
    const clock = createSchoolClock({ ...maple, datedDayTypes });
    expect(clock.day('2026-09-12')?.weekday).toBe(6);
    expect(clock.day('2026-09-07')).toBeUndefined();
  });

  test('the reason of a closing is the one said last, and none when the day was opened again', () => {
    const snow = change({ do: 'close', name: 'snow' }, '2027-01-18', '2027-01-19');
    const open = change({ do: 'day-type', dayType: 'regular' }, '2027-01-18', '2027-01-18', 2);
    expect(createSchoolClock(maple).closing('2027-01-18')).toBe('Martin Luther King Day');
    expect(createSchoolClock(maple, [snow]).closing('2027-01-18')).toBe('snow');
    expect(createSchoolClock(maple, [open, snow]).closing('2027-01-18')).toBeUndefined();
    expect(createSchoolClock(maple, [undone(snow)]).day('2027-01-19')).toBeDefined();
  });

  test('of two words of one moment the one stored later counts', () => {
    const snow = change({ do: 'close', name: 'snow' }, '2027-01-13');
    const delay = change({ do: 'day-type', dayType: 'two-hour delay' }, '2027-01-13');
    expect(createSchoolClock(maple, [snow, delay]).day('2027-01-13')?.dayType.name).toBe('two-hour delay');
    expect(createSchoolClock(maple, [delay, snow]).day('2027-01-13')).toBeUndefined();
  });

  test('what one class does differently changes nothing for the school', () => {
    const close = change({ do: 'close', name: 'chicken pox' }, '2027-01-13');
    const ofClass = { ...close, scope: { of: 'class' as const, classroomId: 'room 4' } };
    expect(createSchoolClock(maple, [ofClass]).day('2027-01-13')).toBeDefined();
  });

  test('another school of the district closes alone', () => {
    const snow = change({ do: 'close', name: 'snow' }, '2027-01-13');
    const oak = { ...school({}, [snow]), id: 'oak' };
    expect(schoolClockOf(oak).day('2027-01-13')).toBeDefined();
    expect(schoolClockOf(school({}, [snow])).day('2027-01-13')).toBeUndefined();
  });

  test('a name the calendar does not have is a bug', () => {
    expect(() => createSchoolClock({ ...maple, usualDayType: 'normal' })).toThrow(/normal/);
    const [cycle] = cycles('skip');
    if (cycle === undefined) throw new Error('no cycle');
    const anchor = { date: '2026-09-01', day: 'Day 7' };
    expect(() => createSchoolClock({ ...maple, cycles: [{ ...cycle, anchor }] })).toThrow(/Day 7/);
  });

  test('before its anchor a cycle is counted backwards', () => {
    const [cycle] = cycles('skip');
    if (cycle === undefined) throw new Error('no cycle');
    const late = { ...cycle, anchor: { date: '2026-09-15', day: 'Day 1' }, reanchors: [] };
    const clock = createSchoolClock({ ...maple, cycles: [late] });
    // 14, 11, 10, 9, 8 September are Days 6, 5, 4, 3, 2; Monday the 7th is closed; the 4th is Day 1.
    expect(clock.day('2026-09-14')?.cycleDays['day']).toBe('Day 6');
    expect(clock.day('2026-09-08')?.cycleDays['day']).toBe('Day 2');
    expect(clock.day('2026-09-04')?.cycleDays['day']).toBe('Day 1');
  });
});

describe('a school of which only the bells are known', () => {
  test('has school on its weekdays but for its closed dates, always by the same bells', () => {
    fc.assert(
      fc.property(anySchool, anyDate, (given, date) => {
        const day = schoolClockOf(given).day(date);
        const open = given.schoolWeekdays.includes(weekdayOf(date)) && !given.closedDates.includes(date);
        expect(day !== undefined).toBe(open);
        if (day) {
          expect(day.dayType).toMatchObject({ firstBell: given.firstBell, lastBell: given.lastBell });
        }
      }),
    );
  });

  test('is worked out once for as long as somebody holds it', () => {
    expect(schoolClockOf(simple)).toBe(schoolClockOf(simple));
    expect(schoolClockOf(simple).day('2026-11-16')).toBe(schoolClockOf(simple).day('2026-11-16'));
  });
});

describe('the number of a day', () => {
  test('counts like the calendar does, through leap years and centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
        const date = dateOf(number);
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', 'tomorrow', ''])(
    '“%s” is no date',
    (text) => {
      expect(() => dayNumber(text)).toThrow(/No such date/);
    },
  );

  test('stays right when more dates are asked for than are remembered', () => {
    for (let number = 30_000; number < 51_000; number += 1) dateOf(number);
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dateOf(20_000)).toBe('2024-10-04');
    expect(dayNumber(dateOf(30_000))).toBe(30_000);
  });

  test('outside of four-digit years there is none', () => {
    expect(dateOf(-719_528)).toBe('0000-01-01');
    expect(() => dateOf(-719_529)).toThrow(/-719529/);
    expect(() => dateOf(2_932_897)).toThrow(/2932897/);
    expect(() => dateOf(Number.NaN)).toThrow(/NaN/);
  });
});
