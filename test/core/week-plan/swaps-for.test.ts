import { describe, expect, test } from '@jest/globals';
import type { ProposeInput } from '../../../src/core/propose-input.ts';
import { overlaps } from '../../../src/core/time.ts';
import type { PlanNeed, WeekAsked } from '../../../src/core/week-plan/caseload-of.ts';
import { type Lost, type Swap, swapSteps } from '../../../src/core/week-plan/swaps-for.ts';
import { at, block, monday, thursday, tuesday, wednesday } from '../sample-school.ts';
import { room12 } from './room-12.ts';
import { weekAsked } from './week-asked.ts';

/** Writing fits best, phonics a little. */
const writer = room12({
  classDay: {
    blocks: [block('writing', at(9), at(9, 40)), block('phonics', at(13), at(14))],
    activities: [],
  },
  mandates: [
    { id: 'k', sessions: 0 },
    { id: 'otter', sessions: 0 },
  ],
});
const lost = (changes: Partial<Lost> = {}): Lost => ({
  id: 'a',
  pairingId: 'p12',
  setting: 'push_in',
  mandates: ['k', 'otter'],
  ...changes,
});

const swapsOf = (
  list: readonly Lost[],
  need: PlanNeed = writer,
  more: Partial<WeekAsked> = {},
  input: Partial<ProposeInput> = {},
): Swap[] => {
  const steps = swapSteps(weekAsked([need], input, more), list);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
const times = (swaps: readonly Swap[]) => swaps.map(({ visit: { date, start } }) => [date, start]);

describe('other times for a lost visit', () => {
  test('are the best by fit, each on another day, and at most six', () => {
    const swaps = swapsOf([lost()]);
    expect(swaps).toHaveLength(6);
    expect(swaps.slice(0, 5).map(({ visit }) => [visit.kind, visit.focus])).toEqual(
      Array(5).fill(['writing', 'handwriting']),
    );
    expect(new Set(swaps.slice(0, 5).map(({ visit }) => visit.date)).size).toBe(5);
    // All writing is offered, whose times overlap within a day.
    expect(swaps[5]?.visit).toMatchObject({ kind: 'phonics', date: monday, start: at(13) });
  });

  test('say what was lost, for which pairing and where', () => {
    for (const swap of swapsOf([lost({ id: 'x', setting: 'either' })]))
      expect(swap).toMatchObject({ lostId: 'x', pairingId: 'p12', setting: 'either' });
  });

  test('are apart from those of another lost visit, of which the first has the better', () => {
    const once = room12({
      ...writer,
      classDay: {
        blocks: [block('writing', at(9), at(9, 30), [2]), block('phonics', at(13), at(13, 30), [3])],
        activities: [],
      },
    });
    const [a, b] = [lost({ id: 'a' }), lost({ id: 'b' })];
    expect(swapsOf([a, b], once).map(({ lostId, visit }) => [lostId, visit.date, visit.kind])).toEqual([
      ['a', tuesday, 'writing'],
      ['b', wednesday, 'phonics'],
    ]);
    const all = swapsOf([a, b]).map(({ visit }) => visit);
    const clashes = all.filter((one, nth) =>
      all.slice(nth + 1).some((other) => other.date === one.date && overlaps(other, one)),
    );
    expect(clashes).toEqual([]);
  });

  test('keep away from what stands, from the past, and from other weeks', () => {
    const standing = [{ pairingId: 'p12', schoolId: 'maple', date: thursday, start: at(9) }];
    const now = { date: tuesday, minute: at(12) };
    const lastWeek = '2026-11-13';
    const dates = [lastWeek, monday, tuesday, wednesday, thursday];
    expect(times(swapsOf([lost()], writer, { standing }, { now, dates }))).toEqual([
      [wednesday, at(9)],
      [tuesday, at(13)],
      [tuesday, at(13, 30)],
      [wednesday, at(13)],
      [wednesday, at(13, 30)],
    ]);
    expect(
      times(
        swapsOf([lost()], writer, {}, { dates: [lastWeek], now: { date: '2026-11-09', minute: at(8) } }),
      ).map(([date]) => date),
    ).not.toContain(lastWeek);
  });

  test('of time outside last as long as its own sessions, and of a talk as long as a talk', () => {
    const mixed = room12({
      ...writer,
      mandates: [
        { id: 'k', sessions: 0, minutes: 40 },
        { id: 'o', sessions: 0, minutes: 20, setting: 'pull_out' },
        { id: 't', sessions: 0, setting: 'consult', minutes: 10 },
      ],
      teacherFree: [
        { date: monday, start: at(11), end: at(11, 40) },
        { date: tuesday, start: at(11), end: at(11, 10) },
      ],
    });
    const lengths = (one: Lost) => swapsOf([one], mixed).map(({ visit }) => visit.end - visit.start);
    expect(new Set(lengths(lost({ mandates: ['k'] })))).toEqual(new Set([30]));
    const outside = lengths(lost({ setting: 'pull_out', mandates: ['o'] }));
    expect(outside.length).toBeGreaterThan(2);
    expect(new Set(outside)).toEqual(new Set([20]));
    const talks = swapsOf([lost({ setting: 'consult', mandates: ['t'] })], mixed);
    expect(times(talks)).toEqual([
      [monday, at(11)],
      [tuesday, at(11)],
      [monday, at(11, 10)],
      [monday, at(11, 20)],
      [monday, at(11, 30)],
    ]);
    expect(talks.map(({ setting }) => setting)).toEqual(Array(5).fill('consult'));
  });

  test('of two lost in one class, in it and outside, are not mixed up', () => {
    const both = room12({
      ...writer,
      mandates: [...writer.mandates, { id: 'o', sessions: 0, setting: 'pull_out', minutes: 20 }],
    });
    const swaps = swapsOf(
      [lost({ id: 'out', setting: 'pull_out', mandates: ['o'] }), lost({ id: 'in' })],
      both,
    );
    expect(swaps.slice(0, 2).map(({ lostId, visit }) => [lostId, visit.end - visit.start])).toEqual([
      ['out', 20],
      ['in', 30],
    ]);
  });

  test('are none where the class is nobody’s any more, or has no time', () => {
    expect(swapsOf([lost({ pairingId: 'p99' })])).toEqual([]);
    expect(swapsOf([lost()], room12({ classDay: { blocks: [], activities: [] } }))).toEqual([]);
    expect(swapsOf([])).toEqual([]);
  });
});
