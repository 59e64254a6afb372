import { activityKinds } from '../../src/core/activity-kind.ts';
import type { ClassDay } from '../../src/core/class-day.ts';
import type { Activity, Block, School } from '../../src/core/classroom.ts';
import { focusAreas } from '../../src/core/focus-area.ts';
import { addDays, type LocalDate, type Span, type Weekday } from '../../src/core/time.ts';
import type { Timetable } from '../../src/core/timetable.ts';
import { fc } from '../setup/properties.ts';
import { away } from './sample-school.ts';

/** Half-hour and quarter-hour zones, zones without clock changes, and one that turns back for Ramadan. */
export const zones = [
  'America/New_York',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'America/Santiago',
  'Europe/London',
];

/** Days on which one of these zones changes its clocks. */
const changeDays = [
  '2026-02-15',
  '2026-03-08',
  '2026-03-22',
  '2026-03-29',
  '2026-04-05',
  '2026-09-06',
  '2026-09-27',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];

export const anyDate: fc.Arbitrary<LocalDate> = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days)),
  fc
    .tuple(fc.constantFrom(...changeDays), fc.integer({ min: -1, max: 1 }))
    .map(([day, by]) => addDays(day, by)),
);

export const anyMinute = fc.integer({ min: 0, max: 1439 });
export const anyZone = fc.constantFrom(...zones);
const anyKind = fc.constantFrom(...activityKinds);
const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });

/** Also empty and overlapping ones. */
export const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 120 }))
  .map(([start, length]) => ({ start, end: Math.min(1440, start + length) }));

export const anySchool: fc.Arbitrary<School> = fc.record({
  id: fc.constant('school'),
  name: fc.constant('School'),
  zone: anyZone,
  firstBell: fc.oneof(fc.constant(8 * 60), fc.integer({ min: 0, max: 600 })),
  lastBell: fc.oneof(fc.constant(15 * 60), fc.integer({ min: 601, max: 1440 })),
  schoolWeekdays: weekdays,
  closedDates: fc.array(anyDate, { maxLength: 8 }),
});

const anyBlock: fc.Arbitrary<Block> = fc
  .tuple(anySpan, fc.record({ weekdays, kind: anyKind, withStudents: fc.boolean() }))
  .map(([span, rest]) => ({ ...span, ...rest }));

/** Around one date, so that dated entries do meet it. */
export const timetableAround = (date: LocalDate): fc.Arbitrary<Timetable> => {
  const near = fc.integer({ min: -1, max: 2 }).map((days) => addDays(date, days));
  return fc.record({
    school: anySchool,
    contact: fc.record({
      beforeFirstBell: fc.integer({ min: -30, max: 90 }),
      afterLastBell: fc.integer({ min: -30, max: 120 }),
    }),
    students: fc.constantFrom('class' as const, 'own' as const),
    blocks: fc.array(anyBlock, { maxLength: 8 }),
    dated: fc.array(
      fc
        .tuple(anySpan, near, fc.boolean())
        .map(([span, on, withStudents]) => ({ ...span, date: on, withStudents })),
      { maxLength: 6 },
    ),
    absences: fc.array(near.map(away), { maxLength: 1 }),
  });
};

export const classDayAround = (date: LocalDate): fc.Arbitrary<ClassDay> => {
  const activity: fc.Arbitrary<Activity> = fc
    .tuple(
      anySpan,
      fc.record({
        date: fc.integer({ min: -1, max: 1 }).map((days) => addDays(date, days)),
        kind: anyKind,
        source: fc.constantFrom('teacher' as const, 'import' as const),
        saidAt: fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
        saidBy: fc.constant(undefined),
        welcome: fc.constant(undefined),
      }),
    )
    .map(([span, rest]) => ({ ...span, ...rest }));
  return fc.record({
    blocks: fc.array(anyBlock, { maxLength: 10 }),
    activities: fc.array(activity, { maxLength: 6 }),
  });
};

export const anyFocuses = fc.uniqueArray(fc.constantFrom(...focusAreas), { minLength: 1, maxLength: 4 });
