import { describe, expect, test } from '@jest/globals';
import { answerAt } from '../../../src/core/calendar/answer-at.ts';
import type { Change, What } from '../../../src/core/calendar/change.ts';
import { createChangesFor } from '../../../src/core/calendar/changes-for.ts';
import { mayChange, undo } from '../../../src/core/calendar/may-change.ts';
import { substituteAbsences } from '../../../src/core/calendar/substitute-absences.ts';
import { activitiesOn, datedSpansOf } from '../../../src/core/class-day.ts';
import type { Classroom } from '../../../src/core/classroom.ts';
import type { Member, Role } from '../../../src/core/people.ts';
import { instantOf } from '../../../src/core/time.ts';
import { at, said } from '../sample-school.ts';
import { byClock, byPeriod, change, room4, room9, school, span } from './hard-days-schools.ts';
import { written } from './hard-days-table.ts';

const room = (id: string, teacherId: string, schoolId = 'maple'): Classroom => ({
  id,
  name: id,
  schoolId,
  teacherId,
});
const rooms = [room('4', 'rivera'), room('9', 'chen'), room('far', 'diaz', 'oak')];
const member = (id: string, role: Role, active = true): Member => ({
  id,
  role,
  active,
  name: id,
  discipline: undefined,
  schoolId: 'maple',
});

const cancel: What = { do: 'cancel', when: 'all day' };
const inRoom = (classroomId: string, what: What = cancel) =>
  ({ what, scope: { of: 'class', classroomId } }) as const;
const inSchool = (schoolId: string, what: What = cancel) =>
  ({ what, scope: { of: 'school', schoolId } }) as const;
const inGrade = (schoolId: string, what: What = cancel) =>
  ({ what, scope: { of: 'grade', schoolId, grade: '2' } }) as const;

describe('who may change a day', () => {
  test('a teacher her own class, and no other', () => {
    const rivera = member('rivera', 'teacher');
    expect(mayChange(rivera, inRoom('4'), rooms)).toBe(true);
    expect(mayChange(rivera, inRoom('9'), rooms)).toBe(false);
    expect(mayChange(rivera, inGrade('maple'), rooms)).toBe(false);
    expect(mayChange(rivera, inSchool('maple'), rooms)).toBe(false);
  });

  test('a coordinator all of the school, and no other school', () => {
    const office = member('office', 'coordinator');
    for (const allowed of [inRoom('4'), inRoom('9'), inGrade('maple'), inSchool('maple')])
      expect(mayChange(office, allowed, rooms)).toBe(true);
    for (const refused of [inRoom('far'), inRoom('nowhere'), inGrade('oak'), inSchool('oak')])
      expect(mayChange(office, refused, rooms)).toBe(false);
  });

  test('only the school as a whole closes or gets other bells', () => {
    const office = member('office', 'coordinator');
    const snow: What = { do: 'close', name: 'snow' };
    expect(mayChange(office, inSchool('maple', snow), rooms)).toBe(true);
    expect(mayChange(office, inGrade('maple', snow), rooms)).toBe(false);
    expect(mayChange(member('rivera', 'teacher'), inRoom('4', { do: 'day-type', dayType: 'x' }), rooms)).toBe(
      false,
    );
  });

  test('a school closes as a whole, and gets other bells as a whole', () => {
    const office = member('office', 'coordinator');
    const delay: What = { do: 'day-type', dayType: 'two-hour delay' };
    expect(mayChange(office, inSchool('maple', delay), rooms)).toBe(true);
    expect(mayChange(office, inRoom('4', delay), rooms)).toBe(false);
    expect(mayChange(office, inGrade('maple', delay), rooms)).toBe(false);
  });

  test('neither a therapist, a para, nor who has left', () => {
    expect(mayChange(member('rivera', 'therapist'), inRoom('4'), rooms)).toBe(false);
    expect(mayChange(member('rivera', 'para'), inRoom('4'), rooms)).toBe(false);
    expect(mayChange(member('office', 'coordinator', false), inSchool('maple'), rooms)).toBe(false);
    expect(mayChange(member('rivera', 'teacher', false), inRoom('4'), rooms)).toBe(false);
  });

  test('what was taken back stays as it was first taken back', () => {
    const once = undo(change(cancel, '2026-09-16'), 'office', 1000);
    expect(once.undone).toEqual({ by: 'office', at: 1000 });
    expect(undo(once, 'rivera', 2000)).toBe(once);
  });
});

