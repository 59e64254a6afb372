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

/** One row where all classes and dates are alike; one per class and date where the week decides the hour. */
const rowsFor = async (counter: Counter, place: Place, said: Said): Promise<Row[] | ChangeFault> => {
  const { schoolId } = counter.me;
  const days = await daysOf(counter, place.rooms, said.spans);
  const alike = said.change === 'sub' || said.change === 'add';
  const rows: Row[] = [];
  let fault: ChangeFault = 'no-school';
  for (const span of said.spans) {
    for (const { room, classDay } of alike && place.of !== 'classes' ? days.slice(0, 1) : days) {
      for (const dates of alike ? [span] : datesIn(span).map((date) => ({ start: date, end: date }))) {
        const what = firstWhat(said, classDay, dates);
        if (typeof what === 'string') fault = what === 'no-school' ? fault : what;
        else rows.push({ schoolId, ...scopeOf(place, alike, room), dates, what });
      }
    }
  }
  return rows.length > 0 ? rows : fault;
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

const scopeOf = (place: Place, alike: boolean, room: Classroom): Pick<Row, 'classroomId' | 'grade'> => {
  if (place.of === 'classes' || !alike) return { classroomId: room.id };
  return place.grade === undefined ? {} : { grade: place.grade };
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
