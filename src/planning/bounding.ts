import { type Board, busyTherapists, dayOf } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { objectiveOf } from '../core/plan/objective.ts';
import type { Incumbent } from './incumbent.ts';
import type { PriceAnswer } from './tasks.ts';

const FIRST_TOLERANCE = 0.1;

/**
 * Lagrangian bounds: every therapist does the best he can at prices for class time; with what the time is worth
 * at these prices, no plan can do better. After a round, prices go up where more is wanted than there is.
 */
export const createBounding = (board: Board, incumbent: Incumbent, first: Prices) => {
  const { classVisitsPerDay, weights } = board.caseload;
  const everybody = busyTherapists(board);
  const nothingServed = objectiveOf(createDraft(board));
  let prices = complete(board, first);
  /** Where the prices would have everybody. */
  const wishes = new Map<number, PriceAnswer['schools']>();
  /** Of each therapist, as little as can be afforded. */
  const tolerances = new Map<number, number>();
  let answers: PriceAnswer[] = [];
  let open = [...everybody];
  let round = 0;
  let pace = 1;
  let lowest = Infinity;

  const endRound = (): void => {
    const priced = pricedTimes(prices, answers, classVisitsPerDay);
    const bound =
      answers.reduce((sum, answer) => sum + answer.bound, nothingServed) +
      priced.reduce((sum, { price, most }) => sum + price * most, 0);
    incumbent.proveBound(bound);
    if (bound >= lowest) pace = Math.max(0.1, pace * 0.7);
    lowest = Math.min(lowest, bound);
    // What costs nothing and is not wanted can stay as it is.
    const length = priced
      .filter(({ price, over }) => over >= 0 || price > 0)
      .reduce((sum, { over }) => sum + over * over, 0);
    const step = length === 0 ? 0 : (pace * Math.max(0, bound - incumbent.objective)) / length / 2;
    const slots = new Map<number, Map<number, number>>();
    const crowd = new Map<number, number>();
    for (const { classDay, minute, price, over } of priced) {
      const next = Math.max(0, price + step * over);
      if (minute === undefined) crowd.set(classDay, Math.min(weights.classDayOver, next));
      else slots.set(classDay, (slots.get(classDay) ?? new Map<number, number>()).set(minute, next));
    }
    prices = { slots, crowd };
  };

  return {
    get round() {
      return round;
    },
    /** Whose turn it is, and at what prices; undefined while the last of a round are still out. */
    take: () => {
      const therapist = open.shift();
      return therapist === undefined
        ? undefined
        : {
            therapist,
            prices,
            schools: wishes.get(therapist) ?? [],
            tolerance: tolerances.get(therapist) ?? FIRST_TOLERANCE,
          };
    },
    /** One of a round; the last of it ends it. */
    answer: (therapist: number, answer: PriceAnswer): void => {
      wishes.set(therapist, answer.schools);
      const tolerance = tolerances.get(therapist) ?? FIRST_TOLERANCE;
      tolerances.set(therapist, answer.isComplete ? tolerance / 1.5 : tolerance * 2);
      answers.push(answer);
      if (answers.length < everybody.length) return;
      endRound();
      answers = [];
      round += 1;
      open = [...everybody];
    },
  };
};

interface PricedTime {
  readonly classDay: number;
  /** Undefined: one more visit that day. */
  readonly minute: number | undefined;
  readonly price: number;
  /** How much of it there is. */
  readonly most: number;
  /** How much more of it is wanted than there is. */
  readonly over: number;
}

const pricedTimes = (
  { slots, crowd }: Prices,
  answers: readonly PriceAnswer[],
  classVisitsPerDay: number,
): PricedTime[] => {
  const wanted = (used: (use: Prices) => number | undefined) =>
    answers.reduce((sum, { use }) => sum + (used(use) ?? 0), 0);
  const times = [...slots].flatMap(([classDay, minutes]) =>
    [...minutes].map(([minute, price]) => {
      const over = wanted((use) => use.slots.get(classDay)?.get(minute)) - 1;
      return { classDay, minute, price, most: 1, over };
    }),
  );
  const days = [...crowd].map(([classDay, price]) => {
    const over = wanted((use) => use.crowd.get(classDay)) - classVisitsPerDay;
    return { classDay, minute: undefined, price, most: classVisitsPerDay, over };
  });
  return [...times, ...days];
};

/** A price, if only 0, for whatever two therapists could want at once. */
const complete = (board: Board, first: Prices): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  const who = new Map<number, Set<number>>();
  for (const { classroom, day, therapist, start } of board.candidates) {
    const classDay = dayOf(classroom, day);
    who.set(classDay, (who.get(classDay) ?? new Set()).add(therapist));
    const minutes = slots.get(classDay) ?? new Map<number, number>();
    slots.set(classDay, minutes.set(start, first.slots.get(classDay)?.get(start) ?? 0));
    crowd.set(classDay, Math.min(board.caseload.weights.classDayOver, first.crowd.get(classDay) ?? 0));
  }
  for (const [classDay, therapists] of who) if (therapists.size < 2) slots.delete(classDay);
  return { slots, crowd };
};
