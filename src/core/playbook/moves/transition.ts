import { atTables, atTheDoor } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const transition: readonly Move[] = [
  {
    words: 'Five-two-one: say it, show it on the timer, then move',
    at: ['centers', 'free_play', 'specials'],
  },
  { words: 'A job in line: door, lights, caboose', at: atTheDoor },
  { words: 'First to move, with a buddy, before the crowd', at: atTheDoor, by: ['ot', 'behavior'] },
  {
    words: 'Pocket schedule: next picture comes off, goes along',
    at: atTheDoor,
    by: ['setss', 'behavior', 'speech'],
  },
  { words: 'Clean-up song; the table is ready when the song ends', at: atTables },
  { words: 'Carry something from here to there', at: ['transition', 'dismissal'] },
  { words: 'Say what ends, what comes, and one good thing about it' },
  { words: 'Walk the route once when the hall is empty' },
];
