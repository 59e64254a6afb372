import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists, week } from '../core/plan/board.ts';
import { type Dice, shuffled } from '../core/plan/dice.ts';

/** Some therapists, all of whose visits are planned anew, and those half-days whose school may change. */
export interface Neighborhood {
  readonly therapists: readonly number[];
  /** `2 × day + half` */
  readonly openHalves: readonly (readonly [number, number])[];
}

/** As many as can be planned together in seconds. */
export const TOGETHER = 8;

const halvesOf = (therapists: readonly number[], days: readonly number[]): [number, number][] =>
  therapists.flatMap((therapist) =>
    days.flatMap((day): [number, number][] => [
      [therapist, 2 * day],
      [therapist, 2 * day + 1],
    ]),
  );

/** A therapist and those who share most classes with him. */
const circle = (board: Board, dice: Dice, first: number): number[] => {
  const classes = new Set(at(board.pairsOf, first).map((pair) => at(board.pairs, pair).classroom));
  const shared = (therapist: number) =>
    at(board.pairsOf, therapist).filter((pair) => classes.has(at(board.pairs, pair).classroom)).length;
  const others = busyTherapists(board)
    .filter((therapist) => therapist !== first)
    .map((therapist) => ({ therapist, near: shared(therapist) + 2 * dice() }))
    .sort((a, b) => b.near - a.near);
  return [first, ...others.slice(0, TOGETHER - 1).map(({ therapist }) => therapist)];
};

/** What is open, of those in a circle who have several schools, in the order of the circle. */
interface Kind {
  readonly open: (movers: readonly number[]) => [number, number][];
  pay: number;
}

/** What pays comes more often. */
export const createChoice = (board: Board, dice: Dice) => {
  const everybody = busyTherapists(board);
  const moves = (therapist: number) => at(board.schoolsOf, therapist).length > 1;
  const someDays = (count: number) => shuffled(dice, week).slice(0, count);
  const kinds: Kind[] = [
    { open: (circle) => halvesOf(circle.slice(0, 1), week), pay: 2 },
    { open: (circle) => halvesOf(circle.slice(0, 2), someDays(3)), pay: 1 },
    { open: (circle) => halvesOf(circle.slice(0, 3), someDays(2)), pay: 1 },
    { open: (circle) => halvesOf(circle, someDays(1)), pay: 0.5 },
  ];
  let deck: number[] = [];
  return {
    next: () => {
      let point = dice() * kinds.reduce((sum, { pay }) => sum + pay, 0);
      const kind =
        kinds.find(({ pay }) => {
          point -= pay;
          return point < 0;
        }) ?? at(kinds, 0);
      if (deck.length === 0) deck = shuffled(dice, everybody);
      const therapists = circle(board, dice, deck.pop() ?? at(everybody, 0));
      const part: Neighborhood = { therapists, openHalves: kind.open(therapists.filter(moves)) };
      return {
        part,
        learn: (gain: number, cost: number): void => {
          kind.pay = 0.85 * kind.pay + 0.15 * Math.min(4, gain / Math.max(0.2, cost)) + 0.03;
        },
      };
    },
  };
};
