import { atTheDoor, eating } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const selfCare: readonly Move[] = [
  { words: 'Picture strip at the hook: bag, coat, folder, seat', at: ['arrival'] },
  {
    words: 'Coat on the floor, hood at the toes, arms in, flip over',
    at: ['arrival', 'dismissal'],
    by: ['ot'],
  },
  { words: 'Start the zip, let the child pull it up', at: atTheDoor },
  { words: 'Backpack check by list: folder, lunchbox, water', at: ['dismissal'] },
  { words: 'Open packages alone: find the notch, pinch, pull apart', at: eating, by: ['ot'] },
  { words: 'Tray with both hands, walk the taped line', at: ['lunch'] },
  { words: 'Wash hands by the song: wet, soap, rub, rinse, dry', at: [...eating, 'art'] },
  { words: 'Apron on and off alone; clean-up job with a wet cloth', at: ['art'] },
  { words: 'Backward chaining: you do it all but the last step' },
  { words: 'Wait ten seconds before you help' },
];
