import { describe, expect, test } from '@jest/globals';
import type { Caseload } from '../../../src/core/plan/caseload.ts';
import type { PlannedVisit } from '../../../src/core/plan/week-plan.ts';
import { activityOf } from '../../../src/core/week-plan/plan-lines.ts';
import type { PlanSource, Wish } from '../../../src/core/week-plan/planned-week.ts';
import { withFixed, withWishes } from '../../../src/core/week-plan/with-wishes.ts';
import { monday } from '../sample-school.ts';

type Block = NonNullable<Caseload['classes'][number]['week']['Mon']>[number];

const open = (start: string, end: string, activity = 'writing'): Block => ({
  start,
  end,
  activity,
  open: true,
});
const morning = open('09:00', '10:30');
const afternoon = open('13:00', '14:30');
const math = open('10:30', '11:30', 'math');

/** Two classes of one school and one of another; every visit of the caseload is 45 minutes, those in Room 12 take 20. */
const source: PlanSource = {
  monday,
  caseload: {
    name: 'a week',
    slotMinutes: 15,
    visitMinutes: 45,
    groupCap: 3,
    classVisitsPerDay: 2,
    midday: { start: '11:45', end: '12:15' },
    weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
    fit: {},
    therapists: [
      {
        id: 'maya',
        discipline: 'ot',
        schools: ['maple', 'oak'],
        busy: [{ day: 'Fri', start: '08:00', end: '09:00' }],
      },
    ],
    classes: [
      { id: 'Room 12', school: 'maple', week: { Mon: [morning, math, afternoon], Tue: [morning] } },
      { id: 'Room 7', school: 'maple', week: { Mon: [morning, afternoon] } },
      { id: 'Room 1', school: 'oak', week: { Mon: [morning, afternoon], Tue: [morning] } },
    ],
    services: [
      { id: 'k', therapist: 'maya', class: 'Room 12', focus: 'f', sessionsPerWeek: 2 },
      { id: 'otter', therapist: 'maya', class: 'Room 12', focus: 'f', sessionsPerWeek: 1 },
      { id: 'bee', therapist: 'maya', class: 'Room 7', focus: 'f', sessionsPerWeek: 1 },
    ],
    lastWeek: [],
  },
  rooms: { 'Room 12': { pairingId: 'p12', minutes: 20 } },
};
const visit: PlannedVisit = {
  therapist: 'maya',
  class: 'Room 12',
  day: 'Mon',
  start: '09:30',
  services: ['k', 'otter'],
};
const wish = (changes: Partial<Wish>): Wish => ({
  do: 'keep',
  class: 'Room 12',
  day: 'Mon',
  start: '09:30',
  activity: 'writing',
  ...changes,
});
const weekIn = ({ caseload }: PlanSource, room: string) =>
  caseload.classes.find(({ id }) => id === room)?.week;

