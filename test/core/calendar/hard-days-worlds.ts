import type { Change } from '../../../src/core/calendar/change.ts';
import type { SchoolCalendar } from '../../../src/core/calendar/school-calendar.ts';
import { substituteAbsences } from '../../../src/core/calendar/substitute-absences.ts';
import { type ClassDay, datedSpansOf } from '../../../src/core/class-day.ts';
import type { Activity, Block, School } from '../../../src/core/classroom.ts';
import { defaultContact, type Timetable } from '../../../src/core/timetable.ts';
import {
  byClock,
  byPeriod,
  change,
  cycles,
  plain,
  room4,
  room9,
  school,
  span,
  undone,
} from './hard-days-schools.ts';

export interface World {
  readonly person: Timetable;
  readonly classDay: ClassDay & { readonly school: School };
}

interface Given {
  readonly blocks?: readonly Block[];
  readonly calendar?: Partial<SchoolCalendar>;
  readonly changes?: readonly Change[];
  readonly activities?: readonly Activity[];
  readonly person?: Partial<Timetable>;
}

/** A class and its teacher. */
const inClass = ({ blocks = room4, calendar, changes = [], activities = [], person }: Given = {}): World => {
  const at = school(calendar, changes);
  const classDay = { blocks, activities, school: at, changes };
  return {
    classDay,
    person: {
      school: at,
      contact: defaultContact,
      students: 'class',
      blocks,
      dated: datedSpansOf([classDay]),
      absences: substituteAbsences(at, changes),
      ...person,
    },
  };
};

const therapist = (person: Partial<Timetable> = {}, changes: readonly Change[] = []): World =>
  inClass({
    changes,
    blocks: [byClock('other', '09:00–09:30'), byClock('lunch', '12:00–12:30', false)],
    person: { students: 'own', dated: [], ...person },
  });

const somewhere = (at: School): World => therapist({ school: at, blocks: [] });

const mornings = (part: string) => [{ weekdays: [1, 2, 3, 4, 5] as const, part: span(part) }];

const mesa = (closedDates: readonly string[]): World =>
  therapist({
    shifts: mornings('08:00–11:30'),
    elsewhere: [
      {
        school: { ...plain('America/Chicago', '08:30–15:30'), closedDates },
        shifts: mornings('12:30–15:30'),
        students: 'own',
        blocks: [byClock('other', '13:00–13:45')],
        dated: [],
      },
    ],
  });

const phoenix = (): World =>
  therapist({
    shifts: mornings('08:00–11:00'),
    elsewhere: [
      {
        school: plain('America/Phoenix', '08:00–15:00'),
        shifts: mornings('10:00–15:00'),
        students: 'own',
        blocks: [],
        dated: [],
      },
    ],
  });

const snow = { do: 'close', name: 'snow' } as const;
const delay = { do: 'day-type', dayType: 'two-hour delay' } as const;
const regular = { do: 'day-type', dayType: 'regular' } as const;
const early = { do: 'day-type', dayType: 'early release' } as const;
const plannedEarly = (date: string): Given => ({
  calendar: { datedDayTypes: [{ date, dayType: 'early release' }] },
});
const oak = { weekdayDayTypes: { 3: 'early release' } } as const;
const testing = change(
  { do: 'add', when: span('09:00–11:00'), kind: 'test', withStudents: true },
  '2026-09-14',
  '2026-09-18',
);
const trip = (withStudents: boolean) =>
  change({ do: 'add', when: 'all day', kind: 'field_trip', withStudents }, '2026-09-16');
const noSpecials = change({ do: 'cancel', when: { period: '5' } }, '2026-09-18');
const centers = (said: number): Activity => ({
  ...span('13:50–14:30'),
  date: '2026-09-16',
  kind: 'centers',
  source: 'teacher',
  saidAt: change(snow, '2026-09-16', '2026-09-16', said).saidAt,
  saidBy: 'teacher',
  welcome: undefined,
});
const assembly = (said: number) =>
  change(
    { do: 'add', when: span('13:50–14:30'), kind: 'assembly', withStudents: true },
    '2026-09-16',
    '2026-09-16',
    said,
  );
const newRoutine: readonly Block[] = [
  { ...byPeriod('math', '1'), effective: { end: '2026-09-30' } },
  { ...byPeriod('handwriting', '1'), effective: { start: '2026-10-01' } },
];
const atTheEdges: readonly Block[] = [
  byClock('arrival', '08:00–08:15'),
  byClock('other', '14:30–15:30'),
  byClock('dismissal', '14:50–15:00'),
];
const [days, letters] = cycles('skip');
const countedAnew = [
  { ...days, reanchors: [...(days?.reanchors ?? []), { date: '2027-01-19', day: 'Day 1' }] },
  letters,
] as SchoolCalendar['cycles'];
const mapleAt = (date: string, clock: string): number => Date.parse(`${date}T${clock}:00-04:00`);

