import { describe, expect, test } from '@jest/globals';
import { bellsOf } from '../../../src/core/reading/bells-of.ts';

const day = (...names: string[]) => ({
  name: 'Regular',
  firstBell: 480,
  lastBell: 900,
  periods: names.map((name, index) => ({ name, start: 480 + 60 * index, end: 530 + 60 * index })),
});

describe('the hours a class’s day has names for', () => {
  test('begin with coming in at the first bell and end with going home at the last', () => {
    expect([...bellsOf(day(), [])]).toEqual([
      ['arrival', { start: 480, end: 480 }],
      ['dismissal', { start: 900, end: 900 }],
    ]);
  });

  test.each([
    ['3', 'p3'],
    ['Period 3', 'p3'],
    ['PERIOD 12', 'p12'],
    ['Block 2', 'p2'],
    ['P3', 'p3'],
    ['Lunch B', 'lunch b'],
    ['Advisory', 'advisory'],
    ['Period 3A', 'period 3a'],
    ['Room 3', 'room 3'],
    ['123', '123'],
  ])('know the period “%s” as “%s”', (name, known) =>
    expect(bellsOf(day(name), []).get(known)).toEqual({ start: 480, end: 530 }),
  );

  test('are the class’s own where its week says otherwise', () => {
    const blocks = (['lunch', 'recess', 'snack', 'specials', 'arrival', 'dismissal', 'math'] as const).map(
      (kind, index) => ({ kind, start: 600 + 30 * index, end: 630 + 30 * index }),
    );
    expect([...bellsOf(day('Lunch'), blocks)].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['arrival', { start: 720, end: 750 }],
      ['dismissal', { start: 750, end: 780 }],
      ['lunch', { start: 600, end: 630 }],
      ['recess', { start: 630, end: 660 }],
      ['snack', { start: 660, end: 690 }],
      ['specials', { start: 690, end: 720 }],
    ]);
  });
});
