import { at } from '../core/plan/at.ts';
import { type Board, DAYS } from '../core/plan/board.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import type { Incumbent } from './incumbent.ts';
import type { PriceAnswer } from './tasks.ts';

/**
 * Lagrangian bounds: every therapist does the best he can at prices for class time; with what the time is worth
 * at these prices, no plan can do better. After a round, prices go up where more is wanted than there is.
 */
export const createBounding = (board: Board, incumbent: Incumbent, first: Prices) => {
  const { classVisitsPerDay, weights } = board.caseload;
  const nothingServed = board.mandates.reduce(
    (sum, { sessions }) => sum - weights.unmetSession * sessions,
    0,
  );
  let prices = complete(board, first);
  let answers = new Map<number, PriceAnswer>();
  let open = everybody(board);
  let round = 0;
  let pace = 1;
  let lowest = Infinity;
  return {
    get prices() {
      return prices;
    },
    get round() {
      return round;
    },
    /** Whose turn it is; undefined while the last of a round are still out. */
    take: (): number | undefined => open.shift(),
    answer: (therapist: number, answer: PriceAnswer): void => {
      answers.set(therapist, answer);
      if (answers.size < everybody(board).length) return;
      let bound = nothingServed;
      for (const one of answers.values()) bound += one.bound;
      let length = 0;
      const slack = (used: number, most: number) => most - used;
      const uses = [...answers.values()].map(({ use }) => use);
      const slots = new Map<number, Map<number, number>>();
      const steps: (() => void)[] = [];
      const nextCrowd = new Map<number, number>();
      let step = 0;
      for (const [classDay, minutes] of prices.slots) {
        const next = new Map<number, number>();
        slots.set(classDay, next);
        for (const [minute, price] of minutes) {
          bound += price;
          const over = -slack(
            uses.reduce((sum, use) => sum + (use.slots.get(classDay)?.get(minute) ?? 0), 0),
            1,
          );
          if (over < 0 && price === 0) next.set(minute, 0);
          else {
            length += over * over;
            steps.push(() => next.set(minute, Math.max(0, price + step * over)));
          }
        }
      }
      for (const [classDay, price] of prices.crowd) {
        bound += classVisitsPerDay * price;
        const over = -slack(
          uses.reduce((sum, use) => sum + (use.crowd.get(classDay) ?? 0), 0),
          classVisitsPerDay,
        );
        if (over < 0 && price === 0) nextCrowd.set(classDay, 0);
        else {
          length += over * over;
          steps.push(() =>
            nextCrowd.set(classDay, Math.min(weights.classDayOver, Math.max(0, price + step * over))),
          );
        }
      }
      incumbent.proveBound(bound);
      if (bound >= lowest) pace = Math.max(0.1, pace * 0.7);
      lowest = Math.min(lowest, bound);
      step = length === 0 ? 0 : (pace * Math.max(0, bound - incumbent.objective)) / length / 2;
      for (const put of steps) put();
      prices = { slots, crowd: nextCrowd };
      answers = new Map();
      round += 1;
      open = everybody(board);
    },
  };
};

const everybody = ({ pairsOf }: Board): number[] =>
  pairsOf.flatMap((pairs, therapist) => (pairs.length > 0 ? [therapist] : []));

/** A price, if only 0, for whatever two therapists could want at once. */
const complete = (board: Board, first: Prices): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  const who = new Map<number, Set<number>>();
  for (const { classroom, day, therapist, start } of board.candidates) {
    const classDay = classroom * DAYS + day;
    who.set(classDay, (who.get(classDay) ?? new Set()).add(therapist));
    const minutes = slots.get(classDay) ?? new Map<number, number>();
    slots.set(classDay, minutes.set(start, first.slots.get(classDay)?.get(start) ?? 0));
    crowd.set(classDay, Math.min(board.caseload.weights.classDayOver, first.crowd.get(classDay) ?? 0));
  }
  for (const [classDay, therapists] of who) if (therapists.size < 2) slots.delete(classDay);
  return {
    slots,
    crowd: new Map([...crowd].filter(([classDay]) => at([...(who.get(classDay) ?? [])], 0) !== undefined)),
  };
};
