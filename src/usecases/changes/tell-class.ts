import { randomUUID } from 'node:crypto';
import { datesIn } from '../../core/calendar/by-date.ts';
import type { What } from '../../core/calendar/change.ts';
import {
  type ChangeFault,
  type ClassChangeSaid,
  classChangeSaid,
} from '../../core/calendar/class-change-said.ts';
import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import type { Card } from '../../core/card.ts';
import type { Classroom } from '../../core/classroom.ts';
import { type LocalDate, overlaps } from '../../core/time.ts';
import { changeFaultCard } from '../../core/wording/change.ts';
import { schoolTime } from '../../store/calendars.ts';
import { type NewChange, sayChange } from '../../store/changes.ts';
import { classDaysOf } from '../../store/class-days.ts';
import type { Counter } from '../desk.ts';
import { drawChange } from './draw-change.ts';
import type { Place } from './place-said.ts';
import { settleAsksWithin, spreadChange } from './spread-change.ts';

type Said = ClassChangeSaid & { readonly spans: readonly DateSpan[]; readonly untilDoubt?: LocalDate };

/** A sub, an event, something called off or moved, in some classes, a grade or all of the school. */
export const changeClasses = async (
  counter: Counter,
  place: Place | { readonly card: Card } | undefined,
  said: Said,
): Promise<Card | undefined> => {
  if (place === undefined) return undefined;
  if ('card' in place) return place.card;
  const rows = await rowsFor(counter, place, said);
  if (typeof rows === 'string') return changeFaultCard(rows);
  const saying = randomUUID();
  const ids: string[] = [];
  for (const row of rows)
    ids.push(await sayChange(counter.trx, { ...row, saying, saidBy: counter.me.id, saidAt: counter.now }));
  const [id = ''] = ids;
  const dates = spanned(rows);
  await settleAsksWithin(counter, place, dates, (ask) =>
    rows.some(
      ({ dates: on, what, classroomId }) =>
        on.start <= ask.date &&
        ask.date <= on.end &&
        (classroomId === undefined || classroomId === ask.classroomId) &&
        takesUp(what, ask.start),
    ),
  );
  const spread = await spreadChange(counter, place, { id, dates });
  return drawChange(counter, id, spread, said.untilDoubt);
};

type Row = Omit<NewChange, 'saidBy' | 'saidAt' | 'saying'>;

/** One row where all dates and classes are alike; one per class and date where the week decides the hour. */
const rowsFor = async (counter: Counter, place: Place, said: Said): Promise<Row[] | ChangeFault> => {
  const { schoolId } = counter.me;
  const days = await daysOf(counter, place.rooms, said.spans);
  const alike = said.change === 'sub' || said.change === 'add';
  const targets = alike ? oncePerScope(place, days) : days.map(ofClass);
  const spans = alike ? said.spans : said.spans.flatMap(datesIn).map(oneDay);
  const rows: Row[] = [];
  let fault: ChangeFault = 'no-school';
  for (const { scope, classDay } of targets) {
    for (const dates of spans) {
      const what = firstWhat(said, classDay, dates);
      if (typeof what !== 'string') rows.push({ schoolId, ...scope, dates, what });
      else if (what !== 'no-school') fault = what;
    }
  }
  return rows.length > 0 ? rows : fault;
};

const oneDay = (date: LocalDate): DateSpan => ({ start: date, end: date });

type Day = Awaited<ReturnType<typeof daysOf>>[number];
interface Target {
  readonly scope: Pick<Row, 'classroomId' | 'grade'>;
  readonly classDay: Day['classDay'];
}

const ofClass = ({ room, classDay }: Day): Target => ({ scope: { classroomId: room.id }, classDay });

/** A grade or a school is told once, by the bells that all of its classes share. */
const oncePerScope = (place: Place, days: readonly Day[]): Target[] => {
  if (place.of === 'classes') return days.map(ofClass);
  const [first] = days;
  if (place.of === 'school') return first ? [{ scope: {}, classDay: first.classDay }] : [];
  const byGrade = new Map(days.map((day) => [day.room.grade, day]));
  return [...byGrade].flatMap(([grade, { classDay }]) =>
    grade === undefined ? [] : [{ scope: { grade }, classDay }],
  );
};

/** Hours are measured on the first school day of the span. */
const firstWhat = (
  said: Said,
  classDay: Parameters<typeof classChangeSaid>[1],
  dates: DateSpan,
): What | ChangeFault => {
  let fault: ChangeFault = 'no-school';
  for (const date of datesIn(dates)) {
    const what = classChangeSaid(said, classDay, date);
    if (typeof what !== 'string') return what;
    if (what !== 'no-school') fault = what;
  }
  return fault;
};

const daysOf = async ({ trx, me }: Counter, rooms: readonly Classroom[], spans: readonly DateSpan[]) => {
  const { start, end } = spanned(spans.map((dates) => ({ dates })));
  const time = await schoolTime(trx, me.schoolId, start, end);
  const days = await classDaysOf(trx, rooms, time, start, end);
  return rooms.map((room, index) => ({
    room,
    classDay: { blocks: [], activities: [], ...days[index], school: time.school },
  }));
};

const spanned = (rows: readonly { readonly dates: DateSpan }[]): DateSpan => {
  const dates = rows.flatMap((row) => [row.dates.start, row.dates.end]).sort();
  return { start: dates[0] ?? '', end: dates.at(-1) ?? '' };
};

/** Whether nobody needs to be asked any more what the class does then. */
const takesUp = (what: What, minute: number): boolean => {
  if (what.do !== 'add' && what.do !== 'substitute') return false;
  const { when } = what;
  return when === 'all day' || ('start' in when && overlaps(when, { start: minute, end: minute + 1 }));
};
