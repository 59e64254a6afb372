import { describe, expect, test } from '@jest/globals';
import { readWhen } from '../../../src/core/reading/read-when.ts';
import type { LocalTime } from '../../../src/core/time.ts';
import { fc } from '../../setup/properties.ts';
import { now, scraps } from './now.ts';

const clock = (minute: number | undefined): string =>
  minute === undefined ? '' : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** One line for a result: "2026-11-10 10:00 10:45 | rest". */
const told = (text: string, at: LocalTime = now): string => {
  const when = readWhen(text, at);
  if (!when.ok) return when.why;
  return `${when.date ?? ''} ${clock(when.start)} ${clock(when.end)} | ${when.rest}`
    .replace(/ +/g, ' ')
    .trim();
};

describe('times', () => {
  test.each([
    ['10', '10:00 |'],
    ['at 10', '10:00 |'],
    ['@ 1:15', '13:15 |'],
    ['10:45', '10:45 |'],
    ['1045', '10:45 |'],
    ['8.30', '8:30 |'],
    ['10a', '10:00 |'],
    ['1:25 pm', '13:25 |'],
    ['2 p.m.', '14:00 |'],
    ['6', '18:00 |'],
    ['7', '7:00 |'],
    ['12', '12:00 |'],
    ['13:25', '13:25 |'],
    ['noon', '12:00 |'],
    ['half past 2', '14:30 |'],
    ['½ past 9', '9:30 |'],
    ['quarter to 11', '10:45 |'],
    ['3 o’clock', '15:00 |'],
    ['10ish', '10:00 |'],
    ['at ten forty five', '10:45 |'],
  ])('%j is %j', (text, when) => {
    expect(told(text)).toBe(when);
  });

  test.each([
    ['10-10:45', '10:00 10:45 |'],
    ['10-1045', '10:00 10:45 |'],
    ['10–10:45', '10:00 10:45 |'],
    ['10 to 1040', '10:00 10:40 |'],
    ['from 9 til 9:40', '9:00 9:40 |'],
    ['11-1', '11:00 13:00 |'],
    ['1250-135', '12:50 13:35 |'],
    ['between 1 and 2', '13:00 14:00 |'],
    ['8:50-9:30 am', '8:50 9:30 |'],
    ['7-8pm', '19:00 20:00 |'],
    ['6pm-7:30', '18:00 19:30 |'],
    ['10 for 30 min', '10:00 10:30 |'],
    ['9:15 for half an hour', '9:15 9:45 |'],
    ['til 1040', '10:40 |'],
  ])('the range %j is %j', (text, when) => {
    expect(told(text)).toBe(when);
  });

  test('an end alone has no start', () => {
    expect(readWhen('writing til 1040', now)).toEqual({ ok: true, end: 640, rest: 'writing' });
  });

  test.each([
    ['room 12', '| room 12'],
    ['Rm 204', '| Rm 204'],
    ['2nd grade', '| 2nd grade'],
    ['unit 3 and 5 kids', '| unit 3 and 5 kids'],
    ['2x30', '| 2x30'],
    ['a 1:1 para', '| a 1:1 para'],
    ['we have 4', '| we have 4'],
    ['this one', '| this one'],
    ['mon ami 🙂', '2026-11-09 | ami 🙂'],
  ])('%j names no hour', (text, when) => {
    expect(told(text)).toBe(when);
  });

  test.each(['at 99', 'Tuesday at 99', '10:75', 'at 25', '25:00', 'at 1075', '14 am'])(
    '%j is no such time',
    (text) => {
      expect(readWhen(text, now)).toMatchObject({ ok: false, why: 'no-such-time' });
    },
  );

  test.each(['10:45-10', '2 to 1:30', 'tue 10 until 9', '10 for 0 min'])(
    '%j ends before it starts',
    (text) => {
      expect(readWhen(text, now)).toMatchObject({ ok: false, why: 'ends-before-start', said: text });
    },
  );
});

