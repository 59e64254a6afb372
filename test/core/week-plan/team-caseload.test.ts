import { describe, expect, test } from '@jest/globals';
import type { Caseload } from '../../../src/core/plan/caseload.ts';
import type { PlanSource } from '../../../src/core/week-plan/planned-week.ts';
import { type OwnWeek, partOf, teamCaseload } from '../../../src/core/week-plan/team-caseload.ts';
import { monday } from '../sample-school.ts';

type Week = Caseload['classes'][number]['week'];

const block = (start: string, end: string, open = true, activity = 'writing') => ({
  start,
  end,
  activity,
  open,
});

/** A therapist's own week with one class, the time outside it and a talk about it. */
const ownWeek = (therapistId: string, room: string, week: Week, changes: Partial<Caseload> = {}): OwnWeek => {
  const own = (id: string) => ({ id, school: 'maple', week: id === room ? week : {} });
  const service = (name: string) => ({
    id: `${therapistId} ${name}`,
    therapist: therapistId,
    class: name,
    focus: 'what you work on',
    sessionsPerWeek: 1,
  });
  const names = [room, `${room}, outside`, `${room}, a talk`];
  const source: PlanSource = {
    monday,
    caseload: {
      name: 'a week',
      slotMinutes: 15,
      visitMinutes: 30,
      groupCap: 3,
      classVisitsPerDay: 2,
      midday: { start: '11:45', end: '12:15' },
      weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
      fit: { 'what you work on': { writing: therapistId === 'maya' ? 3 : 1 } },
      therapists: [{ id: therapistId, discipline: 'ot', schools: ['maple'], busy: [] }],
      classes: names.map(own),
      services: names.map(service),
      lastWeek: [{ therapist: therapistId, class: room, day: 'Mon', start: '09:00' }],
      ...changes,
    },
    rooms: {
      [names[0] ?? '']: { pairingId: `p-${therapistId}`, minutes: 30 },
      [names[1] ?? '']: { pairingId: `p-${therapistId}`, minutes: 30, setting: 'pull_out' },
      [names[2] ?? '']: { pairingId: `p-${therapistId}`, minutes: 30, setting: 'consult' },
    },
  };
  return { therapistId, source, classroomOf: () => 'class 12' };
};

const maya = ownWeek('maya', 'Room 12', { Mon: [block('09:00', '10:00')] });
const ben = ownWeek('ben', 'Ms. Ortiz', { Mon: [block('09:30', '10:30')], Tue: [block('08:00', '09:00')] });
const team = (...weeks: OwnWeek[]): Caseload => {
  const caseload = teamCaseload(weeks);
  if (caseload === undefined) throw new Error('nobody to plan for');
  return caseload;
};
const classWeek = (caseload: Caseload, id = 'class 12') =>
  caseload.classes.find((one) => one.id === id)?.week;

test('nobody’s week is no question', () => {
  expect(teamCaseload([])).toBeUndefined();
});

describe('the weeks of a team', () => {
  test('share a class under one name, whatever each calls it; outside and for talks each has their own', () => {
    expect(team(maya, ben).classes.map(({ id }) => id)).toEqual([
      'class 12',
      'maya Room 12, outside',
      'maya Room 12, a talk',
      'ben Ms. Ortiz, outside',
      'ben Ms. Ortiz, a talk',
    ]);
    expect(classWeek(team(maya, ben))).toEqual({
      Mon: [block('09:00', '10:00'), block('09:30', '10:30')],
      Tue: [block('08:00', '09:00')],
    });
  });

  test('have everybody’s sessions, and what stood last week, in the shared class', () => {
    const { services, lastWeek, therapists, fit } = team(maya, ben);
    expect(therapists.map(({ id }) => id)).toEqual(['maya', 'ben']);
    expect(services.map(({ id, class: room }) => [id, room])).toEqual([
      ['maya Room 12', 'class 12'],
      ['maya Room 12, outside', 'maya Room 12, outside'],
      ['maya Room 12, a talk', 'maya Room 12, a talk'],
      ['ben Ms. Ortiz', 'class 12'],
      ['ben Ms. Ortiz, outside', 'ben Ms. Ortiz, outside'],
      ['ben Ms. Ortiz, a talk', 'ben Ms. Ortiz, a talk'],
    ]);
    expect(lastWeek).toEqual([
      { therapist: 'maya', class: 'class 12', day: 'Mon', start: '09:00' },
      { therapist: 'ben', class: 'class 12', day: 'Mon', start: '09:00' },
    ]);
    const worths = services.map(({ focus }) => fit[focus]?.['writing']);
    expect(worths).toEqual([3, 3, 3, 1, 1, 1]);
  });

  test('begin on the finest grid, and last as long as the longest visit: shorter ones keep their last start', () => {
    const quick = ownWeek(
      'ben',
      'Ms. Ortiz',
      { Mon: [block('09:30', '10:30'), block('23:30', '23:50')] },
      { slotMinutes: 5, visitMinutes: 10 },
    );
    const { slotMinutes, visitMinutes, classes } = team(maya, quick);
    expect([slotMinutes, visitMinutes]).toEqual([5, 30]);
    expect(classes[0]?.week).toEqual({
      Mon: [block('09:00', '10:00'), block('09:30', '10:50'), block('23:30', '23:59')],
    });
    expect(team(quick, maya)).toMatchObject({ slotMinutes: 5, visitMinutes: 30 });
  });

  test('shut nothing for all that is shut for one', () => {
    const shut = ownWeek('ben', 'Ms. Ortiz', { Mon: [block('09:00', '10:00', false)] });
    const both = [block('09:00', '10:00'), block('09:00', '10:00', false)];
    expect(classWeek(team(shut, maya))).toEqual({ Mon: both });
    expect(classWeek(team(maya, shut))).toEqual({ Mon: both });
  });

  test('leave a class nobody knows the pairing of to its therapist', () => {
    const lost: OwnWeek = { ...maya, source: { ...maya.source, rooms: {} } };
    expect(team(lost, ben).classes[0]?.id).toBe('maya Room 12');
  });
});

describe('a therapist’s part of the team’s week', () => {
  const visit = (therapist: string, room: string) =>
    ({ therapist, class: room, day: 'Mon', start: '09:00', services: [] }) as const;

  test('is what is theirs, by the names of their own week', () => {
    const together = [
      visit('maya', 'class 12'),
      visit('ben', 'class 12'),
      visit('ben', 'ben Ms. Ortiz, a talk'),
    ];
    expect(partOf(maya, together)).toEqual([visit('maya', 'Room 12')]);
    expect(partOf(ben, together)).toEqual([visit('ben', 'Ms. Ortiz'), visit('ben', 'Ms. Ortiz, a talk')]);
  });

  test('is nothing in a class they no longer have', () => {
    expect(partOf(maya, [visit('maya', 'class 7')])).toEqual([]);
  });
});
