import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import {
  addDays,
  HOUR,
  instantOf,
  isDate,
  isoWeekOf,
  isZone,
  localTime,
  MINUTE,
  mondayOf,
  overlaps,
  stretchesOf,
  wallSpans,
  weekdayOf,
} from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { anyDate, anyMinute, anySpan, anyZone } from './arbitraries.ts';

const newYork = 'America/New_York';

describe('the clock of a school', () => {
  test('reads the same as luxon in every zone', () => {
    fc.assert(
      fc.property(anyDate, anyMinute, anyZone, (date, minute, zone) => {
        const instant = Date.parse(date) + minute * MINUTE + 12_345;
        const wall = DateTime.fromMillis(instant, { zone });
        expect(localTime(instant, zone)).toEqual({
          date: wall.toFormat('yyyy-MM-dd'),
          minute: wall.hour * 60 + wall.minute,
        });
      }),
    );
  });

  test('a wall-clock time becomes the first instant that reads so, and a skipped one moves on by the gap', () => {
    fc.assert(
      fc.property(anyDate, anyMinute, anyZone, (date, minute, zone) => {
        const instant = instantOf(date, minute, zone);
        const read = localTime(instant, zone);
        if (read.date === date && read.minute === minute) {
          // No zone here turns back by anything but 30 or 60 minutes.
          for (const earlier of [30, 60]) {
            expect(localTime(instant - earlier * MINUTE, zone)).not.toEqual({ date, minute });
          }
        } else {
          expect([30, 60]).toContain(read.minute - minute);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('01:30 that comes twice is the first one; 02:30 that never comes is 03:30', () => {
    expect(new Date(instantOf('2026-11-01', 90, newYork)).toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(new Date(instantOf('2026-03-08', 150, newYork)).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });

  test('Lord Howe moves by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    expect(localTime(instantOf('2026-10-04', 135, zone), zone)).toEqual({ date: '2026-10-04', minute: 165 });
    expect(instantOf('2026-04-05', 120, zone) - instantOf('2026-04-05', 60, zone)).toBe(1.5 * HOUR);
  });

  test.each(['America/New_York', 'Pacific/Chatham', 'Africa/Casablanca'])(
    'a weekly 10:00 in %s stays 10:00 through two years, once a week',
    (zone) => {
      let date = '2026-01-06';
      let previous = instantOf(addDays(date, -7), 600, zone);
      for (let week = 0; week < 104; week++, date = addDays(date, 7)) {
        const instant = instantOf(date, 600, zone);
        expect(localTime(instant, zone)).toEqual({ date, minute: 600 });
        expect(Math.abs(instant - previous - 168 * HOUR)).toBeLessThanOrEqual(HOUR);
        previous = instant;
      }
    },
  );

  test('midnight at the end of a day is the start of the next', () => {
    expect(instantOf('2026-03-07', 1440, newYork)).toBe(instantOf('2026-03-08', 0, newYork));
  });

  test('a date or a zone that does not exist is a bug', () => {
    expect(() => instantOf('2026-02-31', 0, newYork)).toThrow();
    expect(() => localTime(0, 'America/Maple')).toThrow(/America\/Maple/);
    expect(() => localTime(Number.NaN, newYork)).toThrow(/NaN/);
  });
});

describe('stretches of real time', () => {
  test('hold exactly the instants whose wall clock lies in the span', () => {
    fc.assert(
      fc.property(anyDate, anySpan, anyZone, (date, span, zone) => {
        const stretches = stretchesOf(date, [span], zone);
        const from = Date.parse(date) - 14 * HOUR;
        for (let instant = from; instant < from + 54 * HOUR; instant += 15 * MINUTE) {
          const read = localTime(instant, zone);
          const inSpan = read.date === date && span.start <= read.minute && read.minute < span.end;
          expect(stretches.some(({ start, end }) => start <= instant && instant < end)).toBe(inSpan);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a span in the repeated hour comes twice, one in the skipped hour not at all', () => {
    const span = { start: 75, end: 105 };
    const twice = stretchesOf('2026-11-01', [span], newYork);
    expect(twice.map(({ end, start }) => end - start)).toEqual([30 * MINUTE, 30 * MINUTE]);
    expect(stretchesOf('2026-03-08', [{ start: 125, end: 150 }], newYork)).toEqual([]);
  });

  test('a span across the skipped hour loses it', () => {
    expect(stretchesOf('2026-03-08', [{ start: 150, end: 200 }], newYork)).toEqual([
      { start: instantOf('2026-03-08', 180, newYork), end: instantOf('2026-03-08', 200, newYork) },
    ]);
  });
});

describe('what the wall clock reads inside stretches of real time', () => {
  const stretch = (date: string, from: number, to: number, zone = newYork) => ({
    start: instantOf(date, from, zone),
    end: instantOf(date, to, zone),
  });

  test('is what it was made of, up to midnight and from it', () => {
    const spans = [
      { start: 0, end: 90 },
      { start: 600, end: 660 },
      { start: 1380, end: 1440 },
    ];
    const made = stretchesOf('2026-11-16', spans, newYork);
    expect(wallSpans('2026-11-16', made, newYork)).toEqual(spans);
    expect(wallSpans('2026-11-17', made, newYork)).toEqual([]);
  });

  test('is cut at midnight, and is another hour in another zone', () => {
    const overnight = {
      start: instantOf('2026-11-16', 1380, newYork),
      end: instantOf('2026-11-17', 60, newYork),
    };
    expect(wallSpans('2026-11-16', [overnight], newYork)).toEqual([{ start: 1380, end: 1440 }]);
    expect(wallSpans('2026-11-17', [overnight], newYork)).toEqual([{ start: 0, end: 60 }]);
    expect(wallSpans('2026-11-16', [stretch('2026-11-16', 600, 660)], 'America/Chicago')).toEqual([
      { start: 540, end: 600 },
    ]);
  });

  test('comes twice where the clock goes back', () => {
    // Midnight to three by the wall are four hours on the first of November 2026.
    expect(wallSpans('2026-11-01', [stretch('2026-11-01', 0, 180)], newYork)).toEqual([
      { start: 0, end: 120 },
      { start: 60, end: 180 },
    ]);
  });

  test('is nothing of no stretch, and a stretch is nothing of no span', () => {
    expect(wallSpans('2026-11-16', [], newYork)).toEqual([]);
    expect(stretchesOf('2026-11-16', [], newYork)).toEqual([]);
    expect(stretchesOf('2026-11-16', [{ start: 600, end: 600 }], newYork)).toEqual([]);
  });
});

describe('calendar days', () => {
  test('weeks start on Monday and belong to the year of their Thursday', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(isoWeekOf('2027-01-03')).toBe('2026-W53');
    expect(isoWeekOf('2027-01-04')).toBe('2027-W01');
  });

  test('a date is known from what is none, and a zone too', () => {
    expect(['2028-02-29', '2026-02-29', 'x', ''].map(isDate)).toEqual([true, false, false, false]);
    expect(['America/Chicago', 'America/Maple', ''].map(isZone)).toEqual([true, false, false]);
  });

  test('overlap where they share a minute, not where one ends as the other starts', () => {
    const lesson = { start: 60, end: 120 };
    expect(overlaps(lesson, { start: 119, end: 130 })).toBe(true);
    expect(overlaps(lesson, { start: 120, end: 130 })).toBe(false);
    expect(overlaps(lesson, { start: 30, end: 61 })).toBe(true);
    expect(overlaps(lesson, { start: 30, end: 60 })).toBe(false);
    expect(overlaps(lesson, { start: 70, end: 80 })).toBe(true);
  });

  test('adding days steps over months, leap days and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-11-01', 1)).toBe('2026-11-02');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});
