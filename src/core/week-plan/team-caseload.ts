import { clockOf, minuteOf } from '../clock-minutes.ts';
import type { Caseload } from '../plan/caseload.ts';
import { planDays } from '../plan/caseload.ts';
import type { PlannedVisit } from '../plan/week-plan.ts';
import type { PlanSource } from './planned-week.ts';

/** One therapist's week as it would be planned alone. */
export interface OwnWeek {
  readonly therapistId: string;
  readonly source: PlanSource;
  /** Which class each pairing is in. */
  readonly classroomOf: (pairingId: string) => string;
}

/**
 * All of a team's weeks as one question, in which they share the classes: who is in a room keeps it from the others,
 * and no class gets all of them on one day. Time outside a class, and talks, each has for themselves.
 */
export const teamCaseload = (weeks: readonly OwnWeek[]): Caseload | undefined => {
  const [first] = weeks;
  if (first === undefined) return undefined;
  const all = weeks.map(({ source }) => source.caseload);
  const visitMinutes = Math.max(...all.map((one) => one.visitMinutes));
  const classes = new Map<string, Caseload['classes'][number]>();
  for (const week of weeks)
    for (const one of week.source.caseload.classes) {
      const id = classIn(week, one.id);
      const longer = visitMinutes - week.source.caseload.visitMinutes;
      const known = classes.get(id) ?? { id, school: one.school, week: {} };
      classes.set(id, { ...known, week: joined(known.week, stretched(one.week, longer)) });
    }
  return {
    ...first.source.caseload,
    slotMinutes: Math.min(...all.map((one) => one.slotMinutes)),
    visitMinutes,
    fit: Object.fromEntries(
      weeks.flatMap((week) =>
        Object.entries(week.source.caseload.fit).map(([focus, fits]) => [focusIn(week, focus), fits]),
      ),
    ),
    therapists: all.flatMap((one) => one.therapists),
    classes: [...classes.values()],
    services: weeks.flatMap((week) =>
      week.source.caseload.services.map((one) => ({
        ...one,
        class: classIn(week, one.class),
        focus: focusIn(week, one.focus),
      })),
    ),
    lastWeek: weeks.flatMap((week) =>
      week.source.caseload.lastWeek.map((one) => ({ ...one, class: classIn(week, one.class) })),
    ),
  };
};

/** A therapist's part of the team's week, by the names of their own caseload. */
export const partOf = (week: OwnWeek, visits: readonly PlannedVisit[]): PlannedVisit[] => {
  const names = new Map(week.source.caseload.classes.map(({ id }) => [classIn(week, id), id]));
  return visits
    .filter(({ therapist }) => therapist === week.therapistId)
    .flatMap((visit) => {
      const name = names.get(visit.class);
      return name === undefined ? [] : [{ ...visit, class: name }];
    });
};

const focusIn = ({ therapistId }: OwnWeek, focus: string): string => `${therapistId} ${focus}`;

const classIn = ({ source, therapistId, classroomOf }: OwnWeek, name: string): string => {
  const room = source.rooms[name];
  return room === undefined || (room.setting ?? 'push_in') !== 'push_in'
    ? `${therapistId} ${name}`
    : classroomOf(room.pairingId);
};

type Week = Caseload['classes'][number]['week'];

/** All visits of a caseload take the minutes of its longest; so blocks get longer by the difference. */
const stretched = (week: Week, minutes: number): Week =>
  Object.fromEntries(
    planDays.flatMap((day) => {
      const blocks = week[day]?.map((block) => ({
        ...block,
        end: clockOf(Math.min(minuteOf(block.end) + minutes, 24 * 60 - 1)),
      }));
      return blocks === undefined ? [] : [[day, blocks]];
    }),
  );

/** Open before closed, so that what is shut for one is not shut for all. */
const joined = (a: Week, b: Week): Week =>
  Object.fromEntries(
    planDays.flatMap((day) => {
      const blocks = [...(a[day] ?? []), ...(b[day] ?? [])];
      return blocks.length === 0 ? [] : [[day, blocks.sort((x, y) => Number(y.open) - Number(x.open))]];
    }),
  );
