import { describe, expect, test } from '@jest/globals';
import { Settings } from 'luxon';
import { nextOpen } from '../../../src/core/quiet-hours.ts';
import { addDays, HOUR, instantOf, localTime, type Weekday, weekdayOf } from '../../../src/core/time.ts';
import { zones } from '../arbitraries.ts';
import { timetable } from '../sample-school.ts';
import { keepPromises } from './promises.ts';

describe('in any school year, for a teacher and a therapist of two schools', () => {
  test('no message in class time, before now, on a closed day, or outside contact hours; none later than need be', () => {
    keepPromises(2000);
  });
});

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Open around the clock, so that only the clock itself decides. */
const always = (zone: string) =>
  timetable({
    students: 'own',
    contact: { beforeFirstBell: 0, afterLastBell: 0 },
    school: {
      id: 'any',
      name: 'Any',
      zone,
      firstBell: 0,
      lastBell: 1440,
      schoolWeekdays: everyDay,
      closedDates: [],
    },
  });

describe('over clock changes', () => {
  test.each(zones)('a weekly 10:00 in %s stays 10:00 local through two years, once a week', (zone) => {
    let previous = Number.NEGATIVE_INFINITY;
    for (let week = 0; week < 105; week += 1) {
      const date = addDays('2026-01-04', 7 * week);
      const due = nextOpen(always(zone), instantOf(date, 600, zone)) ?? 0;
      expect(localTime(due, zone)).toEqual({ date, minute: 600 });
      // Sundays, on which most zones change their clocks.
      expect(due - previous).toBeGreaterThanOrEqual(167 * HOUR);
      previous = due;
    }
  });

  test.each([
    ['America/New_York', '2026-11-01', 90, '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-03-08', 150, '2026-03-08T07:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', 100, '2026-04-04T14:40:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', 130, '2026-10-03T15:40:00.000Z'],
    ['Pacific/Chatham', '2026-04-05', 180, '2026-04-04T13:15:00.000Z'],
    ['Africa/Casablanca', '2026-02-15', 150, '2026-02-15T01:30:00.000Z'],
    ['America/Phoenix', '2026-11-01', 90, '2026-11-01T08:30:00.000Z'],
    ['Pacific/Honolulu', '2026-03-08', 150, '2026-03-08T12:30:00.000Z'],
  ])(
    '%s on %s, minute %i: the first of two, the next of none, whatever today is',
    (zone, date, minute, iso) => {
      const dues = [0, Date.parse('2026-01-15'), Date.parse('2026-07-15')].map((today) => {
        Settings.now = () => today;
        return nextOpen(always(zone), instantOf(date, minute, zone));
      });
      Settings.now = () => Date.now();
      expect(dues).toEqual([Date.parse(iso), Date.parse(iso), Date.parse(iso)]);
    },
  );

  test('what is due in a skipped hour that is not open waits for the next open instant', () => {
    const zone = 'America/New_York';
    const school = { ...always(zone).school, firstBell: 60, lastBell: 170 };
    // 02:30 does not come on 8 March: it is 03:30, when the school has closed at 02:50 of a clock that skipped it.
    expect(nextOpen({ ...always(zone), school }, instantOf('2026-03-08', 150, zone))).toBe(
      instantOf('2026-03-09', 60, zone),
    );
    expect(weekdayOf('2026-03-08')).toBe(7);
  });
});
