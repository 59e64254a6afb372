import { at } from './at.ts';
import { bestPair } from './best-pair.ts';
import { type Board, type Candidate, DAYS, dayOf } from './board.ts';
import type { Liking } from './day-options.ts';
import { createDraft } from './draft.ts';

/** Prices hold for so many minutes. */
const STEP_MINUTES = 15;
const STEPS = (24 * 60) / STEP_MINUTES;
/** Points by which a price goes up for each one too many, and after how many rounds by half of that. */
const FIRST_PACE = 0.5;
const SLOWER_BY = 8;

/**
 * What the time of therapists and classes is worth, found like at an auction: every pair takes the week it likes
 * best at these prices, as if it were alone, and the price of time that several want goes up.
 */
export const createTimePrices = (board: Board) => {
  const { therapists, classes } = board.caseload;
  const mine = new Float64Array(therapists.length * DAYS * STEPS);
  const theirs = new Float64Array(classes.length * DAYS * STEPS);
  const nobody = createDraft(board);
  let rounds = 0;

  const each = ({ day, start, end }: Candidate, whose: number, say: (place: number) => void): void => {
    const last = Math.ceil(end / STEP_MINUTES);
    for (let step = Math.floor(start / STEP_MINUTES); step < last; step += 1)
      say(dayOf(whose, day) * STEPS + step);
  };
  const priceOf: Liking = (candidate) => {
    let price = 0;
    each(candidate, candidate.therapist, (place) => {
      price += at(mine, place);
    });
    each(candidate, candidate.classroom, (place) => {
      price += at(theirs, place);
    });
    return -price;
  };

  return {
    /** Negative: the more others want the time, the less it is liked. */
    liking: priceOf,
    /** One round, a step for each pair. */
    bids: function* (): Generator<undefined, void> {
      const wantMine = new Int16Array(mine.length);
      const wantTheirs = new Int16Array(theirs.length);
      for (let pair = 0; pair < board.pairs.length; pair += 1) {
        for (const { candidate } of bestPair(nobody, pair, priceOf)) {
          each(candidate, candidate.therapist, (place) => {
            wantMine[place] = at(wantMine, place) + 1;
          });
          each(candidate, candidate.classroom, (place) => {
            wantTheirs[place] = at(wantTheirs, place) + 1;
          });
        }
        yield;
      }
      const pace = FIRST_PACE / (1 + rounds / SLOWER_BY);
      for (const [prices, wanted] of [
        [mine, wantMine],
        [theirs, wantTheirs],
      ] as const)
        for (let place = 0; place < prices.length; place += 1)
          prices[place] = Math.max(0, at(prices, place) + pace * (at(wanted, place) - 1));
      rounds += 1;
    },
  };
};
