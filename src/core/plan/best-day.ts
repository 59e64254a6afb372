import { at } from './at.ts';
import { bestGroup } from './best-group.ts';
import { dayOf } from './board.ts';
import type { Liking } from './day-options.ts';
import { classIsFree, crowdCost, type Draft, type Visit } from './draft.ts';
import { visitWorth } from './objective.ts';

/** A day planned so far; the visits are a chain, latest first. */
interface Path {
  readonly worth: number;
  readonly freeAt: number;
  readonly visit: Visit | undefined;
  readonly before: Path | undefined;
}

/** How many ways to reach a time are followed up; more than one because a class is visited once a day only. */
const WIDTH = 6;

/**
 * The best day of one therapist beside everybody else's and his own other days, over every choice of schools.
 * The day must be empty in the draft. `liking` is added to a candidate's worth.
 */
export const bestDay = (draft: Draft, therapist: number, day: number, liking: Liking): Visit[] => {
  const { board } = draft;
  const options: { visit: Visit; worth: number }[] = [];
  for (const candidate of at(board.byTherapistDay, dayOf(therapist, day))) {
    if (!classIsFree(draft, candidate)) continue;
    const group = bestGroup(draft, candidate);
    if (group.length === 0) continue;
    const visit = { candidate, group };
    const worth = visitWorth(draft, visit) - crowdCost(draft, candidate) + liking(candidate);
    if (worth > 0) options.push({ visit, worth });
  }
  const schools = at(board.schoolsOf, therapist);
  const extend = (from: readonly Path[], half: 0 | 1, school: number): readonly Path[] => {
    const steps = options.filter(
      ({ visit: { candidate } }) => candidate.half === half && candidate.school === school,
    );
    return follow(from, steps);
  };
  const start: readonly Path[] = [{ worth: 0, freeAt: 0, visit: undefined, before: undefined }];
  let best: Path = at(start, 0);
  const consider = (path: Path | undefined, cost: number) => {
    if (path !== undefined && path.worth - cost > best.worth) best = { ...path, worth: path.worth - cost };
  };
  for (const morning of schools) {
    const paths = extend(start, 0, morning);
    consider(paths[0], 0);
    for (const afternoon of schools)
      consider(extend(paths, 1, afternoon)[0], afternoon === morning ? 0 : board.caseload.weights.schoolSwap);
  }
  return visitsAlong(best);
};

/** Best first. */
const follow = (
  from: readonly Path[],
  steps: readonly { visit: Visit; worth: number }[],
): readonly Path[] => {
  let ready = [...from];
  let waiting: Path[] = [];
  let clock = -1;
  for (const { visit, worth } of steps) {
    const { start, end, classroom } = visit.candidate;
    if (start !== clock) {
      clock = start;
      const arrived = waiting.filter(({ freeAt }) => freeAt <= start);
      if (arrived.length > 0) {
        waiting = waiting.filter(({ freeAt }) => freeAt > start);
        ready = widest([...ready, ...arrived]);
      }
    }
    const before = ready.find((path) => path.freeAt <= start && !goesThrough(path, classroom));
    if (before !== undefined) waiting.push({ worth: before.worth + worth, freeAt: end, visit, before });
  }
  return widest([...ready, ...waiting]);
};

const widest = (paths: Path[]): Path[] => paths.sort((a, b) => b.worth - a.worth).slice(0, WIDTH);

const goesThrough = (path: Path, classroom: number): boolean => {
  for (let one: Path | undefined = path; one?.visit !== undefined; one = one.before)
    if (one.visit.candidate.classroom === classroom) return true;
  return false;
};

const visitsAlong = (path: Path): Visit[] => {
  const visits: Visit[] = [];
  for (let one: Path | undefined = path; one?.visit !== undefined; one = one.before) visits.push(one.visit);
  return visits;
};
