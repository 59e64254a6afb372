import { describe, expect, test } from '@jest/globals';
import type { FocusArea } from '../../../src/core/focus-area.ts';
import type { PlannedVisit } from '../../../src/core/plan/week-plan.ts';
import { caseloadOf } from '../../../src/core/week-plan/caseload-of.ts';
import { kindOf } from '../../../src/core/week-plan/plan-activity.ts';
import { activityOf, planLines } from '../../../src/core/week-plan/plan-lines.ts';
import { at, block, friday, monday, tuesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { weekAsked } from './week-asked.ts';

const need = room12({
  classDay: {
    blocks: [
      block('writing', at(9), at(9, 40)),
      block('recess', at(10), at(10, 40)),
      block('social_studies', at(13), at(13, 40)),
    ],
    activities: [],
  },
  mandates: [
    { id: 'k', sessions: 1 },
    { id: 'e', sessions: 1, setting: 'either' },
    { id: 'e2', sessions: 1, setting: 'either' },
    { id: 'o', sessions: 1, setting: 'pull_out', minutes: 20 },
  ],
});
const source = caseloadOf(weekAsked([need]));
const visit = (changes: Partial<PlannedVisit> = {}): PlannedVisit => ({
  therapist: 'maya',
  class: 'Room 12',
  day: 'Tue',
  start: '09:00',
  services: ['k'],
  ...changes,
});
const lines = (
  visits: readonly PlannedVisit[],
  focuses: readonly FocusArea[] = ['handwriting'],
  from = source,
) => planLines(from, visits, () => focuses);

describe('a planned visit as people say it', () => {
  test('has its date, its own length, what the class does and how well that fits', () => {
    expect(lines([visit()])).toEqual([
      {
        pairingId: 'p12',
        room: 'Room 12',
        setting: 'push_in',
        date: tuesday,
        start: at(9),
        end: at(9, 30),
        kind: 'writing',
        focus: 'handwriting',
        fit: 3,
        mandates: ['k'],
      },
    ]);
  });

  test('outside is for the first focus, whatever the class does, and fits nothing', () => {
    const outside = visit({ class: 'Room 12, outside', services: ['o'] });
    expect(lines([outside], ['language', 'handwriting'])).toMatchObject([
      { room: 'Room 12', setting: 'pull_out', end: at(9, 20), kind: 'writing', focus: 'language', fit: 0 },
    ]);
  });

  test.each([
    ['where all may be either', ['e', 'e2'], 'either'],
    ['not where one is to be in the class', ['e', 'k'], 'push_in'],
    ['not where nobody is served', [], 'push_in'],
  ])('is in the class or outside %s', (_words, services, setting) => {
    expect(lines([visit({ services })]).map((line) => line.setting)).toEqual([setting]);
  });

  test('is with a choice where the class does something that fits nothing, and then outside', () => {
    const beside = visit({ start: '13:00', services: ['e'] });
    expect(lines([beside], ['gross_motor'])).toMatchObject([
      { setting: 'either', kind: 'social_studies', focus: 'gross_motor', fit: 0 },
    ]);
  });

  test('is left out where it belongs to nobody, or nothing fits any more', () => {
    expect(lines([visit({ class: 'Room 99' })])).toEqual([]);
    expect(lines([visit()], [])).toEqual([]);
    expect(lines([visit()], ['gross_motor'])).toEqual([]);
  });

  test('comes in the order of the week', () => {
    const week = [
      visit({ day: 'Fri' }),
      visit({ start: '09:10' }),
      visit(),
      visit({ day: 'Mon', start: '09:05' }),
    ];
    expect(lines(week).map(({ date, start }) => [date, start])).toEqual([
      [monday, at(9, 5)],
      [tuesday, at(9)],
      [tuesday, at(9, 10)],
      [friday, at(9)],
    ]);
  });

  test('is called as its class is, where people have no other name for it', () => {
    const plain = { ...source, rooms: { 'Room 12': { pairingId: 'p12', minutes: 25 } } };
    expect(lines([visit()], ['handwriting'], plain)).toMatchObject([
      { room: 'Room 12', setting: 'push_in', end: at(9, 25) },
    ]);
  });
});

describe('what the class does then', () => {
  test('is what its block says, as long as a whole visit is within it', () => {
    const starts = ['08:55', '09:00', '09:10', '09:15'].map((start) => activityOf(source, visit({ start })));
    expect(starts).toEqual(['other', 'writing', 'writing', 'other']);
    expect(activityOf(source, visit({ class: 'Room 99' }))).toBe('other');
  });

  test('is what stood there, for a visit that was kept', () => {
    const fixed = [{ ...visit(), activity: 'math' as const }];
    const kept = { ...source, fixed };
    expect(activityOf(kept, visit())).toBe('math');
    expect([
      activityOf(kept, visit({ day: 'Wed' })),
      activityOf(kept, visit({ start: '09:05' })),
      activityOf(kept, visit({ class: 'Room 12, outside' })),
    ]).not.toContain('math');
  });

  test.each([
    ['writing', 'writing'],
    ['out_of_writing', 'writing'],
    ['math_again', 'math'],
    ['something_else', 'other'],
    ['', 'other'],
  ])('%j is %s', (activity, kind) => {
    expect(kindOf(activity)).toBe(kind);
  });
});
