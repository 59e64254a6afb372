import { atTables, eating, onPaper, playing, talking, withBooks, withNumbers } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const language: readonly Move[] = [
  { words: 'Sentence starters on the table: “I think… because…”', at: [...talking, ...atTables] },
  {
    words: 'Who–where–what-happened strip to retell the story',
    at: ['read_aloud', ...withBooks],
    by: ['speech', 'setss'],
  },
  {
    words: 'Three key words with pictures before the lesson; use each twice',
    at: [...withBooks, 'science', 'social_studies'],
  },
  {
    words: 'Think aloud, then pause: wait five seconds for an answer',
    at: ['read_aloud', 'morning_meeting'],
  },
  { words: 'Tell it first, draw it, then write it', at: onPaper },
  { words: 'Act the word problem with objects; say what is asked', at: withNumbers },
  {
    words: 'Barrier game with a partner: describe, listen, build',
    at: ['centers', 'free_play'],
    by: ['speech'],
  },
  { words: 'Comment, don’t quiz: say what they do, add one word', at: [...playing, ...eating] },
  { words: 'Talking role with a script: reporter, asker, summarizer', at: ['group_project', 'library'] },
  { words: 'Expand: repeat what was said, one step longer' },
  { words: 'Offer two words to choose from instead of an open question' },
  { words: 'Core words on the communication board, modelled by you first', by: ['speech'] },
];
