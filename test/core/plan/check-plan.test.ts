import { describe, expect, test } from '@jest/globals';
import type { Caseload } from '../../../src/core/plan/caseload.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import type { PlannedVisit } from '../../../src/core/plan/week-plan.ts';

const open = (start: string, end: string, activity = 'writing') => ({ start, end, activity, open: true });
const service = (id: string, therapist: string, room: string, sessionsPerWeek = 1) => ({
  id,
  therapist,
  class: room,
  focus: 'fine',
  sessionsPerWeek,
});

/** Maya goes to two schools, Ben to one; every weight is told apart from every other by its digits. */
const caseload: Caseload = {
  name: 'to check',
  slotMinutes: 15,
  visitMinutes: 30,
  groupCap: 2,
  classVisitsPerDay: 2,
  midday: { start: '11:45', end: '12:15' },
  weights: { unmetSession: 1000, visit: 100, keep: 10, classDayOver: 0.1, schoolSwap: 0.01 },
  fit: { fine: { writing: 3, art: 2 } },
  therapists: [
    {
      id: 'maya',
      discipline: 'OT',
      schools: ['north', 'south'],
      busy: [{ day: 'Mon', start: '10:00', end: '10:30' }],
    },
    { id: 'ben', discipline: 'OT', schools: ['north'], busy: [] },
  ],
  classes: [
    {
      id: 'c0',
      school: 'north',
      week: {
        Mon: [
          open('08:00', '12:30'),
          open('12:30', '13:30', 'recess'),
          { ...open('13:30', '15:00', 'art'), open: false },
        ],
        Tue: [open('09:00', '10:00', 'art')],
      },
    },
    { id: 'c1', school: 'south', week: { Mon: [open('08:00', '15:00')], Wed: [open('08:07', '09:07')] } },
  ],
  services: [
    service('k', 'maya', 'c0', 2),
    service('otter', 'maya', 'c0'),
    service('bee', 'maya', 'c0'),
    service('ant', 'maya', 'c1', 2),
    service('fox', 'ben', 'c0', 5),
  ],
  lastWeek: [{ therapist: 'maya', class: 'c0', day: 'Mon', start: '09:00' }],
};
const all = 2 + 1 + 1 + 2 + 5;

const visit = (start: string, changes: Partial<PlannedVisit> = {}): PlannedVisit => ({
  therapist: 'maya',
  class: 'c0',
  day: 'Mon',
  start,
  services: ['k'],
  ...changes,
});
const brokenIn = (...visits: readonly PlannedVisit[]) =>
  checkPlan(caseload, visits).broken.map((line) => line.replace(/: (maya|ben|nobody) in .*$/, ''));
const worth = (...visits: readonly PlannedVisit[]) => checkPlan(caseload, visits).objective;
const south = (start: string, changes: Partial<PlannedVisit> = {}) =>
  visit(start, { class: 'c1', services: ['ant'], ...changes });
const ben = (start: string, changes: Partial<PlannedVisit> = {}) =>
  visit(start, { therapist: 'ben', services: ['fox'], ...changes });

describe('a plan that keeps every rule', () => {
  test.each<[string, readonly PlannedVisit[]]>([
    ['of nothing', []],
    ['with a visit at the start of a block', [visit('08:00')]],
    ['on the grid of its block', [visit('09:15')]],
    ['on a grid counted from an odd start', [south('08:22', { day: 'Wed' })]],
    ['up to the end of a block', [visit('09:30', { day: 'Tue' })]],
    [
      'until the therapist is busy, and from then on',
      [visit('09:30'), visit('10:30', { services: ['otter'] })],
    ],
    ['until the way to the other school, and after it', [visit('11:15'), south('12:15')]],
    ['of somebody of one school at noon', [ben('11:45')]],
    ['with two visits one after the other', [visit('08:00'), visit('08:30', { services: ['otter'] })]],
    ['with two therapists one after the other', [visit('08:00'), ben('08:30')]],
    ['with as many students as a group has', [visit('08:00', { services: ['k', 'otter'] })]],
    ['with a student on two days', [visit('09:00'), visit('09:00', { day: 'Tue' })]],
  ])('has nothing to say of it: %s', (_words, visits) => {
    expect(brokenIn(...visits)).toEqual([]);
  });

  test('is told by the place of what breaks one', () => {
    expect(checkPlan(caseload, [visit('14:00', { class: 'c9' })]).broken).toEqual([
      'unknown therapist or class: maya in c9, Mon 14:00',
    ]);
    expect(checkPlan(caseload, [visit('14:00', { therapist: 'nobody' })]).broken).toEqual([
      'unknown therapist or class: nobody in c0, Mon 14:00',
    ]);
  });
});

