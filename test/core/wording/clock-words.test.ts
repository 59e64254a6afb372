import { describe, expect, test } from '@jest/globals';
import { readWhen } from '../../../src/core/reading/read-when.ts';
import { addDays } from '../../../src/core/time.ts';
import {
  formatClock,
  formatDay,
  formatSpan,
  formatWhen,
  shortDay,
} from '../../../src/core/wording/clock-words.ts';
import { fc } from '../../setup/properties.ts';

const today = '2026-11-09';

describe('the words for a time', () => {
  test.each([
    [615, '10:15'],
    [805, '1:25'],
    [720, '12:00'],
    [420, '7:00'],
    [1139, '6:59'],
    [1140, '7:00 PM'],
    [419, '6:59 AM'],
    [0, '12:00 AM'],
  ])('minute %d is %j', (minute, words) => {
    expect(formatClock(minute)).toBe(words);
  });

  test('a span says AM or PM on both ends or on none', () => {
    expect(formatSpan({ start: 600, end: 645 })).toBe('10:00–10:45');
    expect(formatSpan({ start: 1110, end: 1170 })).toBe('6:30 PM–7:30 PM');
  });

  test.each([
    ['2026-11-09', 'today'],
    ['2026-11-10', 'tomorrow'],
    ['2026-11-11', 'Wednesday'],
    ['2026-11-15', 'Sunday'],
    ['2026-11-16', 'Mon, Nov 16'],
    ['2026-11-24', 'Tue, Nov 24'],
    ['2026-11-06', 'Fri, Nov 6'],
  ])('%s is %j', (date, words) => {
    expect(formatDay(date, today)).toBe(words);
  });

  test('a day and a time read as one', () => {
    expect(shortDay('2026-11-10')).toBe('Tue');
    expect(formatWhen('2026-11-11', 600, today)).toBe('Wednesday at 10:00');
    expect(formatWhen('2026-11-10', { start: 600, end: 645 }, today)).toBe('Tuesday 10:00–10:45');
    expect(formatWhen('2026-11-24', 600, today)).toBe('Tue, Nov 24 at 10:00');
  });
});

describe('what the bot writes, the bot reads the same', () => {
  // Midnight sharp has already begun at minute 0 of today.
  const minutes = fc.integer({ min: 1, max: 1439 });
  const days = fc.integer({ min: 0, max: 180 }).map((ahead) => addDays(today, ahead));

  test('for a day and a minute', () => {
    fc.assert(
      fc.property(days, minutes, (date, start) => {
        const read = readWhen(formatWhen(date, start, today), { date: today, minute: 0 });
        expect(read).toEqual({ ok: true, date, start, rest: '' });
      }),
      { numRuns: 500 },
    );
  });

  test('for a day and a span', () => {
    fc.assert(
      fc.property(days, minutes, fc.integer({ min: 1, max: 1440 }), (date, start, length) => {
        const end = Math.min(1440, start + length);
        const read = readWhen(formatWhen(date, { start, end }, today), { date: today, minute: 0 });
        expect(read).toEqual({ ok: true, date, start, end, rest: '' });
      }),
      { numRuns: 500 },
    );
  });
});
