import { onPaper, withBooks, withNumbers } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const handwriting: readonly Move[] = [
  { words: 'Highlighted bottom line: letters sit on the yellow', at: onPaper },
  { words: 'A finger, craft stick or sticker as spacer between words', at: onPaper },
  { words: 'Copy from a card on the desk first, from the board last', at: onPaper, by: ['ot', 'setss'] },
  { words: 'One letter family on the board, written big from the shoulder', at: ['handwriting'], by: ['ot'] },
  { words: 'Write, circle the best letter, write one more like it', at: ['handwriting', 'writing'] },
  { words: 'Say the strokes aloud: “start at the top, down, up and over”', at: ['handwriting', 'phonics'] },
  { words: 'Trace the word in sand or on a textured card, then write it once', at: withBooks },
  { words: 'Graph paper, one digit per box', at: withNumbers },
  { words: 'Answers in one word, on lines with a starting dot', at: ['social_studies', 'centers'] },
  { words: 'Type half of it; the idea counts, not the pen', at: ['technology', 'writing'] },
  { words: 'Feet flat, paper tilted, helping hand on the page' },
  { words: 'Three neat words now, the rest told aloud' },
];
