import { describe, expect, test } from '@jest/globals';
import type { Period } from '../../../src/core/calendar/school-calendar.ts';
import { guessWeek } from '../../../src/core/import/guess-week.ts';
import { formatSpan } from '../../../src/core/wording/clock-words.ts';
import { fc } from '../../setup/properties.ts';
import { oakStreet } from './tables.ts';

const { calendar } = oakStreet;
const minute = (text: string): number => {
  const [hour = 0, past = 0] = text.split(':').map(Number);
  return hour * 60 + past;
};
const week = (first: string, last: string, periods: readonly Period[]) =>
  guessWeek({
    ...calendar,
    dayTypes: [
      { name: 'Short', firstBell: 0, lastBell: 1, periods: [] },
      { name: 'Usual', firstBell: minute(first), lastBell: minute(last), periods },
    ],
  });
const period = (name: string, start: string, end: string) => ({
  name,
  start: minute(start),
  end: minute(end),
});
const said = (blocks: ReturnType<typeof week>) =>
  blocks.map((block) => `${formatSpan(block)} ${block.kind}${block.withStudents ? '' : ', away'}`);

describe('the first guess at a class’s week', () => {
  test('of a school with one lunch is a day in one room, reading the larger half of the morning', () => {
    const blocks = week('8:00', '15:00', [period('Lunch', '11:30', '12:00')]);
    // From 8:30 to 11:30 are 180 minutes; six tenths of them are 108, to five minutes 110.
    expect(said(blocks)).toEqual([
      '8:00–8:10 arrival',
      '8:10–8:30 morning_meeting',
      '8:30–10:20 reading',
      '10:20–11:30 math',
      '11:30–12:00 lunch, away',
      '12:00–12:20 recess, away',
      '12:20–1:05 writing',
      '1:05–1:50 specials, away',
      '1:50–2:50 science',
      '2:50–3:00 dismissal',
    ]);
    expect(new Set(blocks.map(({ weekdays }) => weekdays))).toEqual(new Set([calendar.weekdays]));
  });

  test('leaves out what a short afternoon has no ten minutes for', () => {
    const lunch = [period('Lunch', '11:30', '12:00')];
    expect(said(week('8:00', '13:30', lunch)).slice(6)).toEqual([
      '12:20–1:05 writing',
      '1:05–1:20 specials, away',
      '1:20–1:30 dismissal',
    ]);
    expect(said(week('8:00', '13:25', lunch)).slice(6)).toEqual([
      '12:20–1:05 writing',
      '1:05–1:15 specials, away',
      '1:15–1:25 dismissal',
    ]);
    expect(said(week('8:00', '13:24', lunch)).slice(6)).toEqual([
      '12:20–1:05 writing',
      '1:14–1:24 dismissal',
    ]);
  });

  const lessons = [
    period('P1', '8:00', '8:50'),
    period('P2', '8:54', '9:44'),
    period('P3', '9:48', '10:38'),
    period('P4', '12:00', '12:50'),
  ];

  test('of four lessons or more is these lessons, and which are hers only she knows', () => {
    const passing = period('Passing 1', '8:50', '9:30');
    const waves = [period('Lunch A', '11:00', '11:30'), period('Lunch B', '11:30', '12:00')];
    expect(said(week('8:00', '12:50', [...waves, ...lessons, passing]))).toEqual([
      '8:00–8:50 other',
      '8:54–9:44 other',
      '9:48–10:38 other',
      '11:00–11:30 lunch, away',
      '12:00–12:50 other',
    ]);
    expect(said(week('8:00', '12:50', lessons))).toHaveLength(4);
  });

  test('is empty where neither lessons nor a lunch are known', () => {
    expect(week('8:00', '15:00', lessons.slice(1))).toEqual([]);
    expect(guessWeek({ ...calendar, usualDayType: 'Nowhere' })).toEqual([]);
  });

  test('fills any school’s day from bell to bell, in order and without an overlap', () => {
    const day = fc.record({
      first: fc.integer({ min: 420, max: 560 }),
      morning: fc.integer({ min: 60, max: 240 }),
      afternoon: fc.integer({ min: 45, max: 240 }),
    });
    fc.assert(
      fc.property(day, ({ first, morning, afternoon }) => {
        const lunch = { name: 'lunch', start: first + morning, end: first + morning + 30 };
        const last = lunch.end + afternoon;
        const blocks = guessWeek({
          ...calendar,
          dayTypes: [{ name: 'Usual', firstBell: first, lastBell: last, periods: [lunch] }],
        });
        expect(blocks[0]?.start).toBe(first);
        expect(blocks.at(-1)?.end).toBe(last);
        for (const [index, { start, end }] of blocks.entries()) {
          expect(end - start).toBeGreaterThanOrEqual(10);
          expect(start).toBeGreaterThanOrEqual(blocks[index - 1]?.end ?? first);
        }
      }),
    );
  });
});
