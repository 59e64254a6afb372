import { atTables, eating, moving, playing, talking } from '../kind-groups.ts';
import type { Move } from '../move.ts';

/** Nobody is told to be an example: the task brings two together (needs 46). */
export const peers: readonly Move[] = [
  { words: 'A task for two, one of whom has done it before', at: atTables },
  { words: 'Everybody at the table shows one way; each picks one to try', at: atTables },
  { words: 'Learn one step, then show it to the next', at: ['art', 'music', 'group_project'] },
  { words: 'Watch one round from the side, then join the next', at: [...playing, ...moving] },
  { words: 'A job that takes two: carry, hold, count', at: ['pe', 'recess', 'lunch'] },
  { words: 'Turn and talk; whoever talks more easily begins', at: talking },
  { words: 'Open the talk at the table, then only listen', at: eating },
  { words: 'Point to how a neighbor starts, without a name' },
  { words: 'Step back as soon as two get going' },
];
