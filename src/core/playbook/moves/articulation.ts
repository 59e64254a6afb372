import { atTables, eating, playing, talking, withBooks } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const articulation: readonly Move[] = [
  { words: 'Pick five target words from today’s text; hear, say, read them', at: withBooks, by: ['speech'] },
  { words: 'Sound hunt with the whole class: thumbs up when you hear it', at: ['phonics', 'read_aloud'] },
  {
    words: 'Mirror under the page: see the sound, then say the line',
    at: ['phonics', 'reading'],
    by: ['speech'],
  },
  { words: 'Turn-taking game with target words on the cards', at: [...atTables, ...playing] },
  { words: 'Greeting line: one good sound each in “good morning”', at: talking },
  { words: 'Sing the refrain slowly, hold the target sound', at: ['music'] },
  { words: 'Order and request with the sound: “four forks, please”', at: eating },
  {
    words: 'Rehearse the one sentence to say aloud before sharing it',
    at: ['group_project', 'library', 'morning_meeting'],
  },
  { words: 'Recast: say it back right, stress the sound, no “say it again”' },
  { words: 'Hand cue agreed on beforehand instead of a spoken reminder' },
  { words: 'Praise one clear try aloud, count the others silently', by: ['speech'] },
];