describe('a visit that is kept', () => {
  const kept = withWishes(source, [wish({})], [visit]);

  test('is set beside the question, for as long as it lasts', () => {
    expect(kept.fixed).toEqual([{ ...visit, activity: 'writing' }]);
    expect(kept.caseload.therapists[0]?.busy).toEqual([
      { day: 'Fri', start: '08:00', end: '09:00' },
      { day: 'Mon', start: '09:30', end: '09:50' },
    ]);
    const planned = { ...visit, start: '13:00' };
    const week = { visits: [planned], unplaced: [], objective: 1, bound: 2, isProven: false };
    expect(withFixed(kept, week)).toEqual({ ...week, visits: [{ ...visit, activity: 'writing' }, planned] });
    expect(withFixed(source, week)).toEqual(week);
  });

  test('needs no session any more for whoever it serves', () => {
    expect(kept.caseload.services.map(({ id, sessionsPerWeek }) => [id, sessionsPerWeek])).toEqual([
      ['k', 1],
      ['bee', 1],
    ]);
  });

  test('leaves its class no second visit that day, and no other school that half of it', () => {
    expect(weekIn(kept, 'Room 12')).toEqual({ Mon: [], Tue: [morning] });
    expect(weekIn(kept, 'Room 7')).toEqual({ Mon: [morning, afternoon] });
    expect(weekIn(kept, 'Room 1')).toEqual({ Mon: [afternoon], Tue: [morning] });
    const late = withWishes(source, [wish({ start: '13:00' })], [{ ...visit, start: '13:00' }]);
    expect(weekIn(late, 'Room 1')).toEqual({ Mon: [morning], Tue: [morning] });
  });

  test('from noon on is in the second half of the day', () => {
    const noon = open('12:00', '13:00');
    const at = {
      ...source,
      caseload: {
        ...source.caseload,
        classes: [...source.caseload.classes, { id: 'Room 2', school: 'oak', week: { Mon: [noon] } }],
      },
    };
    expect(weekIn(withWishes(at, [wish({})], [visit]), 'Room 2')).toEqual({ Mon: [noon] });
    const kept = withWishes(at, [wish({ start: '12:00' })], [{ ...visit, start: '12:00' }]);
    expect(weekIn(kept, 'Room 2')).toEqual({ Mon: [] });
    expect(weekIn(kept, 'Room 1')).toEqual({ Mon: [morning], Tue: [morning] });
  });

  test('is kept once, and only if it is there', () => {
    expect(withWishes(kept, [wish({})], [visit])).toBe(kept);
    expect(withWishes(source, [wish({})], [{ ...visit, start: '09:45' }])).toBe(source);
    const two = withWishes(source, [wish({}), wish({ day: 'Tue' })], [visit, { ...visit, day: 'Tue' }]);
    expect(two.fixed?.map(({ day }) => day)).toEqual(['Mon', 'Tue']);
  });

  test('of a class without a length of its own lasts as long as any', () => {
    const bee = { ...visit, class: 'Room 7', services: ['bee'] };
    const { caseload } = withWishes(source, [wish({ class: 'Room 7' })], [bee]);
    expect(caseload.therapists[0]?.busy.at(-1)).toEqual({ day: 'Mon', start: '09:30', end: '10:15' });
  });

  test('still says what the class does then', () => {
    expect(activityOf(kept, visit)).toBe('writing');
    expect(activityOf({ ...kept, fixed: [] }, visit)).toBe('other');
  });
});

describe('a time that is not wanted', () => {
  const moved = (start: string, room = 'Room 12') =>
    weekIn(withWishes(source, [wish({ do: 'move', start, class: room })], [visit]), room);

  test('is taken out of its block, of which the starts before and after it stay', () => {
    // 45 minutes in the caseload, of which the visit takes the first 20.
    const wide = {
      ...source,
      caseload: {
        ...source.caseload,
        classes: [{ id: 'Room 12', school: 'maple', week: { Mon: [open('08:00', '11:00')] } }],
      },
    };
    expect(weekIn(withWishes(wide, [wish({ do: 'move' })], [visit]), 'Room 12')).toEqual({
      Mon: [open('08:00', '09:55'), open('09:50', '11:00')],
    });
  });

  test('leaves no block too short for a visit', () => {
    expect(moved('09:00')).toEqual({ Mon: [open('09:20', '10:30'), math, afternoon], Tue: [morning] });
    expect(moved('09:30')).toEqual({ Mon: [open('09:00', '09:55'), math, afternoon], Tue: [morning] });
    expect(moved('10:00', 'Room 7')).toEqual({ Mon: [open('09:00', '10:00'), afternoon] });
  });

  test('touches no other block, day or class', () => {
    expect(moved('08:40')).toEqual({ Mon: [morning, math, afternoon], Tue: [morning] });
    expect(moved('11:30')).toEqual({ Mon: [morning, math, afternoon], Tue: [morning] });
    const other = withWishes(source, [wish({ do: 'move' })], [visit]);
    expect(weekIn(other, 'Room 7')).toBe(source.caseload.classes[1]?.week);
  });

  test('of a day without anything leaves nothing', () => {
    expect(weekIn(withWishes(source, [wish({ do: 'move', day: 'Wed' })], [visit]), 'Room 12')).toEqual({
      Mon: [morning, math, afternoon],
      Tue: [morning],
      Wed: [],
    });
  });
});

test('an activity that is not wanted is taken out of all of the class’s week, however it is called', () => {
  const outside = open('08:00', '09:00', 'out_of_writing');
  const again = {
    ...source,
    caseload: {
      ...source.caseload,
      classes: source.caseload.classes.map((one) => ({ ...one, week: { ...one.week, Wed: [outside] } })),
    },
  };
  const never = withWishes(again, [wish({ do: 'never' })], [visit]);
  expect(weekIn(never, 'Room 12')).toEqual({ Mon: [math], Tue: [], Wed: [] });
  expect(weekIn(never, 'Room 7')).toEqual({ Mon: [morning, afternoon], Wed: [outside] });
});
