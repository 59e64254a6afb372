import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists } from '../core/plan/board.ts';
import { type Dice, shuffled } from '../core/plan/dice.ts';

/** Some therapists to be planned anew, and how: their schools in parts, or all of it in whole visits. */
export interface Neighborhood {
  readonly therapists: readonly number[];
  readonly kind: 'schools' | 'part';
}

/** As many as can be planned together in seconds. */
export const TOGETHER = 8;

/** A therapist and those who share most classes with him. */
const circle = (board: Board, dice: Dice, first: number, size: number): number[] => {
  const classes = new Set(at(board.pairsOf, first).map((pair) => at(board.pairs, pair).classroom));
  const shared = (therapist: number) =>
    at(board.pairsOf, therapist).filter((pair) => classes.has(at(board.pairs, pair).classroom)).length;
  const others = busyTherapists(board)
    .filter((therapist) => therapist !== first)
    .map((therapist) => ({ therapist, near: shared(therapist) + 2 * dice() }))
    .sort((a, b) => b.near - a.near);
  return [first, ...others.slice(0, size - 1).map(({ therapist }) => therapist)];
};

/** What pays comes more often. */
export const createChoice = (board: Board, dice: Dice) => {
  const everybody = busyTherapists(board);
  const kinds: { kind: Neighborhood['kind']; size: number; pay: number }[] = [
    { kind: 'schools', size: TOGETHER, pay: 2 },
    { kind: 'part', size: 1, pay: 1 },
    { kind: 'part', size: 2, pay: 1 },
    { kind: 'part', size: 3, pay: 0.5 },
  ];
  let deck: number[] = [];
  return {
    next: () => {
      let point = dice() * kinds.reduce((sum, { pay }) => sum + pay, 0);
      const chosen =
        kinds.find(({ pay }) => {
          point -= pay;
          return point < 0;
        }) ?? at(kinds, 0);
      if (deck.length === 0) deck = shuffled(dice, everybody);
      const therapists = circle(board, dice, deck.pop() ?? at(everybody, 0), chosen.size);
      const part: Neighborhood = { therapists, kind: chosen.kind };
      return {
        part,
        learn: (gain: number, cost: number): void => {
          chosen.pay = 0.85 * chosen.pay + 0.15 * Math.min(4, gain / Math.max(0.2, cost)) + 0.03;
        },
      };
    },
  };
};
