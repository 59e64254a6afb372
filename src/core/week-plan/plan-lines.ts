import { type ActivityKind, activityKinds } from '../activity-kind.ts';
import { bestFit } from '../fit.ts';
import type { FocusArea } from '../focus-area.ts';
import { planDays } from '../plan/caseload.ts';
import { minuteOf } from '../plan/clock-minutes.ts';
import type { PlannedVisit } from '../plan/week-plan.ts';
import { addDays, type LocalDate, type Span } from '../time.ts';
import type { PlanSource } from './planned-week.ts';

/** A planned visit as people say it. */
export interface PlanLine extends Span {
  readonly pairingId: string;
  readonly room: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly focus: FocusArea;
  readonly fit: number;
  readonly mandates: readonly string[];
}

/** In the order of the week; what no longer belongs to a pairing is left out. */
export const planLines = (
  source: PlanSource,
  visits: readonly PlannedVisit[],
  focusesOf: (pairingId: string) => readonly FocusArea[],
): PlanLine[] =>
  visits
    .flatMap((visit): PlanLine[] => {
      const room = source.rooms[visit.class];
      if (room === undefined) return [];
      const kind = activityOf(source, visit);
      const best = bestFit(kind, focusesOf(room.pairingId));
      if (best === undefined) return [];
      const start = minuteOf(visit.start);
      return [
        {
          pairingId: room.pairingId,
          room: visit.class,
          date: addDays(source.monday, planDays.indexOf(visit.day)),
          start,
          end: start + room.minutes,
          kind,
          focus: best.focus,
          fit: best.score,
          mandates: visit.services,
        },
      ];
    })
    .sort((a, b) => (a.date === b.date ? a.start - b.start : a.date < b.date ? -1 : 1));

/** What the class does then, as the caseload has it. */
export const activityOf = (
  { caseload, fixed = [] }: PlanSource,
  visit: Pick<PlannedVisit, 'class' | 'day' | 'start'>,
): ActivityKind => {
  const kept = fixed.find(
    (one) => one.class === visit.class && one.day === visit.day && one.start === visit.start,
  );
  if (kept !== undefined) return kept.activity;
  const start = minuteOf(visit.start);
  const week = caseload.classes.find(({ id }) => id === visit.class)?.week;
  const block = (week?.[visit.day] ?? []).find(
    (one) => minuteOf(one.start) <= start && start + caseload.visitMinutes <= minuteOf(one.end),
  );
  return activityKinds.find((kind) => kind === block?.activity) ?? 'other';
};
