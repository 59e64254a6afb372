import { seenFrom } from '../at-class.ts';
import { clockOf, minuteOf } from '../clock-minutes.ts';
import { type Caseload, type PlanDay, planDays } from '../plan/caseload.ts';
import type { Need, ProposeInput } from '../propose-input.ts';
import { sharedSpans, subtractSpans } from '../spans.ts';
import { addDays, type LocalDate, type Minute, overlaps, type Span, weekdayOf } from '../time.ts';
import { freeSpans, isSchoolDay } from '../timetable.ts';
import { trackOf, type VisitSetting } from '../visit-setting.ts';
import { blocksFor } from './blocks-for.ts';
import { noPlaceOn, suitsBest } from './no-place.ts';
import type { Missed } from './outside.ts';
import { type PlanRow, rowsOf } from './plan-rows.ts';
import type { PlanSource } from './planned-week.ts';
import type { FreeStretch } from './talks.ts';

/** What a district can weigh otherwise in a file; docs/planning.md says it in words. */
const weights = { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 };
/** Worth more than any better fit, less than a session that found no place: a week that stands is changed only for that. */
const LEAST_CHANGE = 5;

const GROUP_CAP = 3;
const CLASS_VISITS_PER_DAY = 2;
/** On the road, for somebody of several schools. */
const midday = { start: '11:45', end: '12:15' };
/** Minutes between starts; a micro-visit may begin at any time people say aloud (needs 6). */
const GRID = 15;
const FINE_GRID = 5;

/** One pairing of the therapist as the week is planned. */
export interface PlanNeed extends Need {
  /** Tells it from every other: "Room 12". */
  readonly room: string;
  /** Each with the sessions it still misses this week; in the class, where nothing else is said. */
  readonly mandates: readonly {
    readonly id: string;
    readonly sessions: number;
    readonly minutes?: number;
    readonly setting?: VisitSetting;
  }[];
  /** What its students missed already while they were outside. */
  readonly missed?: Missed;
  /** When its teacher has no students; for talks. */
  readonly teacherFree?: readonly FreeStretch[];
}

export interface Standing {
  readonly pairingId: string;
  readonly schoolId: string;
  readonly date: LocalDate;
  readonly start: Minute;
  readonly setting?: VisitSetting;
}

export interface WeekAsked {
  readonly monday: LocalDate;
  readonly therapist: { readonly id: string; readonly discipline: string };
  readonly needs: readonly PlanNeed[];
  readonly input: ProposeInput;
  /** The same, but for the times at which the teacher could not be asked before. */
  readonly ifAsked?: ProposeInput;
  /** Visits of this week that are asked or agreed already: planned around. */
  readonly standing: readonly Standing[];
  /** What was there last week, or stands in the week that is planned anew. */
  readonly before: readonly Standing[];
  readonly keep?: number;
}

/** The same week again, when it is to change as little as can be. */
export const leastChange = (asked: WeekAsked): WeekAsked => ({ ...asked, keep: LEAST_CHANGE });

