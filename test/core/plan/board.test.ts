import { describe, expect, test } from '@jest/globals';
import { clockOf } from '../../../src/core/clock-minutes.ts';
import { boardSteps, busyTherapists, createBoard } from '../../../src/core/plan/board.ts';
import type { Caseload } from '../../../src/core/plan/caseload.ts';

const open = (start: string, end: string, activity = 'writing') => ({ start, end, activity, open: true });
const service = (id: string, therapist: string, room: string, focus = 'fine') => ({
  id,
  therapist,
  class: room,
  focus,
  sessionsPerWeek: 2,
});

const caseload: Caseload = {
  name: 'numbered',
  slotMinutes: 15,
  visitMinutes: 30,
  groupCap: 2,
  classVisitsPerDay: 2,
  midday: { start: '11:45', end: '12:15' },
  weights: { unmetSession: 8, visit: 1, keep: 1, classDayOver: 1, schoolSwap: 1 },
  fit: { fine: { writing: 3, art: 2 }, gross: { recess: 1 } },
  therapists: [
    {
      id: 'maya',
      discipline: 'OT',
      schools: ['north', 'south'],
      busy: [
        { day: 'Mon', start: '08:30', end: '09:00' },
        { day: 'Tue', start: '12:15', end: '12:45' },
      ],
    },
    { id: 'nobody', discipline: 'OT', schools: ['north'], busy: [] },
    { id: 'ben', discipline: 'OT', schools: ['north'], busy: [] },
  ],
  classes: [
    {
      id: 'c0',
      school: 'north',
      week: {
        Mon: [open('08:00', '09:30'), open('12:00', '12:30', 'recess')],
        Fri: [open('10:00', '10:30', 'lunch')],
      },
    },
    { id: 'c1', school: 'south', week: { Tue: [open('11:00', '13:00', 'art')] } },
  ],
  services: [
    service('k', 'maya', 'c0'),
    service('otter', 'maya', 'c1'),
    { ...service('bee', 'maya', 'c0', 'gross'), sessionsPerWeek: 1 },
    service('ant', 'ben', 'c0', 'unknown'),
    service('fox', 'ben', 'c0', 'gross'),
  ],
  lastWeek: [
    { therapist: 'maya', class: 'c0', day: 'Mon', start: '09:00' },
    { therapist: 'ben', class: 'c0', day: 'Tue', start: '12:00' },
    { therapist: 'maya', class: 'c1', day: 'Mon', start: '08:00' },
  ],
};
const board = createBoard(caseload);
const when = (candidates: typeof board.candidates) =>
  candidates.map(({ pair, day, start }) => `${pair} ${day} ${clockOf(start)}`);

describe('a board', () => {
  test('has a pair for each therapist and class with mandates in common, in the order they are named', () => {
    expect(board.pairs).toEqual([
      { therapist: 0, classroom: 0, school: 0, mandates: [0, 2] },
      { therapist: 0, classroom: 1, school: 1, mandates: [1] },
      { therapist: 2, classroom: 0, school: 0, mandates: [3, 4] },
    ]);
    expect(board.mandates).toEqual([
      { pair: 0, focus: 'fine', sessions: 2 },
      { pair: 1, focus: 'fine', sessions: 2 },
      { pair: 0, focus: 'gross', sessions: 1 },
      { pair: 2, focus: 'unknown', sessions: 2 },
      { pair: 2, focus: 'gross', sessions: 2 },
    ]);
    expect([board.pairsOf, board.schoolsOf, busyTherapists(board)]).toEqual([
      [[0, 1], [], [2]],
      [[0, 1], [], [0]],
      [0, 2],
    ]);
  });

  test('has every visit that could be alone: on the grid, while nobody is busy or on the way, where somebody is served', () => {
    expect(when(board.candidates)).toEqual([
      // Not at 8:15, 8:30 or 8:45, when Maya is busy; nor at recess, when she is on the way; nor at lunch, which serves nobody.
      '0 0 08:00',
      '0 0 09:00',
      '1 1 11:00',
      '1 1 11:15',
      // Not from 11:30 to noon, nor until 12:45, when she is busy again, and after that it is too late.
      '2 0 12:00',
    ]);
    expect(board.candidates.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  test('knows of each what it is worth to whom, whether it was there last week, and which half of the day it is in', () => {
    expect(
      board.candidates.map(({ fits, kept, half, end, school, therapist }) => [
        fits,
        kept,
        half,
        clockOf(end),
        school,
        therapist,
      ]),
    ).toEqual([
      [[3, 0], false, 0, '08:30', 0, 0],
      [[3, 0], true, 0, '09:30', 0, 0],
      [[2], false, 0, '11:30', 1, 0],
      [[2], false, 0, '11:45', 1, 0],
      [[0, 1], false, 1, '12:30', 0, 2],
    ]);
  });

  test('has them by therapist and day, and by pair and day, earliest first', () => {
    const shuffled = createBoard({
      ...caseload,
      classes: caseload.classes.map((one) =>
        one.id === 'c0'
          ? { ...one, week: { Mon: [open('13:00', '13:30'), open('08:00', '08:30')] } }
          : { ...one, week: { Mon: [open('09:00', '09:30')] } },
      ),
    });
    expect(when(shuffled.byTherapistDay[0] ?? [])).toEqual(['0 0 08:00', '1 0 09:00', '0 0 13:00']);
    expect(shuffled.byPairDay.map((day) => when(day).length)).toEqual([
      2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(shuffled.byTherapistDay).toHaveLength(15);
  });

  test('is made in steps, one for each pair and a few more', () => {
    expect([...boardSteps(caseload)]).toHaveLength(5);
  });
});

describe('where blocks overlap', () => {
  const starts = (...blocks: { start: string; end: string; activity: string; open: boolean }[]) =>
    createBoard({
      ...caseload,
      classes: [{ id: 'c0', school: 'north', week: { Wed: blocks } }],
      services: [service('k', 'ben', 'c0')],
      lastWeek: [],
    }).candidates.map(({ start, fits }) => [clockOf(start), fits[0]]);

  test('the one written first says what the class does', () => {
    expect(starts(open('09:00', '09:45', 'art'), open('09:00', '10:00'))).toEqual([
      ['09:00', 2],
      ['09:15', 2],
      ['09:30', 3],
    ]);
    expect(starts({ ...open('09:00', '09:45'), open: false }, open('09:00', '10:00'))).toEqual([
      ['09:30', 3],
    ]);
    expect(starts(open('09:00', '10:00', 'lunch'), open('09:00', '10:15'))).toEqual([['09:45', 3]]);
  });
});
