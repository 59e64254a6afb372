import { describe, expect, test } from '@jest/globals';
import { tellsAWeek } from '../../../src/core/reading/tells-a-week.ts';

describe('an ordinary week', () => {
  test.each([
    'centers Tue and Thu 10–10:45, writing every day 9–9:40, specials 1:25',
    'math MWF 1-1:45',
    'lunch daily 11:40-12:25',
    'Tuesdays: read aloud 2:15-2:35',
  ])('%s', (text) => expect(tellsAWeek(text)).toBe(true));
});

describe('one date, or no week at all', () => {
  test.each([
    'writing til 1040',
    'math 10-11, science 11-12',
    'we have the math test thu 10-10:45',
    'centers tuesday 10-10:45',
    'writing til 10:40 then specials',
    'not sure, every day is different',
    '',
  ])('%j', (text) => expect(tellsAWeek(text)).toBe(false));
});