/** Everything known of a therapist's week, as the planner takes it. */
export const caseloadOf = (asked: WeekAsked): PlanSource => {
  const { monday, needs, therapist, input } = asked;
  const dates = planDays.map((_, day) => addDays(monday, day));
  const rows = needs.flatMap((need) => rowsOf(need, dates));
  const longest = Math.max(5, ...rows.map((row) => row.need.minutes));
  const shortest = Math.min(longest, ...rows.map((row) => row.need.minutes));
  const schoolOf = (need: Need) => need.classDay.school ?? input.therapist.school;
  const schools = [...new Map(needs.map((need) => [schoolOf(need).id, schoolOf(need)])).values()];
  const caseload: Caseload = {
    name: `week of ${monday}`,
    slotMinutes: shortest < GRID ? FINE_GRID : GRID,
    visitMinutes: longest,
    groupCap: GROUP_CAP,
    classVisitsPerDay: CLASS_VISITS_PER_DAY,
    midday,
    weights: { ...weights, keep: asked.keep ?? weights.keep },
    fit: Object.assign({}, ...rows.map(({ fit }) => fit)),
    therapists: [
      {
        id: therapist.id,
        discipline: therapist.discipline,
        schools: schools.length === 0 ? [input.therapist.school.id] : schools.map(({ id }) => id),
        busy: dates.flatMap((date) => busyOn(input, schools, date)),
      },
    ],
    classes: rows.map((row) => ({
      id: row.name,
      school: schoolOf(row.need).id,
      week: Object.fromEntries(
        dates.flatMap((date) => {
          const blocks = isSchoolDay(schoolOf(row.need), date)
            ? blocksFor(input, row, date, {
                longest,
                // Of one school it is known when the therapist is away; between several, where she is elsewhere.
                showsAway: schools.length === 1,
                isOutOfReach: ({ start }) => isOutOfReach(asked, row, schoolOf(row.need).id, date, start),
              })
            : [];
          return blocks.length === 0 ? [] : [[dayName(date), blocks]];
        }),
      ),
    })),
    services: rows.flatMap((row) =>
      row.services.map(({ id, sessions, focus }) => ({
        id,
        therapist: therapist.id,
        class: row.name,
        focus,
        sessionsPerWeek: sessions,
      })),
    ),
    lastWeek: asked.before.flatMap(({ pairingId, date, start, setting = 'push_in' }) => {
      const row = rows.find((one) => one.need.pairingId === pairingId && isAlike(one.setting, setting));
      return row === undefined || weekdayOf(date) > 5
        ? []
        : [{ therapist: therapist.id, class: row.name, day: dayName(date), start: clockOf(start) }];
    }),
  };
  const rooms = rows.map((row, nth) => {
    const { pairingId, minutes, room } = row.need;
    const week = caseload.classes[nth]?.week ?? {};
    const full = dates.filter((date) => !week[dayName(date)]?.some(({ open }) => open));
    const noPlace = full.map((date) => [dayName(date), noPlaceOn(asked, row, date)]);
    return [
      row.name,
      {
        pairingId,
        minutes,
        room,
        setting: row.setting,
        suits: row.setting === 'push_in' ? suitsBest(row.need) : [],
        noPlace: Object.fromEntries(noPlace),
      },
    ];
  });
  return { monday, caseload, rooms: Object.fromEntries(rooms) };
};

const dayName = (date: LocalDate): PlanDay => planDays[weekdayOf(date) - 1] ?? 'Mon';

/** The therapist is in that class already that day, or in another school that half of it. */
const isOutOfReach = (
  { standing }: WeekAsked,
  { need, setting }: Pick<PlanRow, 'need' | 'setting'>,
  schoolId: string,
  date: LocalDate,
  start: Minute,
): boolean =>
  standing.some(
    (visit) =>
      visit.date === date &&
      ((visit.pairingId === need.pairingId && isTalk(visit.setting) === isTalk(setting)) ||
        (visit.schoolId !== schoolId && visit.start < NOON === start < NOON)),
  );

/** The same for one visit, and on the road at noon, for somebody of several schools. */
export const isBeyond = (
  asked: WeekAsked,
  row: Pick<PlanRow, 'need' | 'setting'>,
  visit: Span & { readonly date: LocalDate },
): boolean => {
  const schoolOf = (need: Need) => (need.classDay.school ?? asked.input.therapist.school).id;
  const road = { start: minuteOf(midday.start), end: minuteOf(midday.end) };
  const hasSeveral = new Set(asked.needs.map(schoolOf)).size > 1;
  return (
    isOutOfReach(asked, row, schoolOf(row.need), visit.date, visit.start) ||
    (hasSeveral && overlaps(visit, road))
  );
};

const isTalk = (setting: VisitSetting | undefined): boolean => setting === 'consult';

/** Of the same row: in the class or perhaps so, outside, or a talk. */
const isAlike = (row: VisitSetting, setting: VisitSetting): boolean => trackOf(row) === trackOf(setting);

const NOON = 12 * 60;

/** When the therapist can be in none of the schools. */
const busyOn = (
  input: ProposeInput,
  schools: readonly ProposeInput['therapist']['school'][],
  date: LocalDate,
): { day: PlanDay; start: string; end: string }[] => {
  const day = [{ start: 0, end: 24 * 60 - 1 }];
  const perSchool = schools.map((school) =>
    subtractSpans(day, freeSpans(seenFrom(input.therapist, school), date)),
  );
  const [first = [], ...more] = perSchool;
  const nowhere = more.reduce(sharedSpans, first);
  const visits = input.taken.filter((taken) => taken.therapistBusy && taken.date === date);
  return [...nowhere, ...visits].map(({ start, end }) => ({
    day: dayName(date),
    start: clockOf(start),
    end: clockOf(Math.min(end, 24 * 60 - 1)),
  }));
};
