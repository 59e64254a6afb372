import { describe, expect, test } from '@jest/globals';
import { minuteOf } from '../../../src/core/clock-minutes.ts';
import type { PlannedVisit } from '../../../src/core/plan/week-plan.ts';
import type { Taken } from '../../../src/core/propose-input.ts';
import { caseloadOf, type PlanNeed, type WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { quickWeek } from '../../../src/core/week-plan/planned-week.ts';
import {
  beside,
  draftSteps,
  type TeamDraft,
  type TeamMember,
  takenBy,
} from '../../../src/core/week-plan/team-drafts.ts';
import { at, block, monday, school, tuesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { weekAsked } from './week-asked.ts';

/** Writing on Monday, long enough for two visits one after the other. */
const long = { blocks: [block('writing', at(9), at(10), [1])], activities: [] };
const member = (
  therapistId: string,
  changes: Partial<PlanNeed> = {},
  more: Partial<WeekAsked> = {},
): TeamMember => {
  const needs = [room12({ pairingId: `p-${therapistId}`, classDay: long, ...changes })];
  const asked = weekAsked(needs, {}, { therapist: { id: therapistId, discipline: 'ot' }, ...more });
  return { therapistId, asked, source: caseloadOf(asked), classroomOf: () => 'c12' };
};
const visit = (therapist: string, start: string, room = 'c12'): PlannedVisit => ({
  therapist,
  class: room,
  day: 'Mon',
  start,
  services: ['k'],
});

const draftsOf = (
  members: readonly TeamMember[],
  together: readonly PlannedVisit[] = [],
  kept: readonly Taken[] = [],
): TeamDraft[] => {
  const steps = draftSteps(members, together, kept);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
const timesOf = (drafts: readonly TeamDraft[]) =>
  drafts.map(({ therapistId, week }) => [
    therapistId,
    ...week.visits.map(({ day, start }) => `${day} ${start}`),
  ]);
const busy = (start: number, end: number): Taken => ({
  classroomId: 'c12',
  date: monday,
  start,
  end,
  therapistBusy: false,
});

describe('the drafts of a team', () => {
  test('are never in each other’s way: two in one class come one after the other', () => {
    const drafts = draftsOf([member('maya'), member('ben')]);
    const starts = drafts.flatMap(({ week }) => week.visits.map(({ start }) => minuteOf(start)));
    expect(starts).toHaveLength(2);
    expect(Math.abs((starts[0] ?? 0) - (starts[1] ?? 0))).toBeGreaterThanOrEqual(30);
    expect(drafts.map(({ source }) => source.ofTeam)).toEqual([true, true]);
  });

  test('keep to what was found for all together', () => {
    const together = [visit('maya', '09:30'), visit('ben', '09:00')];
    expect(timesOf(draftsOf([member('maya'), member('ben')], together))).toEqual([
      ['maya', 'Mon 09:30'],
      ['ben', 'Mon 09:00'],
    ]);
  });

  test('leave the rooms of those who have their week already', () => {
    expect(timesOf(draftsOf([member('maya')], [], [busy(at(9), at(9, 30))]))).toEqual([
      ['maya', 'Mon 09:30'],
    ]);
    expect(timesOf(draftsOf([member('maya')], [], [busy(at(9), at(10))]))).toEqual([['maya']]);
  });

  test('are for those only who have sessions to find', () => {
    const done = member('ben', { mandates: [{ id: 'k', sessions: 0 }] });
    expect(timesOf(draftsOf([done, member('maya')])).map(([who]) => who)).toEqual(['maya']);
  });

  test('begin with whoever has most schools', () => {
    const oak = { ...school, id: 'oak' };
    const elsewhere = room12({
      pairingId: 'p-oak',
      classroomId: 'c7',
      room: 'Room 7',
      classDay: { ...long, school: oak },
    });
    const needs = [room12({ pairingId: 'p-ben', classDay: { ...long, school } }), elsewhere];
    const ben: TeamMember = {
      ...member('ben'),
      asked: weekAsked(needs),
      source: caseloadOf(weekAsked(needs)),
    };
    expect(draftsOf([member('maya'), ben]).map(({ therapistId }) => therapistId)).toEqual(['ben', 'maya']);
    expect(draftsOf([ben, member('maya')]).map(({ therapistId }) => therapistId)).toEqual(['ben', 'maya']);
  });
});

test('a question beside rooms that are taken leaves them out, and beside none is the same', () => {
  const maya = member('maya');
  expect(beside(maya, [])).toBe(maya);
  const later = beside(maya, [busy(at(9), at(9, 30))]);
  expect(quickWeek(later.source.caseload).visits.map(({ start }) => start)).toEqual(['09:30']);
  expect(beside(later, [busy(at(9, 30), at(10))]).source.caseload.classes[0]?.week).toEqual({});
});

describe('a planned week takes', () => {
  const takenIn = (setting: 'push_in' | 'either' | 'pull_out' | 'consult' | undefined) => {
    const { source } = member('maya');
    const rooms = { 'Room 12': { pairingId: 'p-maya', minutes: 20, ...(setting && { setting }) } };
    const visits = [
      { ...visit('maya', '09:15', 'Room 12'), day: 'Tue' as const },
      visit('maya', '09:00', 'Room 99'),
    ];
    const week = { visits, unplaced: [], objective: 0, bound: null, isProven: false };
    return takenBy({ caseload: { ...source, rooms }, week }, (pairingId) => `room of ${pairingId}`);
  };
  const room = {
    classroomId: 'room of p-maya',
    date: tuesday,
    start: at(9, 15),
    end: at(9, 35),
    therapistBusy: false,
  };

  test.each([[undefined], ['push_in'], ['either']] as const)('the room for a visit (%s)', (setting) => {
    expect(takenIn(setting)).toEqual([room]);
  });

  test.each([['pull_out'], ['consult']] as const)('no room for time outside or a talk (%s)', (setting) => {
    expect(takenIn(setting)).toEqual([]);
  });
});