describe('days', () => {
  test.each([
    ['today', '2026-11-09 |'],
    ['tmrw', '2026-11-10 |'],
    ['tues', '2026-11-10 |'],
    ['weds', '2026-11-11 |'],
    ['thurs', '2026-11-12 |'],
    ['wendsday', '2026-11-11 |'],
    ['thrusday', '2026-11-12 |'],
    ['this friday', '2026-11-13 |'],
    ['next tuesday', '2026-11-17 |'],
    ['tuesday next week', '2026-11-17 |'],
    ['day after tomorrow', '2026-11-11 |'],
    ['a week from tuesday', '2026-11-17 |'],
    ['in 2 weeks on Monday', '2026-11-23 |'],
    ['Nov 10', '2026-11-10 |'],
    ['10 November', '2026-11-10 |'],
    ['11/10', '2026-11-10 |'],
    ['11/10/2026', '2026-11-10 |'],
    ['2026-11-10', '2026-11-10 |'],
    ['Nov 10, 2026', '2026-11-10 |'],
    ['the 14th', '2026-11-14 |'],
    ['the 3rd', '2026-12-03 |'],
    ['Friday the 13th', '2026-11-13 |'],
    ['Tue, Nov 24', '2026-11-24 |'],
    ['1/12', '2027-01-12 |'],
  ])('%j is %j', (text, when) => {
    expect(told(text)).toBe(when);
  });

  test.each([
    ['Tuesday 10-10:45', '2026-11-10 10:00 10:45 |'],
    ['10 on tuesday', '2026-11-10 10:00 |'],
    ['tues @ 1', '2026-11-10 13:00 |'],
    ['nov 12, 9:00–9:40', '2026-11-12 9:00 9:40 |'],
    ['Monday 16 nov 10:00 - 10:30', '2026-11-16 10:00 10:30 |'],
    ['the 14th at quarter past 9', '2026-11-14 9:15 |'],
    ['thu 10 for 30 min', '2026-11-12 10:00 10:30 |'],
    ['Tues/Thurs 10-10:30', '2026-11-10 10:00 10:30 |'],
  ])('%j is %j', (text, when) => {
    expect(told(text)).toBe(when);
  });

  test('the rest is the text without the time', () => {
    expect(told("what's happening Tuesday at 10 in Room 12?")).toBe(
      "2026-11-10 10:00 | what's happening in Room 12?",
    );
    expect(told('12 tue 10')).toBe('2026-11-10 10:00 | 12');
  });

  test('of several days the one beside the time counts', () => {
    expect(told("can't do Tues, how about Thursday 9:30-10")).toMatch(/^2026-11-12 9:30 10:00/);
  });

  test('today’s weekday is today while its time is ahead, else next week', () => {
    expect(told('monday at 10')).toBe('2026-11-09 10:00 |');
    expect(told('monday 10-10:45', { ...now, minute: 10 * 60 + 20 })).toBe('2026-11-09 10:00 10:45 |');
    expect(told('monday at 10', { ...now, minute: 10 * 60 + 20 })).toBe('2026-11-16 10:00 |');
    expect(told('monday', { ...now, minute: 14 * 60 })).toBe('2026-11-09 |');
    expect(told('monday', { ...now, minute: 16 * 60 })).toBe('2026-11-16 |');
  });

  test.each(['31 February', 'Feb 30', '11/31', '13/13', 'the 32nd', 'Tuesday Nov 12'])(
    '%j is no such date',
    (text) => {
      expect(readWhen(text, now)).toEqual({ ok: false, why: 'no-such-date', said: text });
    },
  );

  test.each(['yesterday', 'last tuesday', 'Nov 5', '11/8 at 10', 'today at 7', '2025-11-10'])(
    '%j is past',
    (text) => {
      expect(readWhen(text, now)).toMatchObject({ ok: false, why: 'past' });
    },
  );

  test('29 February exists in its years only', () => {
    expect(readWhen('Feb 29', now)).toMatchObject({ why: 'no-such-date' });
    expect(told('Feb 29', { date: '2027-12-01', minute: 0 })).toBe('2028-02-29 |');
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((words) => words.join('')),
  );

  test('gets an answer that is a real date and a span that runs forward', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const when = readWhen(text, now);
        if (!when.ok) return expect(typeof when.said).toBe('string');
        if (when.date !== undefined) expect(when.date >= now.date).toBe(true);
        if (when.start !== undefined && when.end !== undefined) expect(when.end).toBeGreaterThan(when.start);
        for (const minute of [when.start, when.end])
          if (minute !== undefined) expect(minute >= 0 && minute <= 1440).toBe(true);
        return undefined;
      }),
      { numRuns: 500 },
    );
  });

  test('means the same in capitals, with spaces around and a full stop', () => {
    const meaning = (text: string): string =>
      JSON.stringify(readWhen(text, now)).toLowerCase().replace('."}', '"}');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 8 }), (words) => {
        const text = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).join(' ');
        expect(meaning(`  ${text.toUpperCase()}. `)).toBe(meaning(text));
      }),
    );
  });
});
