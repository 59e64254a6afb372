import { overlaps } from '../time.ts';
import { at } from './at.ts';
import { type Candidate, dayOf } from './board.ts';
import { classIsFree, crowdCost, type Draft } from './draft.ts';

/** One visit of a pair on a day, or two; whom they serve is not decided yet. */
export interface DayOption {
  readonly candidates: readonly [Candidate] | readonly [Candidate, Candidate];
  /** Of the visits themselves, before anybody is served. */
  readonly worth: number;
  /** What it is worth to each mandate, in the better of the two. */
  readonly fits: readonly number[];
}

/** How a candidate is liked beyond its worth; negative when it is to be avoided. */
export type Liking = (candidate: Candidate) => number;

interface Single {
  readonly candidate: Candidate;
  readonly worth: number;
}

/**
 * What a pair could do on this day beside everything else in the draft: of starts that serve alike only the best.
 * With `bump`, the therapist's own visits may be pushed away at that price each.
 */
export const dayOptions = (
  draft: Draft,
  pair: number,
  day: number,
  liking: Liking,
  bump: number,
): DayOption[] => {
  const singles = singlesOf(draft, pair, day, liking, bump);
  const best: Single[] = [];
  for (const one of singles) keepBest(best, one, (other) => other.candidate.fits === one.candidate.fits);
  const options = best.map(
    ({ candidate, worth }): DayOption => ({ candidates: [candidate], worth, fits: candidate.fits }),
  );
  const all = [...options, ...doublesOf(draft, singles)];
  return all.filter(
    (one, nth) => !all.some((other, index) => index !== nth && beats(other, one, index < nth)),
  );
};

const singlesOf = (draft: Draft, pair: number, day: number, liking: Liking, bump: number): Single[] => {
  const { board } = draft;
  const { weights } = board.caseload;
  const { therapist } = at(board.pairs, pair);
  const today = at(draft.byTherapistDay, dayOf(therapist, day));
  const schools = [0, 1].map(
    (half) => today.find(({ candidate }) => candidate.half === half)?.candidate.school,
  );
  const singles: Single[] = [];
  for (const candidate of at(board.byPairDay, dayOf(pair, day))) {
    let worth = (candidate.kept ? weights.keep : 0) - weights.visit + liking(candidate);
    for (const { candidate: other } of today) if (clash(candidate, other)) worth -= bump;
    if (worth === -Infinity || !classIsFree(draft, candidate)) continue;
    const there = schools[1 - candidate.half];
    if (schools[candidate.half] === undefined && there !== undefined && there !== candidate.school)
      worth -= weights.schoolSwap;
    singles.push({ candidate, worth: worth - crowdCost(draft, candidate) });
  }
  return singles;
};

/** Whether one therapist cannot have both. */
export const clash = (a: Candidate, b: Candidate): boolean =>
  overlaps(a, b) || (a.half === b.half && a.school !== b.school);

/** Two visits on one day are worth their cost only where each suits somebody better, or one has not room for all. */
const doublesOf = ({ board }: Draft, singles: readonly Single[]): DayOption[] => {
  const { groupCap } = board.caseload;
  const doubles: DayOption[] = [];
  singles.forEach((a, nth) => {
    for (let later = nth + 1; later < singles.length; later += 1) {
      const b = at(singles, later);
      const [one, two] = [a.candidate.fits, b.candidate.fits];
      if (overlaps(a.candidate, b.candidate) || !complete(one, two, groupCap)) continue;
      const worth = a.worth + b.worth;
      const known = doubles.findIndex(({ candidates: [x, y] }) => x.fits === one && y?.fits === two);
      if (known >= 0 && at(doubles, known).worth >= worth) continue;
      const fits = known >= 0 ? at(doubles, known).fits : one.map((fit, m) => Math.max(fit, at(two, m)));
      doubles[known >= 0 ? known : doubles.length] = { candidates: [a.candidate, b.candidate], worth, fits };
    }
  });
  return doubles;
};

const complete = (one: readonly number[], two: readonly number[], groupCap: number): boolean => {
  let [better, worse, fitting] = [0, 0, 0];
  for (let nth = 0; nth < one.length; nth += 1) {
    const [a, b] = [at(one, nth), at(two, nth)];
    if (a > b) better += 1;
    if (a < b) worse += 1;
    if (a > 0 || b > 0) fitting += 1;
  }
  return (better > 0 && worse > 0) || fitting > groupCap;
};

const keepBest = <T extends { readonly worth: number }>(
  list: T[],
  one: T,
  isAlike: (other: T) => boolean,
): void => {
  const index = list.findIndex(isAlike);
  if (index < 0) list.push(one);
  else if (at(list, index).worth < one.worth) list[index] = one;
};

/** Room for more counts too: two visits are beaten by one only where one has room for all. */
const beats = (other: DayOption, one: DayOption, isFirst: boolean): boolean =>
  (other.worth > one.worth || (other.worth === one.worth && isFirst)) &&
  other.candidates.length >= one.candidates.length &&
  other.fits.every((fit, nth) => fit >= at(one.fits, nth));
