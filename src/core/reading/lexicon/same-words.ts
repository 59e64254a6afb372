import { before } from './same/before.ts';
import { lastWeek } from './same/last-week.ts';
import { usual } from './same/usual.ts';

/** The days as people say them. */
const days: readonly string[] = [
  ...['mon', 'tues', 'wed', 'weds', 'thurs', 'fri'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
];

type Same = 'usual' | 'last_week' | 'before';
const as = (means: Same, phrases: readonly string[]) => phrases.map((phrase) => [phrase, means] as const);
const ofDays = (frames: readonly string[]) => days.flatMap((day) => frames.map((frame) => `${frame} ${day}`));

/** The same as something known: the usual, last week's, another day's. */
export const sameWords: readonly (readonly [phrase: string, means: Same])[] = [
  ...as('usual', usual),
  ...as('usual', ofDays(['normal', 'regular', 'typical', 'usual', 'standard', 'same every'])),
  ...as('last_week', lastWeek),
  ...as('before', before),
  ...as('before', ofDays(['same as', 'same that', 'like'])),
];
