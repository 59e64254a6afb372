import { bestKept } from '../core/best-kept.ts';
import { schoolClockOf } from '../core/calendar/school-clock-of.ts';
import type { Card, Part } from '../core/card.ts';
import { activitiesOn } from '../core/class-day.ts';
import { hasBegun } from '../core/has-begun.ts';
import { type LocalDate, type Minute, weekdayOf } from '../core/time.ts';
import { takesRoom } from '../core/visit-setting.ts';
import { kindLabel } from '../core/wording/activity-kinds.ts';
import { formatSpan, formatWhen } from '../core/wording/clock-words.ts';
import { toDoParts } from '../core/wording/favor.ts';
import { noPlanYet } from '../core/wording/intention.ts';
import { dayNotes } from '../core/wording/my-day.ts';
import { noClassYetCard, paraLine } from '../core/wording/para.ts';
import { action, strong } from '../core/wording/parts.ts';
import { pullOutWords } from '../core/wording/pull-out.ts';
import { coordinatorWeekCard } from '../core/wording/team-plan.ts';
import { whatWords } from '../core/wording/visit-settings.ts';
import {
  emptyWeek,
  noWeekCard,
  openCounts,
  visitLine,
  type WeekLine,
  weekCard,
} from '../core/wording/week.ts';
import { openVisit } from '../core/wording/which-visit.ts';
import { openAsksOfTeacher } from '../store/asks.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import { wantedOf } from '../store/favors.ts';
import { classroomsOfParas } from '../store/paras.ts';
import { pullOutsOf } from '../store/pull-outs.ts';
import { type VisitView, visitsAround } from '../store/visits.ts';
import { classWeek } from './class-week.ts';
import type { Desk } from './desk.ts';
import { comingDates, comingWeek } from './find-times.ts';

/** `/pushin week`, and the home page: each person's own coming week. */
export const showWeek = async (desk: Desk): Promise<Card> => {
  if (desk.me.role === 'therapist') return therapistWeek(desk);
  if (desk.me.role === 'teacher') return teacherWeek(desk);
  if (desk.me.role === 'para') return paraWeek(desk);
  return desk.me.role === 'coordinator' ? coordinatorWeekCard() : noWeekCard();
};

/** Who comes to her classes, and what she does then. */
const paraWeek = async (desk: Desk): Promise<Card> => {
  const rooms = await classroomsOfParas(desk.trx, [desk.me.id]);
  if (rooms.length === 0) return noClassYetCard();
  const dates = comingDates(desk);
  const visits = await visitsOfWeek(
    desk,
    dates,
    rooms.map(({ id }) => id),
  );
  const days = dates.map((date) => ({
    date,
    notes: notesOn(desk, date),
    lines: visits
      .filter((visit) => visit.date === date && visit.state === 'agreed')
      .map((visit) => ({
        words: `${formatSpan(visit)} · ${visit.therapistName} · ${visit.classroomName} · ${kindLabel[visit.kind]}. ${paraLine(visit)}`,
      })),
  }));
  const facts = { days, open: [], closed: closedIn(desk), empty: emptyWeek.para } as const;
  return weekCard({ ...facts, next: 'strategies' }, desk.local.date);
};

const therapistWeek = async (desk: Desk): Promise<Card> => {
  const dates = comingDates(desk);
  const visits = bestKept(await visitsOfWeek(desk, dates));
  const days = dates.map((date) => ({
    date,
    notes: notesOn(desk, date),
    lines: visits
      .filter((visit) => visit.date === date)
      .map((visit) => ({
        words: line(
          visit,
          `${formatSpan(visit)} · ${visit.classroomName} · ${whatWords(visit)} · ${visit.teacherName}${planMark(visit)}`,
        ),
        open: opener(desk, visit),
      })),
  }));
  const open = toDoParts(await wantedOf(desk.trx, desk.me.id, desk.local.date), desk.local.date);
  const facts = { days, open, closed: closedIn(desk), empty: emptyWeek.therapist } as const;
  return weekCard({ ...facts, next: 'schedule' }, desk.local.date);
};

