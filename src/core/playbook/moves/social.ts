import { atTables, eating, making, moving, playing, talking } from '../kind-groups.ts';
import type { Move } from '../move.ts';

export const social: readonly Move[] = [
  { words: 'Pair work with a job each: one builds, one reads, then swap', at: [...atTables, ...making] },
  { words: 'Teach “Can I play?” with a starter role, then step back', at: [...playing, 'recess'] },
  { words: 'Lead one cooperative game for all; nobody is out', at: moving, by: ['pt', 'ot', 'counseling'] },
  { words: 'Greeting choice at the door: wave, fist bump or word', at: ['arrival', ...talking] },
  {
    words: 'Conversation starters on the table; ask one, answer one',
    at: eating,
    by: ['speech', 'counseling'],
  },
  {
    words: 'Role-play the stuck moment with puppets or two volunteers',
    at: ['sel'],
    by: ['counseling', 'behavior'],
  },
  { words: 'Compliment round: each says one thing another did well', at: talking },
  { words: 'Book choice with a friend: recommend one, say why', at: ['library'] },
  { words: 'Show the hidden rule in a picture, then catch it done right' },
  { words: 'Prompt the peer, not the child: “ask him what he thinks”' },
  { words: 'Stand near, wait, help only when both have tried' },
];
