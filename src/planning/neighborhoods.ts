import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists, DAYS, week } from '../core/plan/board.ts';
import { below, type Dice, shuffled } from '../core/plan/dice.ts';

/** A part of the week small enough to be solved exactly. */
export interface Neighborhood {
  readonly therapists: readonly number[];
  readonly days: readonly number[];
  readonly openHalves: readonly (readonly [number, number])[];
}

/** The larger the size, the more is open. */
type Kind = (given: { board: Board; dice: Dice; size: number }) => Neighborhood;

const someDays = (dice: Dice, count: number) =>
  shuffled(dice, week).slice(0, Math.max(1, Math.min(DAYS, count)));
export const allHalves = (therapists: readonly number[], days: readonly number[]): [number, number][] =>
  therapists.flatMap((therapist) =>
    days.flatMap((day): [number, number][] => [
      [therapist, 2 * day],
      [therapist, 2 * day + 1],
    ]),
  );

/** One therapist by chance, rather an itinerant one, and those who share most classes with him. */
const circle = (board: Board, dice: Dice, count: number): number[] => {
  const everybody = board.pairsOf.map((_, therapist) => therapist);
  const movers = everybody.filter((therapist) => at(board.schoolsOf, therapist).length > 1);
  const from = movers.length > 0 && dice() < 0.8 ? movers : everybody;
  const first = at(from, below(dice, from.length));
  const classes = new Set(at(board.pairsOf, first).map((pair) => at(board.pairs, pair).classroom));
  const shared = (therapist: number) =>
    at(board.pairsOf, therapist).filter((pair) => classes.has(at(board.pairs, pair).classroom)).length;
  const others = busyTherapists(board)
    .filter((therapist) => therapist !== first)
    .map((therapist) => ({ therapist, near: shared(therapist) + 2 * dice() }))
    .sort((a, b) => b.near - a.near);
  return [first, ...others.slice(0, Math.max(0, count - 1)).map(({ therapist }) => therapist)];
};

export const kinds: readonly Kind[] = [
  function wholeDays({ board, dice, size }) {
    const therapists = circle(board, dice, 8);
    const days = someDays(dice, 2 + size);
    return { therapists, days, openHalves: allHalves(therapists, days) };
  },
  function oneOpen({ board, dice, size }) {
    const therapists = circle(board, dice, 3 + size);
    return { therapists, days: week, openHalves: allHalves(therapists.slice(0, 1), week) };
  },
  function fewOpen({ board, dice, size }) {
    const therapists = circle(board, dice, 3 + size);
    const days = someDays(dice, 3);
    return { therapists, days, openHalves: allHalves(therapists, days) };
  },
  function settled({ board, dice, size }) {
    return { therapists: circle(board, dice, 6 + size), days: week, openHalves: [] };
  },
  function mixed({ board, dice, size }) {
    const therapists = circle(board, dice, 4 + size);
    return { therapists, days: week, openHalves: allHalves(therapists, week).filter(() => dice() < 0.25) };
  },
];

/** Sizes grow while a kind is solved and finds nothing, and shrink when it takes too long; what pays comes more often. */
export const createChoice = (board: Board, dice: Dice) => {
  const tried = kinds.map((kind) => ({ kind, size: 0, pay: 1 }));
  return {
    next: () => {
      let point = dice() * tried.reduce((sum, { pay }) => sum + pay, 0);
      const one =
        tried.find(({ pay }) => {
          point -= pay;
          return point < 0;
        }) ?? at(tried, 0);
      return {
        neighborhood: one.kind({ board, dice, size: Math.floor(one.size) }),
        learn: (gain: number, cost: number, isOptimal: boolean) => {
          one.pay = 0.8 * one.pay + 0.2 * Math.min(3, gain / Math.max(0.2, cost)) + 0.02;
          if (!isOptimal) one.size = Math.max(-1, one.size - 0.5);
          else if (gain <= 0) one.size = Math.min(4, one.size + 0.34);
        },
      };
    },
  };
};
