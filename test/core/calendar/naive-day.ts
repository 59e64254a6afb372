import { DateTime } from 'luxon';
import { isAway } from '../../../src/core/activity-kind.ts';
import type { Change, When } from '../../../src/core/calendar/change.ts';
import type { Cycle, DayType, SchoolCalendar } from '../../../src/core/calendar/school-calendar.ts';
import type { ClassDay } from '../../../src/core/class-day.ts';
import type { Block, School } from '../../../src/core/classroom.ts';
import type { Span } from '../../../src/core/time.ts';
import type { Post, Timetable } from '../../../src/core/timetable.ts';

/**
 * The same promises told minute by minute and day by day, as slowly as they are said aloud, with luxon for every
 * date and none of the code under test.
 */
const once = <Value>(tell: (date: string) => Value) => {
  const told = new Map<string, Value>();
  return (date: string): Value => {
    if (!told.has(date)) told.set(date, tell(date));
    return told.get(date) as Value;
  };
};
/** Worked out once for each of them and date; slow as it is, it shall still be asked a thousand times. */
const oncePer = <Whose extends object, Value>(tell: (whose: Whose, date: string) => Value) => {
  const all = new WeakMap<Whose, (date: string) => Value>();
  return (whose: Whose, date: string): Value => {
    const known = all.get(whose) ?? once((on) => tell(whose, on));
    all.set(whose, known);
    return known(date);
  };
};
const weekdayIn = once((date) => DateTime.fromISO(date, { zone: 'utc' }).weekday);
const dayAfter = once((date) =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd'),
);
const dayBefore = once((date) =>
  DateTime.fromISO(date, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd'),
);
const wallAt = (instant: number, zone: string) => {
  const wall = DateTime.fromMillis(instant, { zone });
  return { date: wall.toISODate(), minute: wall.hour * 60 + wall.minute };
};
const holds = (span: Span, minute: number): boolean => span.start <= minute && minute < span.end;

const calendarOf = (school: School): SchoolCalendar => {
  if (school.calendar === undefined) throw new Error('a world has calendars');
  return school.calendar;
};

const saidOfSchool = (school: School, date: string): Change['what'] | undefined =>
  (school.changes ?? [])
    .filter(({ undone, dates }) => undone === undefined && dates.start <= date && date <= dates.end)
    .filter(({ what }) => what.do === 'close' || what.do === 'day-type')
    .sort((a, b) => a.saidAt - b.saidAt)
    .at(-1)?.what;

const inYear = ({ year }: SchoolCalendar, date: string): boolean =>
  year === undefined || (year.start <= date && date <= year.end);

const meets = (calendar: SchoolCalendar, date: string): boolean =>
  inYear(calendar, date) && calendar.weekdays.some((weekday) => weekday === weekdayIn(date));

const weekly = (calendar: SchoolCalendar, date: string): string =>
  Object.entries(calendar.weekdayDayTypes ?? {}).find(([day]) => Number(day) === weekdayIn(date))?.[1] ??
  calendar.usualDayType;

const planned = (calendar: SchoolCalendar, date: string): string | undefined => {
  if (calendar.closed.some((closed) => closed.date === date)) return undefined;
  const dated = calendar.datedDayTypes.findLast((entry) => entry.date === date);
  if (dated !== undefined) return dated.dayType;
  return meets(calendar, date) ? weekly(calendar, date) : undefined;
};

const typeNameOn = oncePer((school: School, date): string | undefined => {
  const what = saidOfSchool(school, date);
  if (what?.do === 'close') return undefined;
  return what?.do === 'day-type' ? what.dayType : planned(calendarOf(school), date);
});

const typeCalled = (school: School, name: string): DayType => {
  const type = calendarOf(school).dayTypes.find((one) => one.name === name);
  if (type === undefined) throw new Error(`no ${name}`);
  return type;
};

const cycleDayOn = (school: School, cycle: Cycle, date: string): string => {
  const calendar = calendarOf(school);
  const uses = (on: string): boolean => {
    if (typeNameOn(school, on) !== undefined) return true;
    if (cycle.onClosed === 'consume') return meets(calendar, on);
    return cycle.onClosed === 'consume-unplanned' && planned(calendar, on) !== undefined;
  };
  const marks = [cycle.anchor, ...cycle.reanchors].sort((a, b) => a.date.localeCompare(b.date));
  const mark = marks.findLast((one) => one.date <= date) ?? marks[0];
  if (mark === undefined) throw new Error('no anchor');
  let place = cycle.dayNames.indexOf(mark.day);
  const length = cycle.dayNames.length;
  for (let on = mark.date; on < date; on = dayAfter(on)) if (uses(on)) place = (place + 1) % length;
  for (let on = mark.date; on > date; on = dayBefore(on)) {
    if (uses(dayBefore(on))) place = (place - 1 + length) % length;
  }
  return cycle.dayNames[place] ?? '';
};

const cycleDaysOn = oncePer(
  (school: School, date) =>
    new Map(calendarOf(school).cycles.map((cycle) => [cycle.name, cycleDayOn(school, cycle, date)])),
);

const blockTimes = (school: School, block: Block, date: string): Span | undefined => {
  const name = typeNameOn(school, date);
  if (name === undefined || !block.weekdays.some((weekday) => weekday === weekdayIn(date))) return undefined;
  if (block.effective?.start !== undefined && date < block.effective.start) return undefined;
  if (block.effective?.end !== undefined && date > block.effective.end) return undefined;
  if (block.cycleDays !== undefined) {
    const today = cycleDaysOn(school, date).get(block.cycleDays.cycle);
    if (today === undefined || !block.cycleDays.days.includes(today)) return undefined;
  }
  const type = typeCalled(school, name);
  if (block.period !== undefined) return type.periods.find((period) => period.name === block.period);
  const usual = typeCalled(school, calendarOf(school).usualDayType);
  const later = type.firstBell - usual.firstBell;
  const longer = type.lastBell - usual.lastBell;
  if (later === 0 && longer === 0) return block;
  if (block.end <= usual.firstBell || block.kind === 'arrival')
    return { start: block.start + later, end: block.end + later };
  if (block.start >= usual.lastBell || block.kind === 'dismissal')
    return { start: block.start + longer, end: block.end + longer };
  const earliest = Math.min(block.start, usual.firstBell) + later;
  const latest = Math.max(block.end, usual.lastBell) + longer;
  return { start: Math.max(block.start, earliest), end: Math.min(block.end, latest) };
};

const firmOn = (school: School, block: Block, date: string): boolean =>
  block.period !== undefined || typeNameOn(school, date) === weekly(calendarOf(school), date);

const hoursOn = oncePer((post: Post, date): Span[] => {
  const name = typeNameOn(post.school, date);
  if (name === undefined) return [];
  const type = typeCalled(post.school, name);
  const all = { start: type.firstBell, end: type.lastBell };
  if (post.shifts === undefined) return [all];
  // Shifts that touch are one stretch of work.
  const there = (minute: number) => holds(all, minute) && inShift(post, date, minute);
  const spans: Span[] = [];
  for (let start = all.start; start < all.end; start += 5) {
    if (!there(start)) continue;
    let end = start;
    while (there(end)) end += 5;
    spans.push({ start, end });
    start = end;
  }
  return spans;
});

const inShift = (post: Post, date: string, minute: number): boolean =>
  post.shifts === undefined ||
  post.shifts.some(
    ({ weekdays, part }) =>
      weekdays.some((weekday) => weekday === weekdayIn(date)) && (part === undefined || holds(part, minute)),
  );

interface Cell {
  readonly students: boolean;
  readonly said: boolean;
}

/** What was said about a class's date, five minutes at a time, latest word last. */
const cellsOn = oncePer((c: ClassDay & { readonly school: School }, date): (Cell | undefined)[] => {
  const name = typeNameOn(c.school, date);
  if (name === undefined) return [];
  const type = typeCalled(c.school, name);
  const spanOf = (when: When): Span | undefined => {
    if (when === 'all day') return { start: type.firstBell, end: type.lastBell };
    return 'period' in when ? type.periods.find((period) => period.name === when.period) : when;
  };
  const blocks = c.blocks.flatMap((block) => {
    const times = blockTimes(c.school, block, date);
    return times === undefined ? [] : [{ times, students: block.withStudents }];
  });
  let cells = Array.from({ length: 288 }, (_, index): Cell | undefined => {
    const there = blocks.filter(({ times }) => holds(times, index * 5));
    const shortest = Math.min(...there.map(({ times }) => times.end - times.start));
    const top = there.findLast(({ times }) => times.end - times.start === shortest);
    return top && { students: top.students, said: false };
  });
  const write = (span: Span | undefined, cell: Cell) => {
    cells = cells.map((old, index) => (span !== undefined && holds(span, index * 5) ? cell : old));
  };
  const changes = (c.changes ?? []).filter(
    ({ undone, dates }) => undone === undefined && dates.start <= date && date <= dates.end,
  );
  const words = [...changes, ...c.activities.filter((activity) => activity.date === date)];
  for (const word of words.sort((a, b) => a.saidAt - b.saidAt)) {
    if (!('what' in word)) write(word, { students: !isAway(word.kind), said: true });
    else if (word.what.do === 'add')
      write(spanOf(word.what.when), { students: word.what.withStudents, said: true });
    else if (word.what.do === 'cancel') write(spanOf(word.what.when), { students: true, said: true });
    else if (word.what.do === 'move') {
      const from = spanOf(word.what.from);
      const to = spanOf(word.what.to);
      if (from === undefined || to === undefined) continue;
      const before = cells;
      write(from, { students: true, said: true });
      cells = cells.map((old, index) => {
        const source = before[index + (from.start - to.start) / 5];
        return holds(to, index * 5) && source !== undefined ? { students: source.students, said: true } : old;
      });
    }
  }
  return cells;
});

/** Whether students are with the person of that post; `class` posts are told by their class. */
const studentsWith = (
  post: Post,
  classDay: World['classDay'] | undefined,
  date: string,
  minute: number,
): boolean => {
  if (classDay !== undefined) {
    const cell = cellsOn(classDay, date)[Math.floor(minute / 5)];
    if (cell?.said) return cell.students;
  } else {
    const dated = post.dated.filter((span) => span.date === date && holds(span, minute));
    if (dated.length > 0) return dated.some((span) => span.withStudents);
  }
  const now = post.blocks.filter((block) => {
    const times = blockTimes(post.school, block, date);
    return times !== undefined && holds(times, minute) && inShift(post, date, minute);
  });
  if (hoursOn(post, date).length === 0) return false;
  if (now.some((block) => block.withStudents)) return true;
  if (post.students === 'own') return false;
  if (now.some((block) => firmOn(post.school, block, date))) return false;
  return hoursOn(post, date).some((hours) => holds(hours, minute));
};

interface World {
  readonly classDay: ClassDay & { readonly school: School };
}

/** The first of the rules that forbids a message at that instant; undefined when it is welcome. */
export const whyQuiet = (
  t: Timetable,
  classDay: World['classDay'] | undefined,
  instant: number,
): string | undefined => {
  if (t.doNotDisturb?.some(({ start, end }) => start <= instant && instant < end)) return 'do not disturb';
  let welcome = false;
  for (const post of [t, ...(t.elsewhere ?? [])]) {
    const { date, minute } = wallAt(instant, post.school.zone);
    for (const ahead of [0, 1, 2]) {
      if (studentsWith(post, classDay, date, minute + ahead)) return 'students are there';
    }
    const absences = t.absences?.filter(({ start, end }) => start <= date && date <= end) ?? [];
    if (absences.some(({ part }) => part === undefined || holds(part, minute))) continue;
    const { beforeFirstBell, afterLastBell } = t.contact;
    welcome ||= hoursOn(post, date).some(
      ({ start, end }) => start - beforeFirstBell <= minute && minute < end + afterLastBell,
    );
  }
  return welcome ? undefined : 'not their hours';
};