/** By the number of its row in docs/hard-days.md. */
export const worlds: readonly (readonly [number, World])[] = [
  [1, inClass()],
  [2, inClass()],
  [3, inClass()],
  [4, inClass()],
  [5, inClass({ changes: [change(snow, '2027-01-12')] })],
  [6, inClass({ changes: [change(snow, '2027-01-12')] })],
  [7, inClass({ changes: [change(snow, '2027-01-12')], calendar: { cycles: cycles('consume') } })],
  [8, inClass({ changes: [change(snow, '2027-01-12')], calendar: { cycles: cycles('consume-unplanned') } })],
  [9, inClass({ calendar: { cycles: cycles('consume') } })],
  [10, inClass({ changes: [change(snow, '2027-01-11', '2027-01-15')], calendar: { cycles: countedAnew } })],
  [11, inClass(plannedEarly('2026-09-16'))],
  [12, inClass(plannedEarly('2026-09-23'))],
  [13, inClass({ changes: [change(delay, '2027-01-13')] })],
  [14, inClass({ changes: [change(delay, '2027-01-12')] })],
  [15, inClass({ changes: [change({ do: 'day-type', dayType: 'exam day' }, '2027-01-22')] })],
  [16, inClass({ changes: [undone(change(delay, '2027-01-13'))] })],
  [17, inClass({ changes: [change(snow, '2027-01-13', '2027-01-13', 2), change(delay, '2027-01-13')] })],
  [18, inClass({ changes: [change(snow, '2027-01-13'), change(delay, '2027-01-13', '2027-01-13', 2)] })],
  [19, inClass({ changes: [change(regular, '2027-01-23')] })],
  [20, inClass({ changes: [change(regular, '2027-01-23')] })],
  [21, inClass({ changes: [change(regular, '2027-01-18')] })],
  [22, inClass({ blocks: room9, changes: [change(delay, '2027-01-13')] })],
  [23, inClass({ blocks: room9, calendar: oak })],
  [24, inClass({ blocks: room9, calendar: oak, changes: [change(regular, '2026-09-23')] })],
  [25, inClass({ blocks: room9, changes: [testing] })],
  [26, inClass({ blocks: room9, changes: [testing] })],
  [
    27,
    inClass({
      changes: [
        change({ do: 'add', when: { period: '3' }, kind: 'assembly', withStudents: true }, '2026-09-15'),
      ],
    }),
  ],
  [28, inClass({ changes: [trip(true)] })],
  [29, inClass({ changes: [trip(false)] })],
  [
    30,
    inClass({ changes: [change({ do: 'move', from: { period: '3' }, to: { period: '6' } }, '2026-09-16')] }),
  ],
  [31, inClass({ changes: [noSpecials] })],
  [32, inClass({ changes: [undone(noSpecials)] })],
  [33, inClass({ changes: [assembly(13)], activities: [centers(14)] })],
  [34, inClass({ changes: [assembly(14)], activities: [centers(13)] })],
  [35, inClass({ changes: [change({ do: 'substitute', when: 'all day' }, '2026-09-16')] })],
  [36, inClass({ changes: [change({ do: 'substitute', when: { period: '3' } }, '2026-09-16')] })],
  [37, inClass({ person: { absences: [{ start: '2026-09-14', end: '2026-09-15' }] } })],
  [
    38,
    inClass({
      person: { absences: [{ start: '2026-09-16', end: '2026-09-16', part: span('00:00–11:00') }] },
    }),
  ],
  [39, inClass({ person: { shifts: mornings('08:00–11:30') } })],
  [40, inClass({ person: { shifts: [{ weekdays: [1, 2, 3] }] } })],
  [41, mesa([])],
  [42, mesa(['2026-09-16'])],
  [43, phoenix()],
  [44, phoenix()],
  [45, inClass({ changes: [change(early, '2026-09-16')] })],
  [46, inClass({ changes: [change(early, '2026-09-16')] })],
  [47, inClass()],
  [48, somewhere(plain('America/New_York', '01:00–04:00', [1, 2, 3, 4, 5, 6, 7]))],
  [49, somewhere(plain('America/New_York', '01:00–04:00', [1, 2, 3, 4, 5, 6, 7]))],
  [50, somewhere(plain('Australia/Lord_Howe', '01:00–04:00', [1, 2, 3, 4, 5, 6, 7]))],
  [
    51,
    therapist({
      doNotDisturb: [{ start: mapleAt('2026-09-16', '09:30'), end: mapleAt('2026-09-16', '11:00') }],
    }),
  ],
  [52, inClass()],
  [53, inClass()],
  [54, inClass({ blocks: newRoutine })],
  [55, inClass({ blocks: newRoutine })],
  [56, inClass()],
  [57, inClass()],
  [58, inClass({ person: { contact: { beforeFirstBell: 0, afterLastBell: 10 } } })],
  [59, therapist({ dated: [{ date: '2026-09-16', ...span('10:00–10:20'), withStudents: true }] })],
  [
    60,
    therapist({ dated: [{ date: '2027-01-13', ...span('10:00–10:20'), withStudents: true }] }, [
      change(snow, '2027-01-13'),
    ]),
  ],
  [61, inClass({ blocks: atTheEdges, changes: [change(early, '2026-09-16')] })],
  [62, inClass({ blocks: atTheEdges, changes: [change(delay, '2027-01-13')] })],
];
