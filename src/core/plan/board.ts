import { clockOf } from '../clock-minutes.ts';
import type { Span } from '../time.ts';
import { at } from './at.ts';
import { type Caseload, planDays } from './caseload.ts';
import { possibleStarts } from './possible-starts.ts';

/** A student's mandate in one class, numbered as in the caseload. */
interface Mandate {
  readonly pair: number;
  readonly focus: string;
  readonly sessions: number;
}

/** A therapist and a class with mandates in common. */
interface Pair {
  readonly therapist: number;
  readonly classroom: number;
  readonly school: number;
  readonly mandates: readonly number[];
}

/** A visit that would be legal if it were the only one, and fits at least one of the pair's mandates. */
export interface Candidate extends Span {
  readonly index: number;
  readonly pair: number;
  readonly therapist: number;
  readonly classroom: number;
  readonly school: number;
  /** 0 = Monday. */
  readonly day: number;
  /** 0 before noon, 1 from noon on. */
  readonly half: 0 | 1;
  /** It was there last week. */
  readonly kept: boolean;
  /** What it is worth to each of the pair's mandates, in their order; 0 = does not fit. */
  readonly fits: readonly number[];
}

/** A caseload with everything numbered and every possible visit written out: what a week is planned on. */
export interface Board {
  readonly caseload: Caseload;
  readonly mandates: readonly Mandate[];
  readonly pairs: readonly Pair[];
  readonly candidates: readonly Candidate[];
  /** Of one therapist on one day (`dayOf`), earliest first. */
  readonly byTherapistDay: readonly (readonly Candidate[])[];
  /** The same of one pair. */
  readonly byPairDay: readonly (readonly Candidate[])[];
  /** Where each therapist could have visits. */
  readonly schoolsOf: readonly (readonly number[])[];
  readonly pairsOf: readonly (readonly number[])[];
}

export const DAYS = planDays.length;
/** Numbers of the days, Monday first. */
export const week: readonly number[] = planDays.map((_, day) => day);
const NOON = 12 * 60;

/** Where one day of a therapist, or of a class, stands in a flat list. */
export const dayOf = (whose: number, day: number): number => whose * DAYS + day;

/** The therapists who have a class to go to. */
export const busyTherapists = ({ pairsOf }: Board): number[] =>
  pairsOf.flatMap((pairs, therapist) => (pairs.length > 0 ? [therapist] : []));

export const createBoard = (caseload: Caseload): Board => {
  const steps = boardSteps(caseload);
  for (let next = steps.next(); ; next = steps.next()) if (next.done === true) return next.value;
};

/** The same in small steps: a district takes longer than a thread that answers people may be held up. */
export function* boardSteps(caseload: Caseload): Generator<undefined, Board> {
  const { mandates, pairs } = pairsIn(caseload);
  yield;
  const candidates: Candidate[] = [];
  const candidatesOf = candidatesIn(caseload, pairs);
  for (let pair = 0; pair < pairs.length; pair += 1) {
    for (const candidate of candidatesOf(pair)) candidates.push({ ...candidate, index: candidates.length });
    yield;
  }
  const byDay = (count: number, whose: (candidate: Candidate) => number): Candidate[][] => {
    const lists: Candidate[][] = Array.from({ length: count * DAYS }, () => []);
    for (const candidate of candidates) at(lists, dayOf(whose(candidate), candidate.day)).push(candidate);
    for (const list of lists) list.sort((a, b) => a.start - b.start);
    return lists;
  };
  const byTherapistDay = byDay(caseload.therapists.length, ({ therapist }) => therapist);
  yield;
  const byPairDay = byDay(pairs.length, ({ pair }) => pair);
  const pairsOf: number[][] = caseload.therapists.map(() => []);
  pairs.forEach((pair, nth) => void at(pairsOf, pair.therapist).push(nth));
  const schoolsOf = pairsOf.map((own) => [...new Set(own.map((pair) => at(pairs, pair).school))]);
  return { caseload, mandates, pairs, candidates, byTherapistDay, byPairDay, schoolsOf, pairsOf };
}

const pairsIn = (caseload: Caseload): { mandates: Mandate[]; pairs: Pair[] } => {
  const therapists = numbersOf(caseload.therapists.map(({ id }) => id));
  const classes = numbersOf(caseload.classes.map(({ id }) => id));
  const schools = numbersOf(caseload.classes.map(({ school }) => school));
  const pairs: (Pair & { mandates: number[] })[] = [];
  const known = new Map<string, number>();
  const mandates = caseload.services.map((one, nth): Mandate => {
    const key = JSON.stringify([one.therapist, one.class]);
    const pair = known.get(key) ?? pairs.length;
    if (pair === pairs.length) {
      known.set(key, pair);
      const classroom = classes.get(one.class) ?? -1;
      const school = schools.get(at(caseload.classes, classroom).school) ?? -1;
      pairs.push({ therapist: therapists.get(one.therapist) ?? -1, classroom, school, mandates: [] });
    }
    at(pairs, pair).mandates.push(nth);
    return { pair, focus: one.focus, sessions: one.sessionsPerWeek };
  });
  return { mandates, pairs };
};

/** All candidates of a pair, not numbered yet. */
const candidatesIn = (caseload: Caseload, pairs: readonly Pair[]) => {
  const visitKey = (therapist: string, classroom: string, day: string, start: string) =>
    JSON.stringify([therapist, classroom, day, start]);
  const last = new Set(
    caseload.lastWeek.map((one) => visitKey(one.therapist, one.class, one.day, one.start)),
  );
  return (pair: number): Omit<Candidate, 'index'>[] => {
    const { therapist, classroom, school, mandates } = at(pairs, pair);
    const foci = mandates.map((mandate) => caseload.fit[at(caseload.services, mandate).focus] ?? {});
    const { id } = at(caseload.therapists, therapist);
    const room = at(caseload.classes, classroom).id;
    const known = new Map<string, readonly number[]>();
    const fitsOf = (activity: string): readonly number[] => {
      const fits = known.get(activity) ?? foci.map((fit) => fit[activity] ?? 0);
      known.set(activity, fits);
      return fits;
    };
    return possibleStarts(caseload, therapist, classroom).flatMap(({ day, start, activity }) => {
      const fits = fitsOf(activity);
      if (!fits.some((fit) => fit > 0)) return [];
      const half = start < NOON ? 0 : 1;
      const kept = last.has(visitKey(id, room, at(planDays, day), clockOf(start)));
      return [
        {
          pair,
          therapist,
          classroom,
          school,
          day,
          half,
          start,
          end: start + caseload.visitMinutes,
          kept,
          fits,
        },
      ];
    });
  };
};

const numbersOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].map((name, number) => [name, number]));
