import type { Piece } from '../scan.ts';
import type { Clause } from './clauses.ts';
import { isWithin } from './stretch.ts';

const beside: ReadonlySet<string> = new Set([
  ...['but', 'so', 'and', 'just', 'still', 'please', 'do', 'go', 'ahead', 'on', 'in', 'by', 'over', 'anyway'],
  ...['anyways', 'then', 'along', 'whenever', 'anytime', 'though', 'yes', 'sure', 'ok'],
]);

/** "But come", "just come on in anyway": a clause that says nothing else. */
export const onlyCome = (words: readonly Piece[], clauses: readonly Clause[]) =>
  clauses
    .filter((clause) => {
      const inside = words.filter((word) => word.kind === 'word' && isWithin(word, clause));
      return (
        inside.some(({ text }) => text === 'come') &&
        inside.every(({ text }) => text === 'come' || beside.has(text))
      );
    })
    .map(({ from, to }) => ({ value: 'welcome' as const, phrase: 'come', from, to }));
