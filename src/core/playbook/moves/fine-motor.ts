import { atTables, eating, making, onPaper, playing, withNumbers } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const fineMotor: readonly Move[] = [
  { words: 'Warm up ten fingers: pinch, push, pull, then pencils up', at: onPaper, by: ['ot', 'pt'] },
  { words: 'Broken crayon or golf pencil, so that only three fingers fit', at: onPaper },
  { words: 'Slant the work on a two-inch binder; check feet flat, paper tilted', at: onPaper, by: ['ot'] },
  { words: 'Scissors: thumb up, elbow in, the other hand turns the paper', at: [...atTables, ...making] },
  {
    words: 'Tongs, clothespins or droppers to move the pieces',
    at: [...atTables, ...withNumbers],
    by: ['ot'],
  },
  {
    words: 'Theraputty hunt for the letters or numbers of the lesson',
    at: ['centers', 'phonics'],
    by: ['ot'],
  },
  { words: 'Paper taped to the wall: draw or paint standing up', at: making },
  { words: 'Small glue dot with one finger, not the bottle', at: making },
  { words: 'Line up digits on graph paper; one manipulative per box', at: withNumbers },
  { words: 'Open one container alone: pinch, hold with the other hand, then pull', at: eating },
  { words: 'Both hands on the mouse or trackpad game, wrists resting', at: ['technology'] },
  { words: 'Beads, blocks or cards that need a pinch to pick up', at: playing },
  { words: 'The helping hand holds the paper, the other one works' },
  { words: 'Half the amount, done with a good pinch, is enough today' },
];
