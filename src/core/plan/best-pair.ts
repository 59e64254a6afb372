import { at } from './at.ts';
import { DAYS } from './board.ts';
import { type DayOption, dayOptions, type Liking } from './day-options.ts';
import type { Draft, Visit } from './draft.ts';

/** Some of the mandates served on one day, in the best way to do it. */
interface Serving {
  /** One bit for each mandate. */
  readonly who: number;
  /** How far down the states it leads. */
  readonly step: number;
  readonly worth: number;
  readonly option: DayOption;
}

/** How each state was reached on one day: from which state (-1: it was there before), by which serving. */
interface DaySteps {
  readonly servings: readonly Serving[];
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
  const own = at(draft.board.pairs, pair).mandates;
  // Those with sessions left, by their place among the pair's own.
  const places: number[] = [];
  const units: number[] = [];
  let states = 1;
  for (let nth = 0; nth < own.length; nth += 1) {
    const most = Math.floor(MOST_STATES / states) - 1;
    const sessions = Math.min(at(draft.missing, at(own, nth)), most);
    if (sessions <= 0) continue;
    places.push(nth);
    units.push(states);
    states *= sessions + 1;
  }
  if (places.length === 0) return [];
  const waiting = whoWaits(units, states);
  let worth = new Float64Array(states).fill(-1);
  worth[states - 1] = 0;
  const week: DaySteps[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const servings = servingsOf(draft, dayOptions(draft, pair, day, liking, bump), places, units);
    const next = worth.slice();
    const from = new Int32Array(states).fill(-1);
    const by = new Int32Array(states);
    for (let nth = 0; nth < servings.length; nth += 1) {
      const { who, step, worth: gain } = at(servings, nth);
      for (let origin = step; origin < states; origin += 1) {
        const before = at(worth, origin);
        if (before < 0 || (at(waiting, origin) & who) !== who || before + gain <= at(next, origin - step))
          continue;
        next[origin - step] = before + gain;
        from[origin - step] = origin;
        by[origin - step] = nth;
      }
    }
    worth = next;
    week.push({ servings, from, by });
  }
  let state = worth.indexOf(worth.reduce((a, b) => Math.max(a, b)));
  const visits: Visit[] = [];
  for (const { servings, from, by } of week.reverse()) {
    const origin = at(from, state);
    if (origin < 0) continue;
    const { who, option } = at(servings, at(by, state));
    const served = places.filter((_, nth) => (who & (1 << nth)) !== 0);
    visits.push(...groupsOf(option, served, own, draft.board.caseload.groupCap));
    state = origin;
  }
  return visits;
};

/** For each state a bit for each mandate that still misses a session. */
const whoWaits = (units: readonly number[], states: number): Int32Array => {
  const waiting = new Int32Array(states);
  for (let nth = 0; nth < units.length; nth += 1) {
    const unit = at(units, nth);
    const radix = (at(units, nth + 1) ?? states) / unit;
    for (let state = 0; state < states; state += 1)
      if (Math.floor(state / unit) % radix > 0) waiting[state] = at(waiting, state) | (1 << nth);
  }
  return waiting;
};

interface Growing {
  readonly who: number;
  readonly step: number;
  readonly worth: number;
  /** Seats left in the first visit and in the second. */
  readonly one: number;
  readonly two: number;
}

/** Whoever can be served on a day together, each time by the best option for it. */
const servingsOf = (
  { board: { caseload } }: Draft,
  options: readonly DayOption[],
  places: readonly number[],
  units: readonly number[],
): Serving[] => {
  const { groupCap, weights } = caseload;
  const best = new Map<number, Serving>();
  for (const option of options) {
    const [first, second] = option.candidates;
    const seats = second === undefined ? 0 : groupCap;
    const found: Growing[] = [{ who: 0, step: 0, worth: option.worth, one: groupCap, two: seats }];
    for (let nth = 0; nth < places.length; nth += 1) {
      const fitOne = at(first.fits, at(places, nth));
      const fitTwo = second === undefined ? 0 : at(second.fits, at(places, nth));
      for (let from = found.length - 1; from >= 0; from -= 1) {
        const { who, step, worth, one, two } = at(found, from);
        const inOne = one > 0 ? fitOne : 0;
        const inTwo = two > 0 ? fitTwo : 0;
        if (inOne <= 0 && inTwo <= 0) continue;
        const grown: Growing = {
          who: who | (1 << nth),
          step: step + at(units, nth),
          worth: worth + Math.max(inOne, inTwo) + weights.unmetSession,
          one: inOne >= inTwo ? one - 1 : one,
          two: inOne >= inTwo ? two : two - 1,
        };
        found.push(grown);
        const isFilled = grown.one < groupCap && (second === undefined || grown.two < groupCap);
        if (isFilled && grown.worth > (best.get(grown.who)?.worth ?? -Infinity))
          best.set(grown.who, { who: grown.who, step: grown.step, worth: grown.worth, option });
      }
    }
  }
  return [...best.values()];
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
