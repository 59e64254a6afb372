import { at } from './at.ts';
import { bestDay } from './best-day.ts';
import { bestPair } from './best-pair.ts';
import { DAYS, dayOf, week } from './board.ts';
import { clash, type Liking } from './day-options.ts';
import { below, type Dice, shuffled } from './dice.ts';
import { add, type Draft, remove, type Visit } from './draft.ts';
import type { Move } from './replan.ts';

/** A day or two from nothing, then some of the classes that were in them. */
export const moveDays = (draft: Draft, therapist: number, dice: Dice, liking: Liking): Move => {
  const some = shuffled(dice, week).slice(0, 1 + below(dice, 2));
  const goes = new Set(some.flatMap((day) => at(draft.byTherapistDay, dayOf(therapist, day))));
  const pairs = shuffled(dice, pairsAmong(goes)).slice(0, 2);
  for (const pair of pairs) for (const visit of visitsOfPair(draft, pair)) goes.add(visit);
  // These have their turn afterwards.
  const others: Liking = (candidate) => (pairs.includes(candidate.pair) ? -Infinity : liking(candidate));
  return {
    therapist,
    goes,
    comes: [
      ...some.map((day) => () => bestDay(draft, therapist, day, others)),
      ...pairs.map((pair) => () => bestPair(draft, pair, liking)),
    ],
  };
};

/** The weeks of a few classes. */
export const moveClasses = (draft: Draft, therapist: number, dice: Dice, liking: Liking): Move => {
  const pairs = shuffled(dice, at(draft.board.pairsOf, therapist)).slice(0, 1 + below(dice, 4));
  return {
    therapist,
    goes: new Set(pairs.flatMap((pair) => visitsOfPair(draft, pair))),
    comes: pairs.map((pair) => () => bestPair(draft, pair, liking)),
  };
};

/** One class, rather one that misses sessions, takes what it likes; those it pushes away are planned after it. */
export const pushThrough = (draft: Draft, therapist: number, dice: Dice, liking: Liking): Move => {
  const own = at(draft.board.pairsOf, therapist);
  const lacking = own.filter((pair) => lacks(draft, pair));
  const from = lacking.length > 0 && dice() < 0.7 ? lacking : own;
  const pair = at(from, below(dice, from.length));
  const goes = new Set(visitsOfPair(draft, pair));
  for (const visit of goes) remove(draft, visit);
  const wanted = bestPair(draft, pair, liking, 4 * dice());
  for (const visit of goes) add(draft, visit);
  const pushed = new Set<number>();
  for (const { candidate } of wanted)
    for (const { candidate: other } of at(draft.byTherapistDay, dayOf(therapist, candidate.day)))
      if (other.pair !== pair && clash(candidate, other)) pushed.add(other.pair);
  for (const other of pushed) for (const visit of visitsOfPair(draft, other)) goes.add(visit);
  return {
    therapist,
    goes,
    comes: [
      () => wanted,
      ...shuffled(dice, [...pushed]).map((other) => () => bestPair(draft, other, liking)),
    ],
  };
};

/** A half-day goes to another school: first those who miss sessions there, then those who were at the old one. */
export const changeSchool = (draft: Draft, therapist: number, dice: Dice, liking: Liking): Move => {
  const { board } = draft;
  const day = below(dice, DAYS);
  const half = below(dice, 2);
  const here = at(draft.byTherapistDay, dayOf(therapist, day)).filter(
    ({ candidate }) => candidate.half === half,
  );
  const others = at(board.schoolsOf, therapist).filter((school) => school !== here[0]?.candidate.school);
  const school = at(others, below(dice, others.length));
  const left = pairsAmong(here);
  const lacking = at(board.pairsOf, therapist).filter(
    (pair) => at(board.pairs, pair).school === school && lacks(draft, pair),
  );
  const goes = new Set([...left, ...lacking].flatMap((pair) => visitsOfPair(draft, pair)));
  const onlyThere: Liking = (candidate) =>
    candidate.day === day && candidate.half === half && candidate.school !== school
      ? -Infinity
      : liking(candidate);
  return {
    therapist,
    goes,
    comes: [...shuffled(dice, lacking), ...shuffled(dice, left)].map(
      (pair) => () => bestPair(draft, pair, onlyThere),
    ),
  };
};

const visitsOfPair = (draft: Draft, pair: number): Visit[] => {
  const { therapist } = at(draft.board.pairs, pair);
  return week.flatMap((day) =>
    at(draft.byTherapistDay, dayOf(therapist, day)).filter(({ candidate }) => candidate.pair === pair),
  );
};

const pairsAmong = (visits: Iterable<Visit>): number[] => [
  ...new Set([...visits].map(({ candidate }) => candidate.pair)),
];

export const lacks = ({ board, missing }: Draft, pair: number): boolean =>
  at(board.pairs, pair).mandates.some((mandate) => at(missing, mandate) > 0);
