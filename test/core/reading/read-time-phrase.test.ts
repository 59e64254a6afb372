import { describe, expect, test } from '@jest/globals';
import { readTimePhrase, type TimePhrase } from '../../../src/core/reading/read-time-phrase.ts';
import { addDays } from '../../../src/core/time.ts';
import { fc } from '../../setup/properties.ts';
import { now, scraps } from './now.ts';

const bells = new Map([
  ['p2', { start: 560, end: 605 }],
  ['lunch', { start: 705, end: 750 }],
  ['dismissal', { start: 900, end: 900 }],
]);
const read = (text: string): TimePhrase => readTimePhrase(text, { now, bells, schoolDay: true });
const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const told = (text: string): string => {
  const found = read(text);
  if (found.is === 'nothing') return '';
  if (found.is === 'repeat') {
    const hours = [found.start, found.end].map((minute) => (minute === undefined ? '' : clock(minute)));
    return `every ${found.everyWeeks}: ${found.weekdays} ${hours.join('-')}`.trim();
  }
  return [found.start, found.end]
    .map((moment) =>
      moment ? `${moment.date} ${moment.minute === undefined ? '*' : clock(moment.minute)}` : '',
    )
    .join(' – ')
    .replace(/ – $/, '');
};

describe('a time', () => {
  test.each([
    ['Tuesday at 10', '2026-11-10 10:00'],
    ['10 15 on weds', '2026-11-11 10:15'],
    ['in 5 minutes', '2026-11-09 7:45'],
    ['two weeks ago', '2026-10-26 *'],
    ['the last Friday of November', '2026-11-27 *'],
    ['Nov 16-20', '2026-11-16 * – 2026-11-20 *'],
    ['mon-wed', '2026-11-09 * – 2026-11-11 *'],
    ['the week of the 18th', '2026-11-16 * – 2026-11-22 *'],
    ['early next month', '2026-12-01 * – 2026-12-15 *'],
    ['this evening at 7', '2026-11-09 19:00'],
    ['from 10pm to 1am', '2026-11-09 22:00 – 2026-11-10 1:00'],
    ['2nd period', '2026-11-09 9:20 – 2026-11-09 10:05'],
    ['tomorrow after lunch', '2026-11-10 12:30'],
    ['right before dismissal', '2026-11-09 14:30 – 2026-11-09 15:00'],
    ['3rd period', ''],
    ['every other Wednesday', 'every 2: 3 -'],
    ['T/Th 10:20-11', 'every 1: 2,4 10:20-11:00'],
    ['daily at 9:15', 'every 1: 1,2,3,4,5 9:15-'],
    ['nothing of the kind', ''],
  ])('%j is %j', (text, when) => {
    expect(told(text)).toBe(when);
  });
});

test('a bare hour outside of school is what it says', () => {
  expect(readTimePhrase('at 3', { now, bells, schoolDay: false })).toMatchObject({ start: { minute: 180 } });
});

test('a time written down and read again is the same time', () => {
  const moments = fc.record({
    days: fc.integer({ min: 1, max: 150 }),
    start: fc.integer({ min: 7 * 60, max: 17 * 60 }),
    length: fc.integer({ min: 5, max: 55 }),
  });
  fc.assert(
    fc.property(moments, ({ days, start, length }) => {
      const date = addDays(now.date, days);
      expect(read(`${date} ${clock(start)}-${clock(start + length)}`)).toEqual({
        is: 'span',
        start: { date, minute: start },
        end: { date, minute: start + length },
      });
    }),
  );
});

test('any text gets an answer', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc
      .array(fc.constantFrom(...scraps, '999', 'years', 'ago', 'in', '9999', 'weeks after'), {
        maxLength: 30,
      })
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, schoolDay) => {
      expect(typeof readTimePhrase(text, { now, bells, schoolDay }).is).toBe('string');
    }),
    { numRuns: 500 },
  );
});
