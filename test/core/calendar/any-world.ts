import { activityKinds } from '../../../src/core/activity-kind.ts';
import type { Absence, Shift } from '../../../src/core/calendar/absence.ts';
import type { Change, When } from '../../../src/core/calendar/change.ts';
import type { Cycle, DayType, SchoolCalendar } from '../../../src/core/calendar/school-calendar.ts';
import { type ClassDay, datedSpansOf } from '../../../src/core/class-day.ts';
import type { Activity, Block, School } from '../../../src/core/classroom.ts';
import { addDays, DAY, type LocalDate, type Span, type Weekday } from '../../../src/core/time.ts';
import type { Post, Timetable } from '../../../src/core/timetable.ts';
import { fc } from '../../setup/properties.ts';
import { anyDate, anyZone } from '../arbitraries.ts';

/** Bells ring on full five minutes, so no remainder is ever too short to be kept. */
const GRID = 5;
const gridded = (min: number, max: number) =>
  fc.integer({ min: Math.ceil(min / GRID), max: Math.floor(max / GRID) }).map((value) => value * GRID);

const anySpan: fc.Arbitrary<Span> = fc
  .tuple(gridded(360, 1000), gridded(5, 180))
  .map(([start, length]) => ({ start, end: start + length }));

const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const workdays = fc.oneof(
  fc.constant<readonly Weekday[]>([1, 2, 3, 4, 5]),
  fc.constant<readonly Weekday[]>([1, 2, 3, 4, 5, 6, 7]),
  weekdays,
);

const typeNames = ['regular', 'early release', 'two-hour delay', 'exam day'] as const;
const anyType = fc.constantFrom(...typeNames);
const anyPeriod = fc.constantFrom('1', '2', '3', '4', '5', 'Lunch B', 'Advisory');

/** `count` periods of one length with passing time between them, and a second lunch wave over the last two. */
const dayType = (name: string, firstBell: number, lastBell: number, count: number): DayType => {
  const each = Math.floor((lastBell - firstBell) / count / GRID) * GRID;
  const periods = Array.from({ length: count }, (_, index) => ({
    name: String(index + 1),
    start: firstBell + index * each,
    end: firstBell + (index + 1) * each - GRID,
  }));
  const wave = { name: 'Lunch B', start: firstBell + each, end: firstBell + each + 25 };
  return { name, firstBell, lastBell, periods: count > 3 ? [...periods, wave] : periods };
};

const anyDayTypes = fc
  .tuple(gridded(400, 540), gridded(330, 450), fc.integer({ min: 2, max: 7 }))
  .map(([first, length, count]) => [
    dayType('regular', first, first + length, count),
    dayType('early release', first, first + 180, Math.max(2, count - 1)),
    dayType('two-hour delay', first + 120, first + length, count),
    dayType('exam day', first, first + length, 2),
  ]);

const anyCycle = (name: string, near: fc.Arbitrary<LocalDate>): fc.Arbitrary<Cycle> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 10 }),
      near,
      fc.nat(),
      fc.constantFrom('skip' as const, 'consume' as const, 'consume-unplanned' as const),
      fc.array(fc.tuple(near, fc.nat()), { maxLength: 2 }),
    )
    .map(([length, date, day, onClosed, marks]) => ({
      name,
      dayNames: Array.from({ length }, (_, index) => `Day ${index + 1}`),
      anchor: { date, day: `Day ${(day % length) + 1}` },
      onClosed,
      reanchors: marks.map(([on, nth]) => ({ date: on, day: `Day ${(nth % length) + 1}` })),
    }));

const nearby = (date: LocalDate, from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(date, days));

