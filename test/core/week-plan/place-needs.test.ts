import { describe, expect, test } from '@jest/globals';
import type { PlanNeed } from '../../../src/core/week-plan/caseload-of.ts';
import { placeNeeds } from '../../../src/core/week-plan/place-needs.ts';
import { room12 } from './room-12.ts';

type Mandate = PlanNeed['mandates'][number];
const places = (mandates: readonly Mandate[], changes: Partial<PlanNeed> = {}) =>
  placeNeeds(room12({ mandates, ...changes })).map(({ setting, need, isPlanned }) => ({
    setting,
    minutes: need.minutes,
    who: need.mandates.map(({ id }) => id),
    isPlanned,
  }));

const inClass: Mandate = { id: 'k', sessions: 1 };
const either: Mandate = { id: 'e', sessions: 1, setting: 'either', minutes: 45 };
const out: Mandate = { id: 'o', sessions: 1, setting: 'pull_out', minutes: 20 };
const talk: Mandate = { id: 't', sessions: 0, setting: 'consult' };

describe('the places a pairing needs time in', () => {
  test('are the class alone, where no mandate says more', () => {
    expect(places([])).toEqual([{ setting: 'push_in', minutes: 30, who: [], isPlanned: false }]);
    expect(places([inClass])).toEqual([{ setting: 'push_in', minutes: 30, who: ['k'], isPlanned: false }]);
  });

  test('are the class, the time outside and the talks, each with its own students and minutes', () => {
    expect(places([out, inClass, talk])).toEqual([
      { setting: 'push_in', minutes: 30, who: ['k'], isPlanned: false },
      { setting: 'pull_out', minutes: 20, who: ['o'], isPlanned: false },
      { setting: 'consult', minutes: 30, who: ['t'], isPlanned: true },
    ]);
  });

  test('are not the class, where all of it is outside', () => {
    expect(places([out]).map(({ setting }) => setting)).toEqual(['pull_out']);
    expect(places([out, talk]).map(({ setting }) => setting)).toEqual(['pull_out', 'consult']);
  });

  test('are in the class or outside, where one of those in the class may be either', () => {
    expect(places([inClass, either, out])).toEqual([
      { setting: 'either', minutes: 30, who: ['k', 'e'], isPlanned: false },
      { setting: 'pull_out', minutes: 20, who: ['o'], isPlanned: false },
    ]);
  });

  test('outside last as long as the longest of their sessions', () => {
    const long: Mandate = { ...out, minutes: 40 };
    expect(places([out, long]).map(({ minutes }) => minutes)).toEqual([40]);
    const { minutes: _, ...usual } = out;
    expect(places([out, usual]).map(({ minutes }) => minutes)).toEqual([30]);
  });

  test('are planned when no session is left to find there', () => {
    expect(places([inClass], { missing: 0 })).toMatchObject([{ isPlanned: true }]);
    expect(places([{ ...out, sessions: 0 }])).toMatchObject([{ isPlanned: true }]);
    expect(places([{ ...out, sessions: 0 }, out])).toMatchObject([{ isPlanned: false }]);
  });
});
