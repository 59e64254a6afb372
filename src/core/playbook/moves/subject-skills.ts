import { withBooks, withNumbers } from '../kind-groups.ts';
import type { Move } from '../move.ts';

/** Goals bound to one subject, worked on in that lesson’s own material (needs 10). */
export const readingSkills: readonly Move[] = [
  { words: 'Tap the sounds of three words from today’s text, then read the line', at: withBooks },
  {
    words: 'Sort today’s words by their vowel, diphthongs on a pile of their own',
    at: ['phonics', 'reading'],
  },
  { words: 'Read one line, a partner reads the next', at: withBooks },
  { words: 'Underline the part of the word that is known, then read the rest' },
];

export const writtenExpression: readonly Move[] = [
  { words: 'Say the sentence, count its words on fingers, write it', at: ['writing'] },
  { words: 'Three boxes: who, did what, why; then a sentence each', at: ['writing'] },
  { words: 'Two sentence starters to choose from' },
];

export const mathSkills: readonly Move[] = [
  { words: 'Show it with things, draw it, then write it in numbers', at: withNumbers },
  { words: 'One worked example beside the task, the next with a gap', at: withNumbers },
  { words: 'Cover all problems but one' },
];
