import type { ActivityKind } from './activity-kind.ts';
import { atClass } from './at-class.ts';
import { activitiesOn, type KnownActivity } from './class-day.ts';
import { bestFit } from './fit.ts';
import type { FitScore } from './fit-table.ts';
import type { FocusArea } from './focus-area.ts';
import type { Need, ProposeInput } from './propose-input.ts';
import { covers } from './spans.ts';
import { type LocalDate, type LocalTime, type Minute, overlaps, type Span } from './time.ts';
import { freeSpans } from './timetable.ts';

export interface Proposal extends Span {
  readonly pairingId: string;
  readonly classroomId: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly focus: FocusArea;
  readonly fit: FitScore;
  readonly source: KnownActivity['source'];
  /** False only where taking tests is what they work on. */
  readonly noTest: boolean;
  /** The teacher has said that she likes company in such an activity. */
  readonly isGlad?: true;
}

/** Time to read the proposal and walk there, and for the teacher to say yes. */
export const LEAD_MINUTES = 15;

/** Times people say aloud; and how far into an activity one can slip in quietly (needs 13). */
const GRID_MINUTES = 5;

/** Every visit inside something known that suits the pairing, whoever is busy then. */
export const fittingVisits = (need: Need, date: LocalDate): Proposal[] =>
  // “Centers but please skip”: the refusal counts more than the fit.
  visitsIn(need, date, ({ welcome }) => welcome !== 'no');

/** What would suit, if its teacher had not said no to it. */
export const refusedVisits = (need: Need, date: LocalDate): Proposal[] =>
  visitsIn(need, date, ({ welcome }) => welcome === 'no');

const visitsIn = (need: Need, date: LocalDate, isMeant: (known: KnownActivity) => boolean): Proposal[] =>
  activitiesOn(need.classDay, date).flatMap((known) => {
    const best = bestFit(known.kind, need.focuses);
    if (best === undefined || !isMeant(known)) return [];
    return visitsDuring(need, date, known, {
      focus: best.focus,
      fit: best.score,
      noTest: known.kind !== 'test',
      ...(need.glad?.includes(known.kind) ? { isGlad: true as const } : {}),
    });
  });

/** One visit for each minute at which it could begin while the class does this. */
export const visitsDuring = (
  { pairingId, classroomId, minutes }: Need,
  date: LocalDate,
  known: KnownActivity,
  why: Pick<Proposal, 'focus' | 'fit' | 'noTest' | 'isGlad'>,
): Proposal[] => {
  const { kind, source } = known;
  return startsIn(known, minutes).map((start) => ({
    pairingId,
    classroomId,
    date,
    start,
    end: start + minutes,
    kind,
    source,
    ...why,
  }));
};

/** At the activity's start, or at least five minutes in: never in the middle of its opening (needs 13). */
const startsIn = (activity: Span, minutes: number): Minute[] => {
  const latest = activity.end - minutes;
  const starts = activity.start <= latest ? [activity.start] : [];
  const inside = Math.ceil(activity.start / GRID_MINUTES + 1) * GRID_MINUTES;
  for (let start = inside; start <= latest; start += GRID_MINUTES) starts.push(start);
  return starts;
};

type Rule = (visit: Proposal) => boolean;

export const isAhead =
  (now: LocalTime): Rule =>
  ({ date, start }) =>
    date > now.date || (date === now.date && start >= now.minute + LEAD_MINUTES);

export const therapistIsFree = (input: ProposeInput, date: LocalDate): Rule => {
  const free = freeSpans(input.therapist, date);
  const own = input.taken.filter((taken) => taken.date === date && taken.therapistBusy);
  return (visit) => covers(free, visit) && !own.some((taken) => overlaps(taken, visit));
};

export const classHasRoom = (input: ProposeInput, date: LocalDate): Rule => {
  const taken = input.taken.filter((entry) => entry.date === date);
  return (visit) => !taken.some((entry) => entry.classroomId === visit.classroomId && overlaps(entry, visit));
};

/** Every visit that could really be held that day. */
export const possibleVisits = (asked: ProposeInput, need: Need, date: LocalDate): Proposal[] => {
  const input = atClass(asked, need);
  return fittingVisits(need, date)
    .filter(isAhead(input.now))
    .filter(therapistIsFree(input, date))
    .filter(classHasRoom(input, date));
};