const anyCalendar = (date: LocalDate): fc.Arbitrary<SchoolCalendar> =>
  fc
    .record({
      zone: anyZone,
      year: fc.option(fc.record({ start: nearby(date, -60, -3), end: nearby(date, 1, 90) }), { freq: 3 }),
      weekdays: workdays,
      closed: fc.array(fc.record({ date: nearby(date, -20, 12), name: fc.constant('holiday') }), {
        maxLength: 6,
      }),
      dayTypes: anyDayTypes,
      weekly: fc.option(fc.dictionary(fc.constantFrom('1', '3', '5'), anyType, { maxKeys: 2 })),
      datedDayTypes: fc.array(fc.record({ date: nearby(date, -6, 8), dayType: anyType }), { maxLength: 4 }),
      cycles: fc.oneof(
        fc.constant([]),
        fc.tuple(anyCycle('day', nearby(date, -40, 10))),
        fc.tuple(anyCycle('day', nearby(date, -40, 10)), anyCycle('specials', nearby(date, -40, 10))),
      ),
    })
    .map(({ year, weekly, ...rest }) => ({
      ...rest,
      ...(year === null ? {} : { year }),
      ...(weekly === null ? {} : { weekdayDayTypes: weekly }),
      terms: [],
      usualDayType: 'regular',
    }));

const anyKind = fc.constantFrom(...activityKinds);

const anyBlock = (date: LocalDate): fc.Arbitrary<Block> =>
  fc
    .tuple(
      anySpan,
      fc.record({ weekdays: workdays, kind: anyKind, withStudents: fc.boolean() }),
      fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), { freq: 2 }),
      fc.constantFrom('day', 'specials'),
      fc.option(anyPeriod, { freq: 2 }),
      fc.option(fc.record({ start: nearby(date, -9, 3), end: nearby(date, -1, 9) }), { freq: 4 }),
    )
    .map(([span, rest, days, cycle, period, effective]) => ({
      ...span,
      ...rest,
      ...(days === null ? {} : { cycleDays: { cycle, days: days.map((day) => `Day ${day}`) } }),
      ...(period === null ? {} : { period }),
      ...(effective === null ? {} : { effective }),
    }));

const anyWhen: fc.Arbitrary<When> = fc.oneof(
  anySpan,
  anyPeriod.map((period) => ({ period })),
  fc.constant('all day' as const),
);

/** Moves keep their length, so that all stays on the grid. */
const anyMove = fc.tuple(anySpan, gridded(360, 1000)).map(([from, start]) => ({
  do: 'move' as const,
  from,
  to: { start, end: start + from.end - from.start },
}));

const anySaidAt = fc.integer({ min: 0, max: 40 }).map((hours) => 1_767_000_000_000 + hours * 3_600_000);

const anyChange = (date: LocalDate): fc.Arbitrary<Change> =>
  fc
    .tuple(
      fc.oneof(
        fc.record({
          do: fc.constant('add' as const),
          when: anyWhen,
          kind: anyKind,
          withStudents: fc.boolean(),
        }),
        fc.record({ do: fc.constant('cancel' as const), when: anyWhen }),
        anyMove,
        fc.record({ do: fc.constant('day-type' as const), dayType: anyType }),
        fc.constant({ do: 'close' as const, name: 'snow' }),
      ),
      nearby(date, -8, 4),
      fc.integer({ min: 0, max: 3 }),
      anySaidAt,
      fc.boolean(),
      fc.uuid(),
    )
    .map(([what, start, days, saidAt, undone, id]) => ({
      id,
      scope: { of: 'school', schoolId: 'home' },
      dates: { start, end: addDays(start, days) },
      what,
      saidBy: 'somebody',
      saidAt,
      ...(undone ? { undone: { by: 'somebody', at: saidAt } } : {}),
    }));

const anyActivity = (date: LocalDate): fc.Arbitrary<Activity> =>
  fc.tuple(anySpan, nearby(date, -1, 2), anyKind, anySaidAt).map(([span, on, kind, saidAt]) => ({
    ...span,
    date: on,
    kind,
    source: 'teacher',
    saidAt,
    saidBy: undefined,
    welcome: undefined,
  }));

