import type { ActivityKind } from '../src/core/activity-kind.ts';
import type { Change, Scope, What } from '../src/core/calendar/change.ts';
import { createChangesFor } from '../src/core/calendar/changes-for.ts';
import { dateOf, dayNumber } from '../src/core/calendar/day-number.ts';
import type { DayType, SchoolCalendar } from '../src/core/calendar/school-calendar.ts';
import { type ClassDay, datedSpansOf } from '../src/core/class-day.ts';
import type { Block, School } from '../src/core/classroom.ts';
import { type LocalDate, type Weekday, weekdayOf } from '../src/core/time.ts';
import { defaultContact, type Timetable } from '../src/core/timetable.ts';

const schoolCount = 10;
const classCount = 400;
const therapistCount = 100;
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5];
const year = { start: '2026-09-01', end: '2027-06-18' };

export const schoolDates: readonly LocalDate[] = Array.from(
  { length: dayNumber(year.end) - dayNumber(year.start) + 1 },
  (_, day) => dateOf(dayNumber(year.start) + day),
).filter((date) => weekdayOf(date) <= 5);

export interface SchoolYear {
  readonly classes: readonly (ClassDay & { readonly school: School })[];
  /** 400 teachers and 100 therapists of two schools each. */
  readonly people: readonly Timetable[];
}

/** Any number again and again the same way, so that two runs measure the same district. */
const createDice = () => {
  let state = 20_261_122;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

const dayType = (name: string, firstBell: number, each: number): DayType => ({
  name,
  firstBell,
  lastBell: firstBell + 7 * each,
  periods: Array.from({ length: 7 }, (_, nth) => ({
    name: String(nth + 1),
    start: firstBell + nth * each,
    end: firstBell + (nth + 1) * each - 5,
  })),
});

const calendar: SchoolCalendar = {
  zone: 'America/New_York',
  year,
  terms: [],
  weekdays: everyDay,
  closed: ['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-11-27', '2027-01-18'].map(
    (date) => ({
      date,
      name: 'holiday',
    }),
  ),
  dayTypes: [dayType('regular', 480, 60), dayType('early release', 480, 35), dayType('delay', 600, 43)],
  usualDayType: 'regular',
  weekdayDayTypes: { 3: 'early release' },
  datedDayTypes: [{ date: '2026-12-18', dayType: 'early release' }],
  cycles: [
    {
      name: 'specials',
      dayNames: ['1', '2', '3', '4', '5', '6'],
      anchor: { date: year.start, day: '1' },
      onClosed: 'skip',
      reanchors: [],
    },
  ],
};

const periodKinds: readonly ActivityKind[] = [
  'math',
  'writing',
  'reading',
  'lunch',
  'science',
  'music',
  'pe',
];
const away: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['lunch', 'music', 'pe']);

const routine = (nth: number): Block[] => [
  ...periodKinds.map((_, place): Block => {
    const kind = periodKinds[(place + nth) % periodKinds.length] ?? 'other';
    const rest = kind === 'pe' ? { cycleDays: { cycle: 'specials', days: ['1', '3', '5'] } } : {};
    return {
      start: 0,
      end: 0,
      period: String(place + 1),
      weekdays: everyDay,
      kind,
      withStudents: !away.has(kind),
      ...rest,
    };
  }),
  { start: 470, end: 480, weekdays: everyDay, kind: 'arrival', withStudents: true },
  { start: 600, end: 615, weekdays: everyDay, kind: 'snack', withStudents: true },
  { start: 900, end: 915, weekdays: everyDay, kind: 'dismissal', withStudents: true },
];

const changesOfYear = (count: number): Change[] => {
  const roll = createDice();
  return Array.from({ length: count }, (_, nth): Change => {
    const date = schoolDates[roll(schoolDates.length)] ?? year.start;
    // Nearly all are a class's own; a school closes or opens late a few times a year.
    const ofSchool = roll(100) === 0;
    const period = String(1 + roll(7));
    const scope: Scope = ofSchool
      ? { of: 'school', schoolId: `school ${roll(schoolCount)}` }
      : { of: 'class', classroomId: `class ${roll(classCount)}` };
    const ownWhats: readonly What[] = [
      { do: 'add', when: { period }, kind: 'assembly', withStudents: true },
      { do: 'cancel', when: { period } },
      { do: 'move', from: { period }, to: { period: '7' } },
      { do: 'add', when: 'all day', kind: 'field_trip', withStudents: true },
    ];
    const what = ofSchool
      ? ({ do: 'day-type', dayType: 'delay' } as const)
      : (ownWhats[roll(ownWhats.length)] ?? { do: 'cancel', when: 'all day' });
    return { id: String(nth), scope, dates: { start: date, end: date }, what, saidBy: 'x', saidAt: nth };
  });
};

/** A district of 10 schools over a year, with that many one-off changes. */
export const schoolYear = (changeCount: number): SchoolYear => {
  const changes = changesOfYear(changeCount);
  const changesFor = createChangesFor(changes);
  const schools = Array.from({ length: schoolCount }, (_, nth): School => {
    const id = `school ${nth}`;
    return {
      id,
      name: id,
      zone: calendar.zone,
      firstBell: 480,
      lastBell: 900,
      schoolWeekdays: everyDay,
      closedDates: [],
      calendar,
      changes: changes.filter(({ scope }) => scope.of === 'school' && scope.schoolId === id),
    };
  });
  const at = (nth: number): School => schools[nth % schoolCount] as School;
  const classes = Array.from({ length: classCount }, (_, nth) => ({
    blocks: routine(nth),
    activities: [],
    school: at(nth),
    changes: changesFor({ id: `class ${nth}`, schoolId: at(nth).id }),
  }));
  const teachers = classes.map(
    (one): Timetable => ({
      school: one.school,
      contact: defaultContact,
      students: 'class',
      blocks: one.blocks,
      dated: datedSpansOf([one]),
    }),
  );
  const therapists = Array.from({ length: therapistCount }, (_, nth): Timetable => {
    const visits = schoolDates.map((date) => ({ date, start: 540, end: 570, withStudents: true }));
    return {
      school: at(nth),
      shifts: [{ weekdays: everyDay, part: { start: 480, end: 690 } }],
      contact: defaultContact,
      students: 'own',
      blocks: routine(nth).slice(0, 3),
      dated: visits,
      elsewhere: [
        {
          school: at(nth + 1),
          shifts: [{ weekdays: everyDay, part: { start: 720, end: 960 } }],
          students: 'own',
          blocks: routine(nth).slice(3, 6),
          dated: [],
        },
      ],
    };
  });
  return { classes, people: [...teachers, ...therapists] };
};
