/** Who says "out sick" with one of these before it speaks of herself. */
export const ownWords: readonly string[] = ['i', 'im', 'ill', 'ive', 'id', 'me'];

/** Between her and what she says: "I will unfortunately be out until Friday". */
export const linkingWords: readonly string[] = [
  'am',
  'will',
  'be',
  'going',
  'gonna',
  'to',
  'have',
  'had',
  'need',
  'also',
  'just',
  'still',
  'now',
  'not',
  'a',
  'taking',
  'staying',
  'on',
  'at',
  'feeling',
  'actually',
  'unfortunately',
];

/** Openings that leave the sentence to the one who writes it. */
export const openingWords: readonly string[] = [
  'hi',
  'hey',
  'hello',
  'sorry',
  'so',
  'ok',
  'okay',
  'fyi',
  'but',
  'and',
  'yes',
  'no',
  'yep',
  'all',
  'everyone',
  'team',
  'pushin',
  'please',
  'note',
  'heads',
  'up',
  'good',
  'morning',
  'afternoon',
  'reminder',
  'update',
  'ugh',
  'oh',
  'well',
  'unfortunately',
  'because',
];

/** "I'm out of glue", "I'm off to lunch": somewhere else in the building, or nowhere at all. */
export const notAwayPhrases: readonly string[] = [
  'of',
  'to',
  'here',
  'by',
  'the',
  'in the',
  'in a',
  'at lunch',
  'at recess',
  'for lunch',
  'for recess',
  'from my',
  'and about',
  'and tired',
  'schedule',
  'topic',
];

/** "Until I'm back" tells no return. */
export const beforeReturn: readonly string[] = [
  'until',
  'till',
  'til',
  'once',
  'when',
  'whenever',
  'before',
  'if',
];

/** "Back to back", "I'm back from lunch": no return to work. */
export const afterBack: readonly string[] = ['to', 'from'];
