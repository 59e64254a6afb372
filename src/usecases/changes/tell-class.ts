import { spanning } from '../../core/calendar/by-date.ts';
import type { ChangeFault, ClassChangeSaid } from '../../core/calendar/class-change-said.ts';
import { daysSaid, type SkippedDay } from '../../core/calendar/days-said.ts';
import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import { takesUp } from '../../core/calendar/takes-up.ts';
import type { Card } from '../../core/card.ts';
import type { Classroom } from '../../core/classroom.ts';
import type { LocalDate } from '../../core/time.ts';
import { changeFaultCard, gradeWords, type SkippedIn } from '../../core/wording/change.ts';
import { schoolTime } from '../../store/calendars.ts';
import { classDaysOf } from '../../store/class-days.ts';
import type { Counter } from '../desk.ts';
import { drawChange } from './draw-change.ts';
import { keepChanges, type Row } from './keep-changes.ts';
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
  const { rows, skipped } = await rowsFor(counter, place, said);
  if (rows.length === 0) return changeFaultCard(faultOf(skipped));
  const { id, isNew } = await keepChanges(counter, rows);
  const beside = said.untilDoubt === undefined ? { skipped } : { skipped, doubt: said.untilDoubt };
  if (!isNew) return drawChange(counter, id, 'known', beside);
  const dates = spanning(rows.map((row) => row.dates));
  await settleAsksWithin(counter, place, dates, (ask) =>
    rows.some(
      ({ dates: on, what, classroomId }) =>
        on.start <= ask.date &&
        ask.date <= on.end &&
        (classroomId === undefined || classroomId === ask.classroomId) &&
        takesUp(what, ask.start),
    ),
  );
  return drawChange(counter, id, await spreadChange(counter, place, { id, dates }), beside);
};

const rowsFor = async (
  counter: Counter,
  place: Place,
  said: Said,
): Promise<{ rows: Row[]; skipped: SkippedIn[] }> => {
  const { schoolId } = counter.me;
  const days = await daysOf(counter, place.rooms, said.spans);
  // Where the week decides the hour each class has its own; what comes in for all is told once.
  const alike = said.change === 'sub' || said.change === 'add';
  const targets = alike ? oncePerScope(place, days) : days.map(ofClass);
  const rows: Row[] = [];
  const skipped: SkippedIn[] = [];
  for (const { scope, classDay, name } of targets) {
    const found = daysSaid(said, classDay, said.spans);
    rows.push(...found.told.map((told) => ({ schoolId, ...scope, ...told })));
    skipped.push(...found.skipped.map((day) => ({ ...day, place: targets.length > 1 ? name : '' })));
  }
  return { rows, skipped };
};

/** The one that says most. */
const faultOf = (skipped: readonly SkippedDay[]): ChangeFault =>
  skipped.find(({ why }) => why !== 'no-school')?.why ?? 'no-school';

type Day = Awaited<ReturnType<typeof daysOf>>[number];
interface Target {
  readonly scope: Pick<Row, 'classroomId' | 'grade'>;
  readonly classDay: Day['classDay'];
  readonly name: string;
}

const ofClass = ({ room, classDay }: Day): Target => ({
  scope: { classroomId: room.id },
  classDay,
  name: room.name,
});

/** A grade or a school is told once, by the bells that all of its classes share. */
const oncePerScope = (place: Place, days: readonly Day[]): Target[] => {
  if (place.of === 'classes') return days.map(ofClass);
  const [first] = days;
  if (place.of === 'school') return first ? [{ scope: {}, classDay: first.classDay, name: '' }] : [];
  const byGrade = new Map(days.map((day) => [day.room.grade, day]));
  return [...byGrade].flatMap(([grade, { classDay }]) =>
    grade === undefined ? [] : [{ scope: { grade }, classDay, name: gradeWords(grade) }],
  );
};

const daysOf = async ({ trx, me }: Counter, rooms: readonly Classroom[], spans: readonly DateSpan[]) => {
  const { start, end } = spanning(spans);
  const time = await schoolTime(trx, me.schoolId, start, end);
  const days = await classDaysOf(trx, rooms, time, start, end);
  return rooms.map((room, index) => ({
    room,
    classDay: { blocks: [], activities: [], ...days[index], school: time.school },
  }));
};
