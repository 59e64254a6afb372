import type { ActivityKind } from '../activity-kind.ts';
import { minuteOf } from '../clock-minutes.ts';
import { bestFit } from '../fit.ts';
import type { FocusArea } from '../focus-area.ts';
import { planDays } from '../plan/caseload.ts';
import type { PlannedVisit } from '../plan/week-plan.ts';
import { compareTimes } from '../rank.ts';
import { addDays, type LocalDate, type Span } from '../time.ts';
import { takesRoom, type VisitSetting } from '../visit-setting.ts';
import { rowWords } from '../wording/week-plan.ts';
import { kindOf } from './plan-activity.ts';
import type { PlanSource } from './planned-week.ts';

/** A planned visit as people say it. */
export interface PlanLine extends Span {
  readonly pairingId: string;
  readonly room: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
  readonly focus: FocusArea;
  /** 0 where the class does something else meanwhile. */
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
      const focuses = focusesOf(room.pairingId);
      const setting = settingOf(source, visit);
      const best = takesRoom(setting) ? bestFit(kind, focuses) : undefined;
      const focus = best?.focus ?? focuses[0];
      if (focus === undefined || (best === undefined && setting === 'push_in')) return [];
      const start = minuteOf(visit.start);
      return [
        {
          pairingId: room.pairingId,
          room: room.room ?? visit.class,
          setting,
          date: addDays(source.monday, planDays.indexOf(visit.day)),
          start,
          end: start + room.minutes,
          kind,
          focus,
          fit: best?.score ?? 0,
          mandates: visit.services,
        },
      ];
    })
    .sort(compareTimes);

/** In the class or outside is decided that day where all of its students may be either. */
const settingOf = ({ caseload, rooms }: PlanSource, visit: PlannedVisit): VisitSetting => {
  const { setting = 'push_in', room = visit.class } = rooms[visit.class] ?? {};
  const mayBeOut = (id: string) =>
    caseload.services.some((one) => one.id === id && one.focus === rowWords.either(room));
  return setting === 'push_in' && visit.services.length > 0 && visit.services.every(mayBeOut)
    ? 'either'
    : setting;
};

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
  return kindOf(block?.activity ?? '');
};