describe('where a substitute has a class, its teacher is away', () => {
  const away = (what: What, until = wednesday) =>
    substituteAbsences(school({}, []), [change(what, wednesday, until)]);

  test('all day on whole dates, an hour on that part of each', () => {
    expect(away({ do: 'substitute', when: 'all day' }, '2026-09-18')).toEqual([
      { start: wednesday, end: '2026-09-18' },
    ]);
    expect(away({ do: 'substitute', when: span('09:00–11:00') }, '2026-09-17')).toEqual([
      { start: wednesday, end: wednesday, part: span('09:00–11:00') },
      { start: '2026-09-17', end: '2026-09-17', part: span('09:00–11:00') },
    ]);
  });

  test('in a period by the bells of the date, and not where there is none', () => {
    expect(away({ do: 'substitute', when: { period: '1' } })).toEqual([
      { start: wednesday, end: wednesday, part: expect.objectContaining(span('08:00–08:50')) },
    ]);
    expect(away({ do: 'substitute', when: { period: '9' } })).toEqual([]);
    // Saturday and Sunday.
    expect(
      substituteAbsences(school({}, []), [
        change({ do: 'substitute', when: { period: '1' } }, '2026-09-19', '2026-09-20'),
      ]),
    ).toEqual([]);
  });

  test('not once that was taken back, nor for any other change', () => {
    const one = change({ do: 'substitute', when: 'all day' }, wednesday);
    expect(substituteAbsences(school({}, []), [undo(one, 'office', 1)])).toEqual([]);
    expect(away(cancel)).toEqual([]);
  });
});

describe('whom a change concerns', () => {
  test('its class, its grade or its school, and nobody else', () => {
    const of = (id: string, scope: Change['scope']): Change => ({
      ...change(cancel, '2026-09-16'),
      id,
      scope,
    });
    const changesFor = createChangesFor([
      of('room', { of: 'class', classroomId: '4' }),
      of('other room', { of: 'class', classroomId: '9' }),
      of('grade', { of: 'grade', schoolId: 'maple', grade: '2' }),
      of('same grade elsewhere', { of: 'grade', schoolId: 'oak', grade: '2' }),
      of('school', { of: 'school', schoolId: 'maple' }),
      { ...of('taken back', { of: 'class', classroomId: '4' }), undone: { by: 'office', at: 0 } },
    ]);
    const ids = (place: Parameters<typeof changesFor>[0]) => changesFor(place).map(({ id }) => id);
    expect(ids({ id: '4', schoolId: 'maple', grade: '2' })).toEqual(['room', 'school', 'grade']);
    expect(ids({ id: '4', schoolId: 'maple' })).toEqual(['room', 'school']);
    expect(ids({ id: '5', schoolId: 'oak', grade: '2' })).toEqual(['same grade elsewhere']);
  });
});

const wednesday = '2026-09-16';
const zone = 'America/New_York';
const wall = (date: string, hour: number, minute = 0) => instantOf(date, at(hour, minute), zone);
const day = (changes: readonly Change[], blocks = room9) => ({
  blocks,
  activities: [],
  changes,
  school: school({}, changes),
});

describe('what a class does at a moment', () => {
  const now = wall(wednesday, 8);
  const saidAt = (kind: 'centers', when: number) => ({
    ...day([]),
    activities: [said(kind, wednesday, at(9), at(10), when)],
  });

  test('as sure as it was said lately', () => {
    const moment = wall(wednesday, 9, 30);
    expect(answerAt(saidAt('centers', wall(wednesday, 7)), moment, now)).toEqual({
      kind: 'centers',
      source: 'said today',
      confidence: 'sure',
    });
    expect(answerAt(saidAt('centers', wall('2026-09-14', 7)), moment, now).source).toBe('said this week');
    expect(answerAt(saidAt('centers', wall('2026-09-11', 7)), moment, now)).toMatchObject({
      source: 'changed',
      confidence: 'likely',
    });
    expect(answerAt(day([]), moment, now)).toEqual({
      kind: 'math',
      source: 'routine',
      confidence: 'likely',
    });
    expect(answerAt(day([]), wall(wednesday, 10, 30), now)).toEqual({
      kind: undefined,
      source: 'unknown',
      confidence: 'none',
    });
  });

  test('a one-off change of the week before is just that; one of this morning was said today', () => {
    const testing: What = { do: 'add', when: span('09:00–11:00'), kind: 'test', withStudents: true };
    const before = { ...change(testing, wednesday), saidAt: wall('2026-09-09', 9) };
    const moment = wall(wednesday, 9, 30);
    expect(answerAt(day([before]), moment, now)).toMatchObject({ kind: 'test', source: 'changed' });
    expect(answerAt(day([{ ...before, saidAt: wall(wednesday, 7) }]), moment, now).source).toBe('said today');
  });

  test('with other bells, or a substitute, the routine by the clock is only a guess; by period it is not', () => {
    const delay = change({ do: 'day-type', dayType: 'two-hour delay' }, wednesday);
    const substitute = change({ do: 'substitute', when: 'all day' }, wednesday);
    const lunch = wall(wednesday, 11, 30);
    expect(answerAt(day([]), lunch, now).confidence).toBe('likely');
    expect(answerAt(day([delay]), lunch, now)).toMatchObject({ kind: 'lunch', confidence: 'guess' });
    expect(answerAt(day([substitute]), lunch, now)).toMatchObject({ kind: 'lunch', confidence: 'guess' });
    expect(answerAt(day([delay], room4), lunch, now)).toMatchObject({ kind: 'lunch', confidence: 'likely' });
  });

  test('on a closed day nothing, even where something was said before the snow', () => {
    const snow = change({ do: 'close', name: 'snow' }, wednesday);
    const closed = { ...saidAt('centers', wall(wednesday, 7)), school: school({}, [snow]) };
    expect(answerAt(closed, wall(wednesday, 9, 30), now).source).toBe('unknown');
  });
});

