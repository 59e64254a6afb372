import { expect, test } from '@jest/globals';
import { commands } from '../../src/core/commands.ts';
import { roles } from '../../src/core/people.ts';
import { mayDo, rights } from '../../src/core/rights.ts';
import { submits, taps } from '../../src/usecases/routes.ts';

const doors = [
  ...commands.map(({ name }) => `command ${name}`),
  ...[...taps.keys()].map((name) => `tap ${name}`),
  ...[...submits.keys()].map((name) => `form ${name}`),
];

test('every button, form and command has its row in the table of rights, and no row is without a door', () => {
  expect(Object.keys(rights).sort()).toEqual(doors.toSorted());
});

test('every row says who, and somebody may do each', () => {
  for (const [act, who] of Object.entries(rights)) {
    expect([act, who.length > 0]).toEqual([act, true]);
    expect([act, roles.filter((role) => who.includes(role))]).toEqual([
      act,
      expect.arrayContaining([...who]),
    ]);
  }
});

test('what the table does not name nobody may do', () => {
  for (const act of ['tap visit.delete', 'tap __proto__', 'form constructor', 'tap toString'] as const)
    expect(roles.filter((role) => mayDo(role, act))).toEqual([]);
});
