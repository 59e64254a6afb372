import { overlaps } from '../time.ts';
import { at } from './at.ts';
import { type Candidate, dayOf } from './board.ts';
import { classIsFree, crowdCost, type Draft } from './draft.ts';

/** One visit of a pair on a day, or two; whom they serve is not decided yet. */
export interface DayOption {
  readonly candidates: readonly [Candidate] | readonly [Candidate, Candidate];
  /** Of the visits themselves, before anybody is served. */
  readonly worth: number;
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
  const shapes = new Map<readonly number[], Single[]>();
  for (const one of singlesOf(draft, pair, day, liking, bump)) {
    const alike = shapes.get(one.candidate.fits);
    if (alike === undefined) shapes.set(one.candidate.fits, [one]);
    else alike.push(one);
  }
  const lists = [...shapes.values()];
  return [
    ...lists.map((alike): DayOption => {
      const { candidate, worth } = alike.reduce((a, b) => (b.worth > a.worth ? b : a));
      return { candidates: [candidate], worth };
    }),
    ...doublesOf(draft, lists),
  ];
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
const doublesOf = ({ board }: Draft, shapes: readonly (readonly Single[])[]): DayOption[] =>
  shapes.flatMap((some, nth) =>
    shapes.slice(nth).flatMap((others) => {
      const [a, b] = [at(some, 0).candidate.fits, at(others, 0).candidate.fits];
      const best = complete(a, b, board.caseload.groupCap) ? bestApart(some, others) : undefined;
      return best === undefined ? [] : [best];
    }),
  );

const bestApart = (some: readonly Single[], others: readonly Single[]): DayOption | undefined => {
  let best: DayOption | undefined;
  for (const a of some)
    for (const b of others)
      if (a.worth + b.worth > (best?.worth ?? -Infinity) && !overlaps(a.candidate, b.candidate))
        best = { candidates: [a.candidate, b.candidate], worth: a.worth + b.worth };
  return best;
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
