import { describe, expect, test } from '@jest/globals';
import type { ProposeInput } from '../../../src/core/propose-input.ts';
import {
  caseloadOf,
  isBeyond,
  leastChange,
  type PlanNeed,
  type Standing,
  type WeekAsked,
} from '../../../src/core/week-plan/caseload-of.ts';
import { at, away, block, monday, school, timetable, tuesday, wednesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { inputOf, weekAsked } from './week-asked.ts';

const oak = { ...school, id: 'oak' };
const lesson = {
  blocks: [block('writing', at(9), at(9, 40)), block('writing', at(13), at(13, 40))],
  activities: [],
};
const here = room12({ classDay: { ...lesson, school } });
const there = room12({
  pairingId: 'p7',
  classroomId: 'c7',
  room: 'Room 7',
  classDay: { ...lesson, school: oak },
});

const planned = (needs: readonly PlanNeed[], more: Partial<WeekAsked> = {}) =>
  caseloadOf(weekAsked(needs, {}, more));
const asking = (needs: readonly PlanNeed[], input: Partial<ProposeInput>) =>
  planned(needs, { input: inputOf(needs, input) });
const weekIn = ({ caseload }: ReturnType<typeof planned>, room = 'Room 12') =>
  caseload.classes.find(({ id }) => id === room)?.week;
const startsOn = (source: ReturnType<typeof planned>, day: 'Mon' | 'Tue' | 'Wed' | 'Fri', room?: string) =>
  weekIn(source, room)?.[day]?.map(({ start }) => start);
const standing = (changes: Partial<Standing>): Standing => ({
  pairingId: 'p12',
  schoolId: 'maple',
  date: tuesday,
  start: at(9),
  ...changes,
});

describe('the grid of a week', () => {
  test.each([
    [[30], 15, 30],
    [[15], 15, 15],
    [[10], 5, 10],
    [[14, 45], 5, 45],
    [[], 5, 5],
  ])('of visits of %j minutes is %i, and the longest visit %i', (minutes, grid, longest) => {
    const needs = minutes.map((length, nth) =>
      room12({ pairingId: `p${nth}`, room: `Room ${nth}`, minutes: length }),
    );
    const { slotMinutes, visitMinutes } = planned(needs).caseload;
    expect([slotMinutes, visitMinutes]).toEqual([grid, longest]);
  });

  test('a block ends one longest visit after its last start, and before midnight', () => {
    const short = room12({ pairingId: 'p7', room: 'Room 7', minutes: 10 });
    const late = room12({
      pairingId: 'p1',
      room: 'Room 1',
      minutes: 5,
      classDay: { blocks: [block('writing', at(23, 30), at(23, 59))], activities: [] },
    });
    const source = planned([here, short, late]);
    expect(weekIn(source, 'Room 7')?.Mon).toEqual([
      { start: '09:00', end: '10:00', activity: 'writing', open: true },
    ]);
    expect(weekIn(source, 'Room 12')?.Mon?.[0]).toEqual({
      start: '09:00',
      end: '09:40',
      activity: 'writing',
      open: true,
    });
    expect(weekIn(source, 'Room 1')?.Mon?.map(({ end }) => end)).not.toContain('24:00');
  });

  test('a lesson that begins at an odd minute has a start of its own, apart from those people would say', () => {
    const odd = room12({
      classDay: {
        blocks: [block('writing', at(9, 5), at(9, 40)), block('handwriting', at(10, 2), at(10, 45))],
        activities: [],
      },
    });
    expect(weekIn(planned([odd]))?.Mon).toEqual([
      { start: '09:05', end: '09:40', activity: 'writing', open: true },
      { start: '10:02', end: '10:32', activity: 'handwriting', open: true },
      { start: '10:10', end: '10:45', activity: 'handwriting', open: true },
    ]);
  });
});

describe('the days of a class', () => {
  test('are the school’s, from Monday to Friday', () => {
    expect(Object.keys(weekIn(planned([here])) ?? {})).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
    const closed = { ...school, closedDates: [wednesday] };
    const off = room12({ classDay: { ...lesson, school: closed } });
    expect(Object.keys(weekIn(planned([off])) ?? {})).toEqual(['Mon', 'Tue', 'Thu', 'Fri']);
  });

  test('show a lesson the therapist is away from, where it is known when; what the teacher said no to is shut', () => {
    const away = {
      taken: [{ classroomId: 'c1', date: tuesday, start: at(9), end: at(10), therapistBusy: true }],
    };
    const lessons = ['09:00', '13:00'];
    expect(startsOn(asking([here], away), 'Tue')?.toSorted()).toEqual(lessons);
    expect(startsOn(asking([here, there], away), 'Tue')).toEqual(['13:00']);
    const no = {
      kind: 'writing',
      date: tuesday,
      start: at(9),
      end: at(9, 40),
      source: 'teacher',
      saidAt: 0,
      saidBy: 'teacher',
      welcome: 'no',
    } as const;
    const refused = planned([room12({ classDay: { ...lesson, activities: [no] } })]);
    expect(weekIn(refused)?.Tue).toEqual([
      { start: '13:00', end: '13:40', activity: 'writing', open: true },
      { start: '09:00', end: '09:40', activity: 'writing', open: false },
    ]);
    expect(refused.rooms['Room 12']?.noPlace).toEqual({});
  });

  test('have no time beside a colleague, and none that is over', () => {
    const taken = [{ classroomId: 'c12', date: tuesday, start: at(9), end: at(10), therapistBusy: false }];
    expect(startsOn(asking([here], { taken }), 'Tue')).toEqual(['13:00']);
    const source = asking([here], { now: { date: tuesday, minute: at(9) } });
    expect([startsOn(source, 'Mon'), startsOn(source, 'Tue')]).toEqual([undefined, ['13:00']]);
  });

  test('have no second visit beside one that stands', () => {
    const source = planned([here, there], { standing: [standing({})] });
    expect(startsOn(source, 'Tue')).toBeUndefined();
    expect(startsOn(source, 'Wed')).toEqual(['09:00', '13:00']);
  });

  test('have none at another school that half of the day', () => {
    const source = planned([here, there], { standing: [standing({})] });
    expect(startsOn(source, 'Tue', 'Room 7')).toEqual(['13:00']);
    const noon = planned([here, there], { standing: [standing({ start: at(12) })] });
    expect(startsOn(noon, 'Tue', 'Room 7')).toEqual(['09:00']);
    const same = planned([here, { ...there, classDay: { ...lesson, school } }], { standing: [standing({})] });
    expect(startsOn(same, 'Tue', 'Room 7')).toEqual(['09:00', '13:00']);
  });

  test('may have a talk beside a visit, and a visit beside a talk', () => {
    const talks = {
      mandates: [
        { id: 'k', sessions: 1, setting: 'consult' as const },
        { id: 'o', sessions: 1 },
      ],
      teacherFree: [{ date: tuesday, start: at(12), end: at(12, 30) }],
    };
    const visit = planned([room12(talks)], { standing: [standing({})] });
    expect([startsOn(visit, 'Tue'), startsOn(visit, 'Tue', 'Room 12, a talk')]).toEqual([
      undefined,
      ['12:00'],
    ]);
    const talk = planned([room12(talks)], { standing: [standing({ setting: 'consult' })] });
    expect([startsOn(talk, 'Tue'), startsOn(talk, 'Tue', 'Room 12, a talk')]).toEqual([['09:00'], undefined]);
  });
});

describe('the therapist', () => {
  const busyOf = (source: ReturnType<typeof planned>, on: 'Mon' | 'Tue' = 'Tue') =>
    source.caseload.therapists[0]?.busy
      .filter(({ day }) => day === on)
      .map(({ start, end }) => `${start}–${end}`);

  test('is busy before and after school, and during visits of her own', () => {
    expect(busyOf(planned([here]))).toEqual(['00:00–08:00', '15:00–23:59']);
    const taken = [
      { classroomId: 'c1', date: tuesday, start: at(9), end: at(10), therapistBusy: true },
      { classroomId: 'c1', date: tuesday, start: at(10), end: at(11), therapistBusy: false },
      { classroomId: 'c1', date: wednesday, start: at(11), end: at(12), therapistBusy: true },
      { classroomId: 'c1', date: tuesday, start: at(23), end: at(24), therapistBusy: true },
    ];
    expect(busyOf(asking([here], { taken }))).toEqual([
      '00:00–08:00',
      '15:00–23:59',
      '09:00–10:00',
      '23:00–23:59',
    ]);
  });

  test('is away all day', () => {
    const therapist = timetable({ students: 'own', absences: [away(tuesday)] });
    expect(busyOf(asking([here], { therapist }))).toEqual(['00:00–23:59']);
    expect(busyOf(asking([here], { therapist }), 'Mon')).toEqual(['00:00–08:00', '15:00–23:59']);
  });

  test('of several schools is busy only when in none of them', () => {
    const early = { ...oak, firstBell: at(7), lastBell: at(14) };
    const other = room12({ ...there, classDay: { ...lesson, school: early } });
    const { schools } = planned([here, other]).caseload.therapists[0] ?? {};
    expect(schools).toEqual(['maple', 'oak']);
    expect(busyOf(planned([here, other]))).toEqual(['00:00–07:00', '15:00–23:59']);
  });

  test('without a class is at her own school', () => {
    expect(planned([]).caseload.therapists[0]?.schools).toEqual(['maple']);
    expect(planned([room12()]).caseload.therapists[0]?.schools).toEqual(['maple']);
  });
});

describe('what stood before', () => {
  const out = { mandates: [{ id: 'k', sessions: 1, setting: 'pull_out' as const }] };
  const stood = (need: PlanNeed, ...visits: Partial<Standing>[]) =>
    planned([need], { before: visits.map(standing) }).caseload.lastWeek;

  test('is told by its class, day and time', () => {
    expect(stood(room12(), {}, { setting: 'either', date: monday, start: at(13, 5) })).toEqual([
      { therapist: 'maya', class: 'Room 12', day: 'Tue', start: '09:00' },
      { therapist: 'maya', class: 'Room 12', day: 'Mon', start: '13:05' },
    ]);
    expect(stood(room12(out), { setting: 'pull_out' })).toMatchObject([{ class: 'Room 12, outside' }]);
  });

  test('is nothing where there is no such row any more, or on a weekend', () => {
    expect(
      stood(
        room12(),
        { pairingId: 'p7' },
        { setting: 'pull_out' },
        { setting: 'consult' },
        { date: '2026-11-21' },
      ),
    ).toEqual([]);
    expect(stood(room12(), { date: '2026-11-20' })).toMatchObject([{ day: 'Fri' }]);
  });

  test('is worth less than a session that finds a place, and more than any fit when it is to stay', () => {
    const { weights, fit } = planned([here]).caseload;
    const stays = caseloadOf(leastChange(weekAsked([here]))).caseload.weights;
    const most = Math.max(...Object.values(fit).flatMap((row) => Object.values(row)));
    expect(weights.keep).toBeLessThan(1);
    expect(stays.keep).toBeGreaterThan(most);
    expect(stays.keep).toBeLessThan(stays.unmetSession);
    expect({ ...stays, keep: weights.keep }).toEqual(weights);
  });
});

describe('the rooms of a week', () => {
  test('say which pairing each is, for how long, and what would suit', () => {
    const mandates = [
      { id: 'k', sessions: 1 },
      { id: 'o', sessions: 1, minutes: 20, setting: 'pull_out' as const },
    ];
    const { rooms } = planned([room12({ mandates })]);
    expect(rooms).toMatchObject({
      'Room 12': {
        pairingId: 'p12',
        minutes: 30,
        room: 'Room 12',
        setting: 'push_in',
        suits: ['writing', 'handwriting'],
        noPlace: {},
      },
      'Room 12, outside': { pairingId: 'p12', minutes: 20, room: 'Room 12', setting: 'pull_out', suits: [] },
    });
  });

  test('say why a day has no place, and only of such a day', () => {
    const once = room12({ classDay: { blocks: [block('writing', at(9), at(9, 40), [1])], activities: [] } });
    const { noPlace } = planned([once]).rooms['Room 12'] ?? {};
    expect(noPlace).toEqual(
      Object.fromEntries(['Tue', 'Wed', 'Thu', 'Fri'].map((day) => [day, { why: 'nothing-known' }])),
    );
  });
});

describe('a visit is out of reach', () => {
  const visit = (start: number, end = start + 30) => ({ date: tuesday, start, end });
  const row = { need: here, setting: 'push_in' } as const;
  const beyond = (
    needs: readonly PlanNeed[],
    stands: readonly Standing[],
    start: number,
    of: typeof row = row,
  ) => isBeyond(weekAsked(needs, {}, { standing: stands }), of, visit(start));

  test.each([
    ['beside one of the same class', [here], [standing({})], at(13), true],
    ['not beside one of another day', [here], [standing({ date: monday })], at(13), false],
    [
      'at another school that morning',
      [here, there],
      [standing({ pairingId: 'p7', schoolId: 'oak' })],
      at(10),
      true,
    ],
    ['not in its afternoon', [here, there], [standing({ pairingId: 'p7', schoolId: 'oak' })], at(13), false],
    ['on the road at noon, for somebody of several schools', [here, there], [], at(11, 30), true],
    ['not before the road', [here, there], [], at(11, 15), false],
    ['nor after it', [here, there], [], at(12, 15), false],
    ['not for somebody of one', [here], [], at(11, 30), false],
  ] as const)('%s', (_words, needs, stands, start, isOut) => {
    expect(beyond(needs, stands, start)).toBe(isOut);
  });
});
