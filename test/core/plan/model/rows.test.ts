import { describe, expect, test } from '@jest/globals';
import { type Candidate, createBoard } from '../../../../src/core/plan/board.ts';
import { cover } from '../../../../src/core/plan/model/cover.ts';
import { roomRows } from '../../../../src/core/plan/model/room-rows.ts';
import { createModelWriter } from '../../../../src/core/plan/model/rows.ts';
import { schoolColumns } from '../../../../src/core/plan/model/school-columns.ts';
import { fc } from '../../../setup/properties.ts';

test('a model is written column by column, then row by row', () => {
  const writer = createModelWriter();
  expect([writer.column(2, 0, 1, true), writer.column(-1, -2, 5, false)]).toEqual([0, 1]);
  expect(
    writer.row(0, 3, [
      [0, 1],
      [1, -4],
    ]),
  ).toBe(0);
  expect(writer.row(-1, 7, [])).toBe(1);
  expect(writer.row(1, 1, [[1, 9]])).toBe(2);
  const written = Object.entries(writer.written()).map(([name, what]) => [
    name,
    typeof what === 'number' ? what : [...what],
  ]);
  expect(Object.fromEntries(written)).toEqual({
    numCols: 2,
    numRows: 3,
    colCost: [2, -1],
    colLower: [0, -2],
    colUpper: [1, 5],
    isInteger: [1, 0],
    rowLower: [0, -1, 1],
    rowUpper: [3, 7, 1],
    starts: [0, 2, 2, 3],
    indices: [0, 1, 1],
    values: [1, -4, 9],
  });
});

test('of visits only those are told together that go on when one of them begins', () => {
  const visit = (column: number, start: number) => ({
    column,
    candidate: { start, end: start + 30 } as Candidate,
  });
  const said: unknown[] = [];
  cover([visit(0, 540), visit(1, 555), visit(2, 570), visit(3, 540)], (minute, terms) =>
    said.push([minute, terms.map(([column, factor]) => column * factor)]),
  );
  expect(said).toEqual([
    [540, [0, 3]],
    [555, [0, 1, 3]],
    [570, [1, 2]],
  ]);
});

test('so many visits, whole or in parts, have the room that lies between whole numbers of them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, groupCap, everybody, share) => {
        const roomIn = (visits: number) => Math.min(everybody, visits * groupCap);
        const visits = share * count;
        // What one visit has room for, and how many there are at all, is said elsewhere.
        let room = Math.min(visits * roomIn(1), roomIn(count));
        const columns = Array.from({ length: count }, (_, column) => column);
        const writer = createModelWriter();
        roomRows(writer, columns, [[count, 1]], roomIn);
        const { rowLower, rowUpper, starts, indices, values } = writer.written();
        rowUpper.forEach((high, row) => {
          const [from, to] = [starts[row], starts[row + 1]];
          expect(rowLower[row]).toBe(-Infinity);
          expect([...indices.slice(from, to)]).toEqual([count, ...columns]);
          const [one, ...each] = values.slice(from, to);
          expect(one).toBe(1);
          expect(new Set(each).size).toBe(1);
          room = Math.min(room, high - (each[0] ?? 0) * visits);
        });
        const [less, more] = [roomIn(Math.floor(visits)), roomIn(Math.ceil(visits))];
        expect(room).toBeCloseTo(less + (more - less) * (visits - Math.floor(visits)), 9);
      },
    ),
  );
});

describe('the schools of a therapist’s day', () => {
  const boardOf = (schools: readonly string[], schoolSwap: number) =>
    createBoard({
      name: 'schools',
      slotMinutes: 15,
      visitMinutes: 30,
      groupCap: 1,
      classVisitsPerDay: 1,
      midday: { start: '11:45', end: '12:15' },
      weights: { unmetSession: 8, visit: 1, keep: 0, classDayOver: 1, schoolSwap },
      fit: {},
      therapists: [{ id: 't', discipline: 'OT', schools: [...schools], busy: [] }],
      classes: schools.map((school) => ({ id: school, school, week: {} })),
      services: schools.map((school) => ({
        id: school,
        therapist: 't',
        class: school,
        focus: 'f',
        sessionsPerWeek: 1,
      })),
      lastWeek: [],
    });
  const written = (schools: readonly string[], schoolSwap: number) => {
    const writer = createModelWriter();
    const { columns, columnOf } = schoolColumns(writer, boardOf(schools, schoolSwap), 0, 3);
    return { columns, columnOf, model: writer.written() };
  };

  test('are no question where there is one', () => {
    const { columns, columnOf, model } = written(['north'], 0.5);
    expect([columns, columnOf(0, 0), model.numCols, model.numRows]).toEqual([[], undefined, 0, 0]);
  });

  test('are one in the morning and one in the afternoon, each as a column', () => {
    const { columns, columnOf, model } = written(['north', 'south'], 0);
    expect(columns.map(({ therapist, day, half, school }) => [therapist, day, half, school])).toEqual([
      [0, 3, 0, 0],
      [0, 3, 0, 1],
      [0, 3, 1, 0],
      [0, 3, 1, 1],
    ]);
    for (const { column, half, school } of columns) expect(columnOf(half, school)).toBe(column);
    expect(columnOf(0, 2)).toBeUndefined();
    expect([model.numCols, model.numRows]).toEqual([4, 2]);
    expect([...model.isInteger, ...model.colUpper]).toEqual(Array(8).fill(1));
    expect([...model.rowLower, ...model.rowUpper]).toEqual([1, 1, 1, 1]);
    expect([...model.indices]).toEqual([0, 1, 2, 3]);
  });

  test('cost a change where the afternoon is somewhere else, and nothing else', () => {
    const { columns, model } = written(['north', 'south', 'west'], 0.5);
    const swap = columns.length;
    expect([model.colCost[swap], model.colLower[swap], model.colUpper[swap], model.isInteger[swap]]).toEqual([
      -0.5, 0, 1, 0,
    ]);
    for (const morning of [0, 1, 2])
      for (const afternoon of [0, 1, 2]) {
        const isOn = (column: number) =>
          columns.some(
            (one) => one.column === column && one.school === (one.half === 0 ? morning : afternoon),
          );
        let needed = 0;
        model.rowLower.forEach((low, row) => {
          const terms = [...model.indices.slice(model.starts[row], model.starts[row + 1])].map(
            (column, nth) => [column, model.values[(model.starts[row] ?? 0) + nth] ?? 0] as const,
          );
          const sum = terms.reduce((all, [column, factor]) => all + (isOn(column) ? factor : 0), 0);
          if (terms.some(([column]) => column === swap)) needed = Math.max(needed, low - sum);
          else expect(sum).toBe(low);
        });
        expect(needed).toBe(morning === afternoon ? 0 : 1);
      }
  });
});