describe('a rule is broken', () => {
  const noBlock = 'not on the grid of an open block';
  test.each<[string, readonly PlannedVisit[], readonly string[]]>([
    ['before the block begins', [visit('07:45')], [noBlock, 'the activity does not fit k']],
    ['where it ends too soon', [visit('09:45', { day: 'Tue' })], [noBlock, 'the activity does not fit k']],
    ['on a day without one', [visit('09:00', { day: 'Fri' })], [noBlock, 'the activity does not fit k']],
    ['beside the grid', [visit('08:10')], [noBlock, 'the activity does not fit k']],
    ['in a closed block', [visit('13:30')], [noBlock]],
    ['in an activity that does not fit', [visit('12:30')], ['the activity does not fit k']],
    [
      'at a school that is not theirs',
      [ben('13:00', { class: 'c1', services: [] })],
      ['not a school of theirs', 'group too small or too large'],
    ],
    ['while the therapist is busy', [visit('09:45')], ['the therapist is busy']],
    ['on the way at noon', [visit('11:30')], ['travel time']],
    [
      'in two places at once',
      [south('13:00'), south('13:15', { services: ['ant'] })],
      ['two places at once', 'two therapists in one class', 'ant twice a day'],
    ],
    ['in two schools in a morning', [visit('08:00'), south('09:00')], ['two schools in one half-day']],
    [
      'in two schools after noon',
      [south('12:15'), visit('12:30', { services: [] })],
      ['two places at once', 'two schools in one half-day', 'group too small or too large'],
    ],
    ['with two therapists in a class', [visit('08:00'), ben('08:15')], ['two therapists in one class']],
    ['with nobody', [visit('08:00', { services: [] })], ['group too small or too large']],
    [
      'with too many',
      [visit('08:00', { services: ['k', 'otter', 'bee'] })],
      ['group too small or too large'],
    ],
    ['with somebody nobody knows', [visit('08:00', { services: ['owl'] })], ['owl does not belong here']],
    ['with another’s student', [visit('08:00', { services: ['fox'] })], ['fox does not belong here']],
    [
      'with a student of another class',
      [visit('08:00', { services: ['ant'] })],
      ['ant does not belong here'],
    ],
    ['twice a day', [visit('08:00'), visit('09:00')], ['k twice a day']],
    [
      'by more sessions than mandated',
      [visit('09:00', { services: ['otter'] }), visit('09:00', { day: 'Tue', services: ['otter'] })],
      ['more sessions than mandated: otter'],
    ],
  ])('%s', (_words, visits, broken) => {
    expect(brokenIn(...visits)).toEqual(broken);
  });
});

describe('a plan is worth', () => {
  test.each<[string, readonly PlannedVisit[], number]>([
    ['nothing but what is missing', [], -1000 * all],
    [
      'the fit of each session, less a visit',
      [visit('08:00', { services: ['k', 'otter'] })],
      6 - 100 - 1000 * (all - 2),
    ],
    ['less where it fits less', [visit('09:00', { day: 'Tue' })], 2 - 100 - 1000 * (all - 1)],
    ['more where it was last week', [visit('09:00')], 3 + 10 - 100 - 1000 * (all - 1)],
    [
      'a little less with too many in a class',
      [visit('08:00'), ben('08:30'), visit('09:30', { services: ['otter'] })],
      9 - 300 - 0.1 - 1000 * (all - 3),
    ],
    ['no less with as many as it takes', [visit('08:00'), ben('08:30')], 6 - 200 - 1000 * (all - 2)],
    [
      'a little less with a change of schools',
      [visit('08:00'), south('13:00')],
      6 - 200 - 0.01 - 1000 * (all - 2),
    ],
    [
      'no less with schools on two days',
      [visit('09:00', { day: 'Tue' }), south('13:00')],
      5 - 200 - 1000 * (all - 2),
    ],
    [
      'no more for a session too many',
      [visit('09:15', { services: ['otter'] }), visit('09:00', { day: 'Tue', services: ['otter'] })],
      5 - 200 - 1000 * (all - 1),
    ],
    ['nothing for who does not belong there', [visit('08:00', { services: ['fox'] })], -100 - 1000 * all],
  ])('%s', (_words, visits, much) => {
    expect(worth(...visits)).toBeCloseTo(much, 9);
  });
});
