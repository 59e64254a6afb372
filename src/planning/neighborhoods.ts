import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists, DAYS, week } from '../core/plan/board.ts';
import { below, type Dice, shuffled } from '../core/plan/dice.ts';

/** A part of the week small enough to be solved exactly. */
export interface Neighborhood {
  readonly therapists: readonly number[];
  readonly days: readonly number[];
  /** Therapist and half-day whose school may change. */
  readonly openHalves: readonly (readonly [number, number])[];
}

/** As many as can be planned together in seconds, with their schools settled. */
export const TOGETHER = 8;

export const allHalves = (therapists: readonly number[], days: readonly number[]): [number, number][] =>
  therapists.flatMap((therapist) =>
    days.flatMap((day): [number, number][] => [
      [therapist, 2 * day],
      [therapist, 2 * day + 1],
    ]),
  );

/** A therapist and those who share most classes with him. */
export const circle = (board: Board, dice: Dice, first: number): number[] => {
  const classes = new Set(at(board.pairsOf, first).map((pair) => at(board.pairs, pair).classroom));
  const shared = (therapist: number) =>
    at(board.pairsOf, therapist).filter((pair) => classes.has(at(board.pairs, pair).classroom)).length;
  const others = busyTherapists(board)
    .filter((therapist) => therapist !== first)
    .map((therapist) => ({ therapist, near: shared(therapist) + 2 * dice() }))
    .sort((a, b) => b.near - a.near);
  return [first, ...others.slice(0, TOGETHER - 1).map(({ therapist }) => therapist)];
};

/** Of some therapists, days, and the first therapist’s schools: what is open. */
type Kind = (therapists: readonly number[], days: readonly number[]) => Neighborhood;
interface Tried {
  readonly kind: Kind;
  /** How many days are open, and drawn without putting back. */
  days: number;
  deck: (readonly number[])[];
  pay: number;
}

const everybodysDays: Kind = (therapists, days) => ({
  therapists,
  days,
  openHalves: allHalves(therapists, days),
});
const onesSchools: Kind = (therapists, days) => ({
  therapists,
  days: week,
  openHalves: allHalves(therapists.slice(0, 1), days),
});
const nobodysSchools: Kind = (therapists) => ({ therapists, days: week, openHalves: [] });

/** More days while a kind is solved and finds nothing, fewer when it takes too long; what pays comes more often. */
export const createChoice = (board: Board, dice: Dice) => {
  const everybody = busyTherapists(board);
  const movers = everybody.filter((therapist) => at(board.schoolsOf, therapist).length > 1);
  const tried: Tried[] = [
    { kind: everybodysDays, days: 2, deck: [], pay: 4 },
    { kind: onesSchools, days: DAYS, deck: [], pay: movers.length > 0 ? 1 : 0 },
    { kind: nobodysSchools, days: DAYS, deck: [], pay: 0.3 },
  ];
  return {
    next: () => {
      let point = dice() * tried.reduce((sum, { pay }) => sum + pay, 0);
      const one =
        tried.find(({ pay }) => {
          point -= pay;
          return point < 0;
        }) ?? at(tried, 0);
      if (one.deck.length === 0) one.deck = shuffled(dice, chosen(week, one.days));
      const days = one.deck.pop() ?? week;
      const from = movers.length > 0 && dice() < 0.8 ? movers : everybody;
      const part = one.kind(circle(board, dice, at(from, below(dice, from.length))), days);
      return {
        part,
        learn: (gain: number, cost: number, isOptimal: boolean): void => {
          one.pay = 0.85 * one.pay + 0.15 * Math.min(4, gain / Math.max(0.2, cost)) + 0.02;
          const more = isOptimal ? 1 : -1;
          if (!isOptimal || (gain <= 0 && one.deck.length === 0)) resize(one, one.days + more);
        },
      };
    },
  };
};

const resize = (one: Tried, days: number): void => {
  one.days = Math.max(1, Math.min(DAYS, days));
  one.deck = [];
};

/** Every choice of so many. */
const chosen = (from: readonly number[], count: number): number[][] =>
  count === 0
    ? [[]]
    : from.flatMap((first, nth) => chosen(from.slice(nth + 1), count - 1).map((rest) => [first, ...rest]));
