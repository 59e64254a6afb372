import { listening, moving, onPaper, playing, talking } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const regulation: readonly Move[] = [
  { words: 'Zones check on the desk card, then one tool from the same color', at: talking },
  { words: 'Lead the class in five-finger breathing, then start', at: [...talking, ...onPaper] },
  {
    words: 'Name it, rate it 1 to 5, choose a tool: all of the class does it',
    at: ['sel'],
    by: ['counseling'],
  },
  { words: 'First–then strip on the desk; cross off together', at: onPaper, by: ['behavior', 'setss'] },
  { words: 'Break card practiced while calm: hand it over, two minutes, return', at: onPaper },
  { words: 'Carpet spot at the edge with a clear way out', at: listening },
  { words: 'Agree on a cool-down place before the game starts', at: [...moving, ...playing] },
  { words: 'Two minutes of slow walking and heavy breaths after coming in', at: ['recess', 'pe', 'arrival'] },
  { words: 'Preview what changes today, with a picture', at: ['arrival', 'dismissal', 'party', 'specials'] },
  { words: 'Praise the try: “you noticed and took a breath”', by: ['behavior', 'counseling'] },
  { words: 'Co-regulate: low voice, side by side, few words, wait' },
  { words: 'Two choices that are both fine, then time to choose' },
];
