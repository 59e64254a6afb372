import { at } from '../core/plan/at.ts';
import type { Board } from '../core/plan/board.ts';

/** Therapists in groups of at most so many, those together who share classes. */
export const groupsOf = (board: Board, most: number): number[][] => {
  const left = new Set(board.pairsOf.flatMap((pairs, therapist) => (pairs.length > 0 ? [therapist] : [])));
  const classesOf = (therapist: number) =>
    at(board.pairsOf, therapist).map((pair) => at(board.pairs, pair).classroom);
  const groups: number[][] = [];
  while (left.size > 0) {
    const group: number[] = [];
    const classes = new Set<number>();
    while (group.length < most && left.size > 0) {
      const shared = (therapist: number) => classesOf(therapist).filter((one) => classes.has(one)).length;
      const next = [...left].reduce((a, b) => (shared(b) > shared(a) ? b : a));
      left.delete(next);
      group.push(next);
      for (const one of classesOf(next)) classes.add(one);
    }
    groups.push(group);
  }
  return groups;
};
