/** Days a weekly routine cannot hold yet; better said than read as every week. */
export const unreadableDays: readonly string[] = [
  'every other',
  'every second',
  'every 2 weeks',
  'alternate',
  'alternating',
  'biweekly',
  'once a month',
  'monthly',
  'a days',
  'b days',
  'a day',
  'b day',
  'day 1',
  'day 2',
  'day 3',
  'day 4',
  'day 5',
  'day 6',
];

/** Before a day: every school day but this one. */
export const exceptWords: readonly string[] = ['except', 'but', 'not', 'besides', 'no'];

/** Around the name of an activity, no part of it. */
export const labelFrame: readonly string[] = [
  ...[
    'we',
    'have',
    'do',
    'is',
    'are',
    'our',
    'my',
    'the',
    'a',
    'at',
    'on',
    'in',
    'from',
    'of',
    'for',
    'with',
    'and',
  ],
  ...['hi', 'hello', 'so', 'usually', 'always', 'its', 'then', 'also', 'week', 'except', 'but', 'not', 'no'],
];
