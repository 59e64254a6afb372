import { describe, expect, test } from '@jest/globals';
import { type Role, roles } from '../../src/core/people.ts';
import { type Act, rights } from '../../src/core/rights.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { refusalOf } from '../../src/usecases/refuse.ts';

const refusal = (role: Role, act: Act) => refusalOf({ me: { role } } as Desk, act);
const acts = Object.keys(rights) as Act[];

test('of every button, form and command those are refused whom the table does not name, and nobody else', () => {
  for (const act of acts)
    expect([act, roles.filter((role) => refusal(role, act) === undefined)]).toEqual([
      act,
      roles.filter((role) => rights[act]?.includes(role)),
    ]);
});

describe('what somebody reads whose role does not do this', () => {
  test.each<[Role, Act, string]>([
    ['teacher', 'command schedule', 'only-therapists'],
    ['coordinator', 'command routine', 'only-teachers'],
    ['para', 'command log', 'only-therapists'],
    ['teacher', 'tap school.open', 'only-coordinators'],
    ['therapist', 'form school', 'only-coordinators'],
  ])('to a %s, of %s, is whose it is', (role, act, kind) => {
    expect(refusal(role, act)?.kind).toBe(kind);
  });

  test.each<[Role, Act]>([
    ['teacher', 'tap visit.log'],
    ['therapist', 'tap ask.answer'],
    ['para', 'form strategy.hand-over'],
    ['coordinator', 'form pair'],
    ['teacher', 'tap no.such-button'],
    ['coordinator', 'command no-such-command' as Act],
  ])('to a %s, of %s, says nothing about anybody', (role, act) => {
    expect(refusal(role, act)?.kind).toBe('outdated');
  });
});
