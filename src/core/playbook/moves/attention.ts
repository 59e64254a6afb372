import {
  atTables,
  listening,
  making,
  moving,
  onPaper,
  talking,
  withBooks,
  withNumbers,
} from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const attention: readonly Move[] = [
  { words: 'Fold the page: one part at a time, a tick for each', at: [...onPaper, ...withNumbers] },
  {
    words: 'Timer for five minutes of work, thirty seconds of stretch',
    at: onPaper,
    by: ['ot', 'behavior', 'setss'],
  },
  { words: 'Job during listening: hold the picture, count the word “but”', at: listening },
  { words: 'Fidget with one rule: in the hand, under the table, eyes up', at: [...listening, ...talking] },
  { words: 'Reading window or ruler under the line', at: withBooks },
  { words: 'Clear the table to what this step needs', at: [...atTables, ...making, 'technology'] },
  { words: 'Stop-and-go game: freeze on the signal, say the next rule', at: moving, by: ['ot', 'pt'] },
  {
    words: 'Check-in every ten minutes: thumb up, side or down',
    at: onPaper,
    by: ['behavior', 'counseling'],
  },
  { words: 'Stand at the back table with the same work', at: [...onPaper, ...withNumbers, 'science'] },
  { words: 'Touch the desk and point to the line instead of calling the name' },
  { words: 'Say the first step only; the next one when it is done' },
];
