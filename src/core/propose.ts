import type { KnownActivity } from './class-day.ts';
import { type Proposal, possibleVisits } from './possible-visits.ts';
import type { ProposeInput } from './propose-input.ts';
import { bestOf, compareRanks, compareTimes, type Rank } from './rank.ts';
import { overlaps } from './time.ts';

export type { Proposal } from './possible-visits.ts';
export type { Need, ProposeInput, Taken } from './propose-input.ts';

/** A teacher who sees more than two cards for one day stops reading them (needs 26). */
const PER_CLASS_AND_DAY = 2;

/** What a teacher said beats what a file said, and both beat habit. */
const trust: Readonly<Record<KnownActivity['source'], number>> = {
  teacher: 0,
  change: 1,
  import: 2,
  routine: 3,
};

/**
 * The best times to join a class, best first. Every pairing gets its turn; within a pairing the better fit,
 * what the teacher likes and the surer source come first, then times that leave the ones already chosen standing, on other days,
 * early in the week: its end is where assemblies and field days gather.
 */
export const proposeTimes = (input: ProposeInput): Proposal[] => {
  let candidates = input.needs
    .filter((need) => need.missing > 0)
    .flatMap((need) => input.dates.flatMap((date) => possibleVisits(input, need, date)));
  const chosen: Proposal[] = [];
  while (chosen.length < input.limit) {
    const next = bestOf(candidates, (visit) => rankAmong(chosen, visit));
    if (next === undefined) break;
    chosen.push(next);
    candidates = candidates.filter((visit) => mayStandBeside(chosen, visit));
  }
  return chosen.sort((a, b) => compareRanks(quality(a), quality(b)) || compareTimes(a, b));
};

const quality = (visit: Proposal): Rank => [-visit.fit, visit.isGlad ? 0 : 1, trust[visit.source]];

const rankAmong = (chosen: readonly Proposal[], visit: Proposal): Rank => {
  const sameDay = chosen.filter((other) => other.date === visit.date);
  const samePairing = (other: Proposal) => other.pairingId === visit.pairingId;
  return [
    chosen.filter(samePairing).length,
    ...quality(visit),
    sameDay.some((other) => overlaps(other, visit)) ? 1 : 0,
    sameDay.filter(samePairing).length,
  ];
};

/** Times offered in one class are real alternatives: apart from each other, and few in a day. */
const mayStandBeside = (chosen: readonly Proposal[], visit: Proposal): boolean => {
  const near = chosen.filter((other) => other.classroomId === visit.classroomId && other.date === visit.date);
  return near.length < PER_CLASS_AND_DAY && !near.some((other) => overlaps(other, visit));
};
