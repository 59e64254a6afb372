import { at } from './at.ts';
import { DAYS } from './board.ts';
import { type DayOption, dayOptions, type Liking } from './day-options.ts';
import type { Draft, Visit } from './draft.ts';

/** How each state was reached on one day: from which state (-1: it was there before), by which option. */
interface DaySteps {
  readonly options: readonly DayOption[];
  readonly from: Int32Array;
  readonly by: Int32Array;
}

/** Enough for four students with seven sessions each; of pairs with more, some sessions wait for another turn. */
const MOST_STATES = 4096;

/**
 * The best visits of one pair in its week beside everything else in the draft, where the pair has none yet.
 * Exact, by dynamic programming: a state is how many sessions each mandate still misses after a day.
 */
export const bestPair = (draft: Draft, pair: number, liking: Liking, bump = Infinity): Visit[] => {
  const { groupCap, weights } = draft.board.caseload;
  const { mandates } = at(draft.board.pairs, pair);
  const size = mandates.length;
  const unit = new Int32Array(size);
  const radix = new Int32Array(size);
  let states = 1;
  for (let nth = 0; nth < size; nth += 1) {
    const sessions = at(draft.missing, at(mandates, nth));
    unit[nth] = states;
    radix[nth] = Math.min(sessions + 1, Math.max(1, Math.floor(MOST_STATES / states)));
    states *= at(radix, nth);
  }
  const left = (state: number, nth: number) => Math.floor(state / at(unit, nth)) % at(radix, nth);
  let worth = new Float64Array(states).fill(-1);
  worth[states - 1] = 0;
  const week: DaySteps[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const options = dayOptions(draft, pair, day, liking, bump);
    const next = Float64Array.from(worth);
    const from = new Int32Array(states).fill(-1);
    const by = new Int32Array(states);
    options.forEach(({ candidates: [one, two], worth: own }, option) => {
      const room = two === undefined ? 0 : groupCap;
      for (let origin = states - 1; origin >= 0; origin -= 1) {
        if (at(worth, origin) < 0) continue;
        const serve = (first: number, roomOne: number, roomTwo: number, state: number, value: number) => {
          for (let nth = first; nth < size; nth += 1) {
            if (left(origin, nth) === 0) continue;
            const inOne = roomOne > 0 ? at(one.fits, nth) : 0;
            const inTwo = roomTwo > 0 && two !== undefined ? at(two.fits, nth) : 0;
            if (inOne <= 0 && inTwo <= 0) continue;
            const [restOne, restTwo] = inOne >= inTwo ? [roomOne - 1, roomTwo] : [roomOne, roomTwo - 1];
            const after = state - at(unit, nth);
            const gained = value + Math.max(inOne, inTwo) + weights.unmetSession;
            if (gained > at(next, after) && restOne < groupCap && (two === undefined || restTwo < groupCap)) {
              next[after] = gained;
              from[after] = origin;
              by[after] = option;
            }
            if (restOne + restTwo > 0) serve(nth + 1, restOne, restTwo, after, gained);
          }
        };
        serve(0, groupCap, room, origin, at(worth, origin) + own);
      }
    });
    worth = next;
    week.push({ options, from, by });
  }
  let state = states - 1;
  for (let one = 0; one < states; one += 1) if (at(worth, one) > at(worth, state)) state = one;
  const visits: Visit[] = [];
  for (const { options, from, by } of week.reverse()) {
    const origin = at(from, state);
    if (origin < 0) continue;
    const served = mandates.flatMap((_, nth) => (left(origin, nth) === left(state, nth) ? [] : [nth]));
    visits.push(...groupsOf(at(options, at(by, state)), served, mandates, groupCap));
    state = origin;
  }
  return visits;
};

/** Each where it fits better, as long as there is room. */
const groupsOf = (
  { candidates: [one, two] }: DayOption,
  served: readonly number[],
  mandates: readonly number[],
  groupCap: number,
): Visit[] => {
  const first: number[] = [];
  const second: number[] = [];
  for (const nth of served) {
    const inOne = first.length < groupCap ? at(one.fits, nth) : 0;
    const inTwo = two !== undefined && second.length < groupCap ? at(two.fits, nth) : 0;
    (inOne >= inTwo ? first : second).push(at(mandates, nth));
  }
  const visits: Visit[] = [{ candidate: one, group: first }];
  return two === undefined ? visits : [...visits, { candidate: two, group: second }];
};