const teacherWeek = async (desk: Desk): Promise<Card> => {
  const today = desk.local.date;
  const dates = comingDates(desk);
  // A room kept for a therapist's decision is no question to the teacher yet.
  const visits = (await visitsOfWeek(desk, dates)).filter(({ state }) => state !== 'held');
  const told = await toldByHer(desk, dates);
  const pullOuts = await pullOutsOf(desk.trx, [desk.me.id]);
  const days = dates.map((date) => ({
    date,
    notes: notesOn(desk, date),
    lines: [
      ...visits
        .filter((visit) => visit.date === date)
        .map((visit) => ({
          start: visit.start,
          words: line(visit, `${formatSpan(visit)} · ${visit.therapistName} · ${whatWords(visit)}`),
          open: opener(desk, visit),
        })),
      ...pullOuts
        .filter(({ weekdays }) => weekdays.includes(weekdayOf(date)))
        .map((one) => ({
          start: one.start,
          words: `${formatSpan(one)} · ${pullOutWords(one.therapistName)}`,
        })),
      ...(told.get(date) ?? []),
    ].sort((a, b) => a.start - b.start),
  }));
  const asks = await openAsksOfTeacher(desk.trx, desk.me.id, today);
  const open: Part[] = asks.length === 0 ? [] : [strong(openCounts.asks(asks.length))];
  for (const ask of asks.slice(0, 3)) {
    open.push({
      kind: 'option',
      text: `${formatWhen(ask.date, ask, today)} · ${ask.classroomName}`,
      action: action('ask.other', 'Tell', ask.id, { version: ask.version, opensForm: true }),
    });
  }
  return weekCard({ days, open, closed: closedIn(desk), empty: emptyWeek.teacher, next: 'routine' }, today);
};

const notesOn = ({ school }: Desk, date: LocalDate): string[] => {
  const day = schoolClockOf(school).day(date);
  return day === undefined ? [] : dayNotes(day);
};

const closedIn = ({ school, local }: Desk): { date: LocalDate; name: string }[] =>
  comingWeek(local.date).flatMap((date) => {
    const name = schoolClockOf(school).closing(date);
    return name === undefined ? [] : [{ date, name }];
  });

const visitsOfWeek = (
  desk: Desk,
  dates: readonly LocalDate[],
  classroomIds: readonly string[] = [],
): Promise<VisitView[]> => {
  const today = desk.local.date;
  return visitsAround(
    desk.trx,
    { memberIds: [desk.me.id], classroomIds },
    dates[0] ?? today,
    dates[dates.length - 1] ?? today,
  );
};

/** A visit without a plan is marked, and takes place all the same. */
const planMark = ({ state, approach, setting }: VisitView): string =>
  state === 'agreed' && takesRoom(setting) && approach === null ? ` · ${noPlanYet}` : '';

const line = (visit: VisitView, words: string): string =>
  visitLine[visit.state === 'agreed' || visit.state === 'held' ? visit.state : 'proposed'](words);

/** A room that is only kept is decided on where it was offered, and what has begun is recorded. */
const opener = ({ me, now }: Desk, visit: VisitView) =>
  visit.state === 'held' || hasBegun(visit, now) ? undefined : openVisit(visit, me.role === 'teacher');

interface TimedLine extends WeekLine {
  readonly start: Minute;
}

/** What she said about single days: shown back, so that she sees what PushIn goes by. */
const toldByHer = async (desk: Desk, dates: readonly LocalDate[]): Promise<Map<LocalDate, TimedLine[]>> => {
  const last = dates[dates.length - 1] ?? desk.local.date;
  const told = new Map<LocalDate, TimedLine[]>();
  for (const room of await classroomsOfTeacher(desk.trx, desk.me.id)) {
    const week = await classWeek(desk.trx, room.id, desk.local.date, last);
    for (const date of dates) {
      const lines = activitiesOn({ blocks: [], activities: week.activities }, date).map((known) => ({
        start: known.start,
        words: `${formatSpan(known)} · ${kindLabel[known.kind]} · ${room.name}`,
      }));
      told.set(date, [...(told.get(date) ?? []), ...lines]);
    }
  }
  return told;
};
