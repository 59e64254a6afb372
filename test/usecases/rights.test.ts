import { expect, test } from '@jest/globals';
import { cardText } from '../../src/core/card.ts';
import { commands } from '../../src/core/commands.ts';
import { roles } from '../../src/core/people.ts';
import { mayDo, rights } from '../../src/core/rights.ts';
import { helpCard } from '../../src/core/wording/welcome.ts';
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

test('help says how to say it on the platform it is read on', () => {
  expect(cardText(helpCard('slack'))).toContain('Put /pushin before it');
  expect(cardText(helpCard('teams'))).not.toMatch(/Slack|\/pushin/);
});

test('help names every command, and where it is not for everybody, for whom', () => {
  const told = cardText(helpCard('slack'));
  const plural = { teacher: 'teachers', therapist: 'therapists', para: 'paras', coordinator: 'coordinators' };
  for (const { name, usage, about } of commands) {
    const may = roles.filter((role) => mayDo(role, `command ${name}`));
    const line = told.split('\n').find((each) => each.startsWith(`${usage}: ${about}`)) ?? '';
    const named = roles.filter((role) => line.slice(usage.length + about.length).includes(plural[role]));
    expect([name, named]).toEqual([name, may.length === roles.length ? [] : may]);
  }
});