describe('a change', () => {
  const onDay = (what: What, blocks = room9) =>
    written(activitiesOn(day([change(what, wednesday)], blocks), wednesday));

  test('in a period the date does not have changes nothing', () => {
    const usual = written(activitiesOn(day([]), wednesday));
    expect(onDay({ do: 'cancel', when: { period: '9' } })).toBe(usual);
    expect(onDay({ do: 'move', from: { period: '9' }, to: { period: '1' } })).toBe(usual);
    expect(onDay({ do: 'move', from: { period: '1' }, to: { period: '9' } })).toBe(usual);
  });

  test('that leaves five minutes of something leaves an activity, four do not count', () => {
    const art = (times: string): What => ({ do: 'add', when: span(times), kind: 'art', withStudents: true });
    expect(onDay(art('09:05–09:56'))).toBe(
      'math 09:00–09:05; art 09:05–09:56; lunch 11:30–12:00; music 13:00–13:45',
    );
  });

  test('that moves a part of something leaves the rest where it was', () => {
    expect(onDay({ do: 'move', from: span('09:30–10:00'), to: span('14:00–14:30') })).toBe(
      'math 09:00–09:30; lunch 11:30–12:00; music 13:00–13:45; math 14:00–14:30',
    );
  });

  test('that swaps a long time for a short one squeezes all of it', () => {
    const blocks = [byClock('math', '09:00–09:40'), byClock('snack', '09:40–10:00')];
    expect(onDay({ do: 'move', from: span('09:00–10:00'), to: span('13:00–13:30') }, blocks)).toBe(
      'math 13:00–13:20; snack 13:20–13:30',
    );
  });

  test('holds on each of its dates, in the bells of that date', () => {
    const testing = change(
      { do: 'add', when: { period: '1' }, kind: 'test', withStudents: true },
      '2026-09-14',
      wednesday,
    );
    const early = change({ do: 'day-type', dayType: 'early release' }, wednesday);
    const both = day([testing, early], [byPeriod('lunch', 'Lunch B')]);
    expect(written(activitiesOn(both, '2026-09-14'))).toBe('test 08:00–08:50; lunch 12:15–12:45');
    expect(written(activitiesOn(both, wednesday))).toBe('test 08:00–08:30; lunch 10:50–11:15');
    expect(written(activitiesOn(both, '2026-09-17'))).toBe('lunch 12:15–12:45');
  });

  test('tells whether its teacher has the students: a free time moved is free there, and class here', () => {
    const moved = change({ do: 'move', from: span('13:00–13:45'), to: span('14:00–14:45') }, wednesday);
    expect(datedSpansOf([day([moved])])).toEqual([
      { date: wednesday, ...span('13:00–13:45'), withStudents: true },
      { date: wednesday, ...span('14:00–14:45'), withStudents: false },
    ]);
  });

  test('that takes one class away frees its teacher only while no other class of hers is there', () => {
    const away = change({ do: 'add', when: 'all day', kind: 'field_trip', withStudents: false }, wednesday);
    const other = day([], [byClock('math', '09:00–10:00')]);
    expect(datedSpansOf([day([away]), other])).toEqual([
      { date: wednesday, ...span('08:00–09:00'), withStudents: false },
      { date: wednesday, ...span('10:00–15:00'), withStudents: false },
    ]);
  });
});
