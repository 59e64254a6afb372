import { describe, expect, test } from '@jest/globals';
import { dayHeading, dayNotes, openWords } from '../../../src/core/wording/my-day.ts';

const regular = { name: 'Regular', firstBell: 490, lastBell: 885, periods: [] };
const day = {
  date: '2026-12-01',
  weekday: 2,
  dayType: regular,
  usual: regular,
  asEveryWeek: true,
  cycleDays: {},
  term: undefined,
} as const;

describe('a day in words', () => {
  test('says when there is no minute for a message at all', () => {
    expect(openWords([], 'Today')).toBe('Today I don’t write to you at all.');
    expect(openWords([{ start: 460, end: 488 }], 'Friday')).toBe('Friday I may write to you 7:40–8:08.');
  });

  test('says which day of the round it is, and whether its bells are others', () => {
    expect(dayNotes(day)).toEqual([]);
    expect(dayNotes({ ...day, cycleDays: { Specials: '4' } })).toEqual(['Day 4']);
    expect(dayNotes({ ...day, cycleDays: { 'A/B': 'B' } })).toEqual(['B day']);
    const early = { ...regular, name: 'Early release', lastBell: 765 };
    const notes = dayNotes({ ...day, dayType: early, cycleDays: { Core: 'A', Specials: '6' } });
    expect(notes).toEqual(['Core A day', 'Specials Day 6', 'Early release']);
    expect(dayHeading('2026-12-01', notes.slice(2), '2026-11-30')).toBe('Tomorrow · Early release');
  });
});
