import type { Weekday } from '../../time.ts';

/**
 * How a weekday is written in a hurry. "sat" and "sun" are missing on purpose: they are ordinary words
 * ("we sat", "sun and moon"), and school is closed then.
 */
export const dayWords: readonly (readonly [word: string, weekday: Weekday])[] = [
  ['monday', 1],
  ['mondays', 1],
  ['mon', 1],
  ['mons', 1],
  ['tuesday', 2],
  ['tuesdays', 2],
  ['tuesd', 2],
  ['tues', 2],
  ['tue', 2],
  ['teusday', 2],
  ['tuseday', 2],
  ['wednesday', 3],
  ['wednesdays', 3],
  ['wednes', 3],
  ['weds', 3],
  ['wed', 3],
  ['wensday', 3],
  ['wendsday', 3],
  ['wedsday', 3],
  ['thursday', 4],
  ['thursdays', 4],
  ['thurs', 4],
  ['thurd', 4],
  ['thur', 4],
  ['thu', 4],
  ['thrus', 4],
  ['friday', 5],
  ['fridays', 5],
  ['fri', 5],
  ['fris', 5],
  ['saturday', 6],
  ['saturdays', 6],
  ['sunday', 7],
  ['sundays', 7],
];

/** Days counted from today. */
export const nearDayWords: readonly (readonly [word: string, days: number])[] = [
  ['today', 0],
  ['tdy', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['tomorow', 1],
  ['tommorow', 1],
  ['tommorrow', 1],
  ['todays', 0],
  ['tomorrows', 1],
  ['tmrw', 1],
  ['tmr', 1],
  ['tmw', 1],
  ['tmrrw', 1],
  ['tomo', 1],
  ['yesterday', -1],
];

/** Whole sets of days, as a routine names them. */
export const daySetWords: readonly (readonly [words: string, weekdays: readonly Weekday[]])[] = [
  ['every day', [1, 2, 3, 4, 5]],
  ['everyday', [1, 2, 3, 4, 5]],
  ['each day', [1, 2, 3, 4, 5]],
  ['all days', [1, 2, 3, 4, 5]],
  ['all week', [1, 2, 3, 4, 5]],
  ['daily', [1, 2, 3, 4, 5]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['every weekday', [1, 2, 3, 4, 5]],
  ['mtwthf', [1, 2, 3, 4, 5]],
  ['mtwrf', [1, 2, 3, 4, 5]],
  ['mwf', [1, 3, 5]],
  ['mwth', [1, 3, 4]],
  ['mtw', [1, 2, 3]],
  ['mtth', [1, 2, 4]],
  ['mw', [1, 3]],
  ['wf', [3, 5]],
  ['mf', [1, 5]],
  ['tth', [2, 4]],
  ['tuth', [2, 4]],
  ['tuthu', [2, 4]],
];

/** A day in one or two letters: counts only beside another one ("T/Th", "M-F"). */
export const dayLetters: readonly (readonly [letters: string, weekday: Weekday])[] = [
  ['m', 1],
  ['mo', 1],
  ['t', 2],
  ['tu', 2],
  ['w', 3],
  ['we', 3],
  ['th', 4],
  ['r', 4],
  ['f', 5],
  ['fr', 5],
];
