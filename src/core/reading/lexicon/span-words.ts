/** Which week, month or year is meant, seen from this one. */
export type Which = 'this' | 'next' | 'last' | 'coming';

export const whichWords: readonly (readonly [words: string, which: Which])[] = [
  ['this', 'this'],
  ['this coming', 'this'],
  ['this or next', 'next'],
  ['current', 'this'],
  ['the same', 'this'],
  ['same', 'this'],
  ['that', 'this'],
  ['the', 'this'],
  ['my', 'this'],
  ['all', 'this'],
  ['all this', 'this'],
  ['whole', 'this'],
  ['the whole', 'this'],
  ['all of this', 'this'],
  ['the rest of the', 'this'],
  ['rest of the', 'this'],
  ['the remaining of the', 'this'],
  ['on', 'this'],
  ['next', 'next'],
  ['the next', 'next'],
  ['all next', 'next'],
  ['all of next', 'next'],
  ['nxt', 'next'],
  ['coming', 'next'],
  ['the coming', 'next'],
  ['upcoming', 'next'],
  ['following', 'next'],
  ['the following', 'next'],
  ['last', 'last'],
  ['past', 'last'],
  ['the past', 'last'],
  ['previous', 'last'],
  ['the previous', 'last'],
  ['the last', 'last'],
  ['prior', 'last'],
];

export type WholeUnit = 'week' | 'workweek' | 'weekend' | 'month' | 'quarter' | 'year';

export const wholeUnits: readonly (readonly [words: string, unit: WholeUnit])[] = [
  ['week', 'week'],
  ['wk', 'week'],
  ['workweek', 'workweek'],
  ['work week', 'workweek'],
  ['working week', 'workweek'],
  ['school week', 'workweek'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['qtr', 'quarter'],
  ['year', 'year'],
];

/** Words that cut a span short: its first half, its last. */
export const cutWords: readonly (readonly [words: string, cut: 'early' | 'late' | 'rest' | 'before'])[] = [
  ['early', 'early'],
  ['early in', 'early'],
  ['beginning of', 'early'],
  ['the beginning of', 'early'],
  ['start of', 'early'],
  ['the start of', 'early'],
  ['late', 'late'],
  ['late in', 'late'],
  ['end of', 'late'],
  ['the end of', 'late'],
  ['later', 'rest'],
  ['later in', 'rest'],
  ['rest of', 'rest'],
  ['the rest of', 'rest'],
  ['remaining of', 'rest'],
  ['remainder of', 'rest'],
  ['earlier', 'before'],
  ['earlier in', 'before'],
];

/** "The week of the 18th". */
export const weekOfWords: readonly string[] = [
  'week of',
  'wk of',
  'week beginning',
  'week beginning on',
  'week starting',
  'week starting on',
  'week commencing',
  'w / c',
  'w/c',
];
