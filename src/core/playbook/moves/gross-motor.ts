import { atTheDoor, listening, playing } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const grossMotor: readonly Move[] = [
  {
    words: 'Station course: balance line, step-ups, soft throw; three rounds',
    at: ['pe', 'specials'],
    by: ['pt'],
  },
  { words: 'Same game, own size: bigger ball, closer line, two bounces', at: ['pe'] },
  {
    words: 'Climb up by the ladder, down by the slide, hands on the rails',
    at: ['recess'],
    by: ['pt', 'ot'],
  },
  { words: 'Follow the leader over the playground lines: hop, step, tiptoe', at: [...playing, 'recess'] },
  { words: 'March, stomp and freeze to the beat', at: ['music'] },
  { words: 'Action words: all stand, do the word, sit down', at: [...listening, 'phonics'] },
  { words: 'Stairs: one hand on the rail, a foot for each step', at: atTheDoor, by: ['pt'] },
  { words: 'Movement break for all: ten star jumps, ten slow squats' },
  { words: 'Feet flat, hips back: change the chair before correcting the child', by: ['pt', 'ot'] },
  { words: 'A job with steps in it: hand out, collect, carry' },
];
