import { atTables, eating, listening, making, moving, onPaper, playing } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const sensory: readonly Move[] = [
  { words: 'Whole-class chair push-ups and wall pushes before sitting down', at: onPaper, by: ['ot', 'pt'] },
  { words: 'Seat at the edge, back to the traffic, headphones within reach', at: [...onPaper, ...atTables] },
  {
    words: 'Wiggle cushion or band on the chair legs, agreed with the class',
    at: [...onPaper, ...listening],
  },
  { words: 'Quiet fidget in the pocket hand; eyes stay on the reader', at: listening },
  { words: 'Tool instead of fingers first: brush, stick, then one fingertip', at: making, by: ['ot'] },
  { words: 'Start at the far end of the room and come closer song by song', at: ['music'] },
  { words: 'Heavy job at the start: carry the crate, pull the cart, hold the door', at: moving },
  {
    words: 'One new food on the plate: look, touch, smell; no need to eat',
    at: eating,
    by: ['ot', 'speech'],
  },
  { words: 'End seat of the table, lunch out before the crowd comes', at: eating },
  { words: 'Quiet corner shown to everybody: five minutes, then back', at: [...playing, 'sel'] },
  { words: 'Choose: push, squeeze or breathe, one minute, then back to work' },
  { words: 'Say what comes: “the bell is loud in two minutes”, and plan for it' },
];
