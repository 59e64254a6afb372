import {
  atTables,
  atTheDoor,
  making,
  moving,
  onPaper,
  talking,
  withBooks,
  withNumbers,
} from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const instructions: readonly Move[] = [
  { words: 'Steps as three pictures on the table; move the clip', at: [...atTables, ...making] },
  {
    words: 'Circle the action word in each direction, then do it',
    at: [...onPaper, ...withNumbers],
    by: ['setss', 'speech'],
  },
  { words: 'Say it back to your partner before you start', at: [...talking, ...atTables] },
  { words: 'Do problem one together, two side by side, three alone', at: withNumbers, by: ['setss'] },
  {
    words: 'Simon says with the lesson’s words: first, before, after',
    at: [...moving, ...talking],
    by: ['speech'],
  },
  { words: 'Packing list with boxes to tick', at: atTheDoor },
  { words: 'Keyboard steps on a card beside the screen', at: ['technology'] },
  { words: 'First word of each step in color', at: withBooks },
  { words: 'Show a finished one before they begin', at: ['art', 'science', 'group_project'] },
  { words: 'One direction, pause, look for the start, then the next' },
  { words: 'Point, show, then say: least help that works' },
];
