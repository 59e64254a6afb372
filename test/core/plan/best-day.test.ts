import { expect, test } from '@jest/globals';
import { clockOf } from '../../../src/core/clock-minutes.ts';
import { bestDay } from '../../../src/core/plan/best-day.ts';
import { createBoard } from '../../../src/core/plan/board.ts';
import { createDraft } from '../../../src/core/plan/draft.ts';

/** Where one therapist of two schools goes on a Monday; each class writes for one visit, which is worth 8 + 3 − 1. */
const mondayOf = (classes: readonly (readonly [school: string, start: string])[], schoolSwap: number) => {
  const board = createBoard({
    name: 'monday',
    slotMinutes: 15,
    visitMinutes: 30,
    groupCap: 1,
    classVisitsPerDay: 1,
    midday: { start: '11:45', end: '12:15' },
    weights: { unmetSession: 8, visit: 1, keep: 0, classDayOver: 1, schoolSwap },
    fit: { fine: { writing: 3 } },
    therapists: [{ id: 't', discipline: 'OT', schools: ['north', 'south'], busy: [] }],
    classes: classes.map(([school, start], nth) => ({
      id: `c${nth}`,
      school,
      week: { Mon: [{ start, end: `${start.slice(0, 2)}:30`, activity: 'writing', open: true }] },
    })),
    services: classes.map((_, nth) => ({
      id: `s${nth}`,
      therapist: 't',
      class: `c${nth}`,
      focus: 'fine',
      sessionsPerWeek: 1,
    })),
    lastWeek: [],
  });
  const day = bestDay(createDraft(board), 0, 0, () => 0);
  return day.map(({ candidate: { classroom, start } }) => `${classes[classroom]?.[0]} ${clockOf(start)}`);
};

test('goes to another school after noon when the visits there are worth the way', () => {
  const classes = [
    ['north', '09:00'],
    ['south', '13:00'],
  ] as const;
  expect(mondayOf(classes, 9).toSorted()).toEqual(['north 09:00', 'south 13:00']);
  expect(mondayOf(classes, 11)).toHaveLength(1);
});

test('needs no way to stay in one school all day, or to have its first visit after noon', () => {
  const north = [
    ['north', '09:00'],
    ['north', '13:00'],
  ] as const;
  expect(mondayOf(north, 11).toSorted()).toEqual(['north 09:00', 'north 13:00']);
  expect(mondayOf([['south', '13:00']], 11)).toEqual(['south 13:00']);
});
