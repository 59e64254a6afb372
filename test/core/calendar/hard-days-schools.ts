import type { ActivityKind } from '../../../src/core/activity-kind.ts';
import { datesIn } from '../../../src/core/calendar/by-date.ts';
import type { Change, What } from '../../../src/core/calendar/change.ts';
import type { Cycle, DayType, SchoolCalendar } from '../../../src/core/calendar/school-calendar.ts';
import type { Block, School } from '../../../src/core/classroom.ts';
import { minuteOf } from '../../../src/core/clock-minutes.ts';
import type { Span, Weekday } from '../../../src/core/time.ts';
import { everyDay } from '../sample-school.ts';

/** "09:00–10:00" */
export const span = (text: string): Span => {
  const [start = '', end = ''] = text.split('–');
  return { start: minuteOf(start), end: minuteOf(end) };
};

const bells = (name: string, hours: string, periods: Readonly<Record<string, string>>): DayType => ({
  name,
  firstBell: span(hours).start,
  lastBell: span(hours).end,
  periods: Object.entries(periods).map(([period, times]) => ({ name: period, ...span(times) })),
});

const dayTypes = [
  bells('regular', '08:00–15:00', {
    '1': '08:00–08:50',
    '2': '08:55–09:45',
    '3': '09:50–10:40',
    '4': '10:45–11:35',
    'Lunch A': '11:40–12:10',
    'Lunch B': '12:15–12:45',
    '5': '12:50–13:40',
    '6': '13:45–15:00',
  }),
  bells('early release', '08:00–12:00', {
    '1': '08:00–08:30',
    '2': '08:35–09:05',
    '3': '09:10–09:40',
    '4': '09:45–10:15',
    'Lunch A': '10:20–10:45',
    'Lunch B': '10:50–11:15',
    '5': '11:20–12:00',
  }),
  bells('two-hour delay', '10:00–15:00', {
    '1': '10:00–10:30',
    '2': '10:35–11:05',
    'Lunch A': '11:10–11:35',
    'Lunch B': '11:40–12:05',
    '3': '12:10–12:45',
    '4': '12:50–13:25',
    '5': '13:30–14:05',
    '6': '14:10–15:00',
  }),
  bells('exam day', '08:00–15:00', { 'Lunch A': '12:20–12:50' }),
];

export const cycles = (onClosed: Cycle['onClosed']): Cycle[] => [
  {
    name: 'day',
    dayNames: ['Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5', 'Day 6'],
    anchor: { date: '2026-09-01', day: 'Day 1' },
    onClosed,
    reanchors: [{ date: '2027-01-04', day: 'Day 1' }],
  },
  {
    name: 'letter',
    dayNames: ['A', 'B'],
    anchor: { date: '2026-09-01', day: 'A' },
    onClosed,
    reanchors: [{ date: '2027-01-04', day: 'A' }],
  },
];

const calendar: SchoolCalendar = {
  zone: 'America/New_York',
  year: { start: '2026-09-01', end: '2027-06-18' },
  terms: [],
  weekdays: everyDay,
  closed: [
    { date: '2026-09-07', name: 'Labor Day' },
    ...datesIn({ start: '2026-12-21', end: '2027-01-01' }).map((date) => ({ date, name: 'winter break' })),
    { date: '2027-01-18', name: 'Martin Luther King Day' },
  ],
  dayTypes,
  usualDayType: 'regular',
  datedDayTypes: [],
  cycles: cycles('skip'),
};

export const school = (more: Partial<SchoolCalendar> = {}, changes: readonly Change[] = []): School => ({
  id: 'maple',
  name: 'Maple',
  zone: more.zone ?? calendar.zone,
  firstBell: 0,
  lastBell: 0,
  schoolWeekdays: [],
  closedDates: [],
  calendar: { ...calendar, ...more },
  changes,
});

/** A school with nothing but two bells. */
export const plain = (zone: string, hours: string, weekdays: readonly Weekday[] = everyDay): School => {
  const { firstBell, lastBell } = bells('', hours, {});
  return { id: zone, name: zone, zone, firstBell, lastBell, schoolWeekdays: weekdays, closedDates: [] };
};

export const byClock = (kind: ActivityKind, times: string, withStudents = true): Block => ({
  ...span(times),
  kind,
  withStudents,
  weekdays: everyDay,
});

export const byPeriod = (kind: ActivityKind, period: string, withStudents = true): Block => ({
  ...byClock(kind, '00:00–00:00', withStudents),
  period,
});

export const room4: readonly Block[] = [
  byClock('arrival', '07:50–08:00'),
  byPeriod('math', '1'),
  byPeriod('writing', '2'),
  byPeriod('music', '3', false),
  byPeriod('lunch', 'Lunch A', false),
  { ...byPeriod('specials', '5', false), cycleDays: { cycle: 'day', days: ['Day 1', 'Day 4'] } },
  byClock('reading', '13:50–14:30'),
  byClock('dismissal', '15:00–15:15'),
];

export const room9: readonly Block[] = [
  byClock('math', '09:00–10:00'),
  byClock('lunch', '11:30–12:00', false),
  byClock('music', '13:00–13:45', false),
];

/** `said` orders changes among each other; a day apart each. */
export const change = (what: What, start: string, end = start, said = 1): Change => ({
  id: `${what.do} ${start} ${said}`,
  scope: { of: 'school', schoolId: 'maple' },
  dates: { start, end },
  what,
  saidBy: 'office',
  saidAt: Date.parse('2026-09-01') + said * 86_400_000,
});

export const undone = (taken: Change): Change => ({
  ...taken,
  undone: { by: 'office', at: taken.saidAt + 60_000 },
});
