import { atTables, moving, playing, talking, withNumbers } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const groupWork: readonly Move[] = [
  { words: 'Role cards for the table: reader, writer, timer, speaker', at: atTables },
  {
    words: 'Talking chips: each puts one in when speaking',
    at: [...talking, ...atTables],
    by: ['speech', 'counseling'],
  },
  { words: 'Two do one problem: one says, one writes, then change', at: withNumbers },
  { words: 'One part of the instrument or song for each small group', at: ['music'] },
  { words: 'Team game with one shared goal; count passes, not winners', at: moving, by: ['pt', 'ot'] },
  { words: 'Build one thing from one box; share, ask, wait', at: playing },
  {
    words: 'Script for disagreeing: “I see it another way”',
    at: ['sel', 'group_project', 'social_studies'],
    by: ['counseling', 'behavior'],
  },
  { words: 'Start with a task that cannot be done alone' },
  { words: 'Name what worked as a group, once, at the end' },
];
