import type { Move } from '../move.ts';

export const arrival: readonly Move[] = [
  { words: 'Meet at the door: same three words, same handshake', at: ['arrival'] },
  { words: 'Picture strip at the hook: coat, folder, lunch choice, seat', at: ['arrival'] },
  {
    words: 'Two heavy jobs on the way in: chairs down, crate to the shelf',
    at: ['arrival'],
    by: ['ot', 'pt'],
  },
  {
    words: 'Feelings check-in on the board, by color, for everybody',
    at: ['arrival'],
    by: ['counseling', 'behavior'],
  },
  { words: 'A first task that always works: puzzle, coloring, sharpening' },
  { words: 'Count how many steps went alone; tell it to the child only' },
];