const anyShifts: fc.Arbitrary<Shift[]> = fc.array(
  fc
    .tuple(workdays, fc.option(anySpan))
    .map(([on, part]) => ({ weekdays: on, ...(part === null ? {} : { part }) })),
  { minLength: 1, maxLength: 2 },
);

const anyAbsence = (date: LocalDate): fc.Arbitrary<Absence> =>
  fc
    .tuple(nearby(date, -3, 3), fc.integer({ min: 0, max: 2 }), fc.option(anySpan))
    .map(([start, days, part]) => ({ start, end: addDays(start, days), ...(part === null ? {} : { part }) }));

const anyContact = fc.record({ beforeFirstBell: gridded(-30, 90), afterLastBell: gridded(-30, 120) });

export interface World {
  readonly date: LocalDate;
  readonly teacher: Timetable;
  readonly classDay: ClassDay & { readonly school: School };
  /** In two schools, often in two zones. */
  readonly therapist: Timetable;
}

const schoolWith = (id: string, calendar: SchoolCalendar, changes: readonly Change[]): School => ({
  id,
  name: id,
  zone: calendar.zone,
  firstBell: 0,
  lastBell: 0,
  schoolWeekdays: [],
  closedDates: [],
  calendar,
  changes: changes.map((change) => ({ ...change, scope: { of: 'school', schoolId: id } })),
});

/** A teacher of one school and a therapist of two, around one date. */
export const anyWorld: fc.Arbitrary<World> = anyDate.chain((date) => {
  const blocks = fc.array(anyBlock(date), { maxLength: 7 });
  const visits = fc.array(
    fc.tuple(anySpan, nearby(date, -1, 3), fc.boolean()).map(([span, on, withStudents]) => ({
      ...span,
      date: on,
      withStudents,
    })),
    { maxLength: 4 },
  );
  const person = fc.record({
    contact: anyContact,
    absences: fc.array(anyAbsence(date), { maxLength: 1 }),
  });
  const quiet = fc.array(
    fc.tuple(fc.integer({ min: -24, max: 48 }), fc.integer({ min: 1, max: 600 })).map(([hours, minutes]) => {
      const start = Date.parse(date) + hours * 3_600_000;
      return { start, end: start + minutes * 60_000 };
    }),
    { maxLength: 2 },
  );
  return fc
    .record({
      home: anyCalendar(date),
      other: anyCalendar(date),
      changes: fc.array(anyChange(date), { maxLength: 6 }),
      otherChanges: fc.array(anyChange(date), { maxLength: 2 }),
      blocks,
      own: blocks,
      farBlocks: fc.array(anyBlock(date), { maxLength: 3 }),
      activities: fc.array(anyActivity(date), { maxLength: 3 }),
      visits,
      farVisits: visits,
      shifts: anyShifts,
      farShifts: anyShifts,
      her: person,
      him: person,
      quiet,
      partTime: fc.option(anyShifts, { freq: 2 }),
    })
    .map((w): World => {
      const school = schoolWith('home', w.home, w.changes);
      const far = schoolWith('far', w.other, w.otherChanges);
      const classDay = { blocks: w.blocks, activities: w.activities, school, changes: w.changes };
      const elsewhere: Post[] = [
        { school: far, shifts: w.farShifts, students: 'own', blocks: w.farBlocks, dated: w.farVisits },
      ];
      return {
        date,
        classDay,
        teacher: {
          ...w.her,
          school,
          students: 'class',
          blocks: w.blocks,
          dated: datedSpansOf([classDay]),
          ...(w.partTime === null ? {} : { shifts: w.partTime }),
        },
        therapist: {
          ...w.him,
          school,
          shifts: w.shifts,
          students: 'own',
          blocks: w.own,
          dated: w.visits,
          elsewhere,
          doNotDisturb: w.quiet,
        },
      };
    });
});

export const anyMoment = (date: LocalDate): fc.Arbitrary<number> =>
  fc.integer({ min: -DAY / 1000, max: (3 * DAY) / 1000 }).map((seconds) => Date.parse(date) + seconds * 1000);
