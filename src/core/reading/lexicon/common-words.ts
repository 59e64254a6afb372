/** Words so common that two of their letters swapped are a slip of the finger. */
export const commonWords: readonly string[] = [
  ...['about', 'after', 'again', 'and', 'available', 'back', 'because', 'before', 'between', 'busy'],
  ...['cant', 'centers', 'change', 'check', 'class', 'come', 'coming', 'could', 'different', 'doing'],
  ...['dont', 'early', 'every', 'find', 'fine', 'first', 'from', 'group', 'have', 'help'],
  ...['instead', 'just', 'kids', 'know', 'later', 'leave', 'leaving', 'lesson', 'lunch', 'math'],
  ...['maybe', 'meet', 'need', 'next', 'normal', 'not', 'only', 'plan', 'please', 'reading'],
  ...['regular', 'room', 'same', 'schedule', 'school', 'session', 'should', 'sorry', 'special', 'student'],
  ...['students', 'sure', 'talk', 'teacher', 'test', 'that', 'the', 'their', 'then', 'there'],
  ...['they', 'think', 'this', 'time', 'today', 'until', 'usual', 'visit', 'want', 'week'],
  ...['what', 'when', 'where', 'which', 'will', 'with', 'wont', 'work', 'working', 'works'],
  ...['would', 'writing', 'you', 'your'],
];

/** What such a swap would make, and is a word of its own. */
export const ownSwaps: readonly string[] = [
  'alter',
  'buys',
  'cloud',
  'form',
  'juts',
  'mete',
  'three',
  'cheek',
];
