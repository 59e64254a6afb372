import { describe, expect, test } from '@jest/globals';
import type { ActivityKind } from '../../../src/core/activity-kind.ts';
import { blocksOnDay, spanOf } from '../../../src/core/calendar/blocks-on-day.ts';
import type { SchoolDay } from '../../../src/core/calendar/school-clock.ts';
import type { Block } from '../../../src/core/classroom.ts';
import { at, block } from '../sample-school.ts';

const usual = { name: 'usual', firstBell: at(8), lastBell: at(15), periods: [] };
/** Two hours shorter at both ends, with one period. */
const short = {
  name: 'short',
  firstBell: at(10),
  lastBell: at(13),
  periods: [{ name: 'P1', start: at(10), end: at(11) }],
};
const wednesday: SchoolDay = {
  date: '2026-11-18',
  weekday: 3,
  dayType: usual,
  usual,
  asEveryWeek: true,
  cycleDays: { Block: 'A' },
  term: undefined,
};
const shortDay: SchoolDay = { ...wednesday, dayType: short, asEveryWeek: false };
const timesOn = (day: SchoolDay, one: Block) => blocksOnDay([one], day).map(({ start, end }) => [start, end]);
const math = block('math', at(9), at(10));

describe('a block is on a date', () => {
  test.each<[Partial<Block>, boolean]>([
    [{}, true],
    [{ weekdays: [3] }, true],
    [{ weekdays: [1, 2, 4, 5] }, false],
    [{ effective: { start: '2026-11-18' } }, true],
    [{ effective: { start: '2026-11-19' } }, false],
    [{ effective: { end: '2026-11-18' } }, true],
    [{ effective: { end: '2026-11-17' } }, false],
    [{ cycleDays: { cycle: 'Block', days: ['B', 'A'] } }, true],
    [{ cycleDays: { cycle: 'Block', days: ['B'] } }, false],
    [{ cycleDays: { cycle: 'Colors', days: ['A'] } }, false],
  ])('%j: %s', (changes, isOn) =>
    expect(blocksOnDay([{ ...math, ...changes }], wednesday)).toHaveLength(isOn ? 1 : 0),
  );
});

describe('the times of a block', () => {
  const of = (kind: ActivityKind, start: number, end: number) => timesOn(shortDay, block(kind, start, end));

  test('are its own on a day with the usual bells', () => {
    expect(blocksOnDay([math], wednesday)).toEqual([
      { start: at(9), end: at(10), kind: 'math', withStudents: true, firm: true },
    ]);
  });

  test('are a guess on a date that is not the kind of day its weekday mostly is', () => {
    expect(blocksOnDay([math], { ...wednesday, asEveryWeek: false })[0]?.firm).toBe(false);
  });

  test('are those of its period, which are sure on any day, and none where there is no such period', () => {
    const inP1 = { ...math, period: 'P1' };
    expect(blocksOnDay([inP1], shortDay)).toEqual([
      { start: at(10), end: at(11), kind: 'math', withStudents: true, firm: true },
    ]);
    expect(timesOn(wednesday, inP1)).toEqual([]);
  });

  test('keep to the clock on a day with other bells, as far as there is school', () => {
    expect(of('math', at(11), at(12))).toEqual([[at(11), at(12)]]);
    expect(of('math', at(9), at(11))).toEqual([[at(10), at(11)]]);
    expect(of('math', at(12), at(14))).toEqual([[at(12), at(13)]]);
    expect(of('math', at(8), at(10))).toEqual([]);
    expect(of('math', at(13), at(14))).toEqual([]);
    expect(blocksOnDay([block('math', at(11), at(12))], shortDay)[0]?.firm).toBe(false);
  });

  test('hang on the first bell for coming in, and for a duty before it', () => {
    expect(of('arrival', at(8), at(8, 15))).toEqual([[at(10), at(10, 15)]]);
    expect(of('other', at(7, 30), at(8))).toEqual([[at(9, 30), at(10)]]);
  });

  test('hang on the last bell for going home, and for a duty after it', () => {
    expect(of('dismissal', at(14, 50), at(15))).toEqual([[at(12, 50), at(13)]]);
    expect(of('other', at(15), at(15, 30))).toEqual([[at(13), at(13, 30)]]);
  });

  test('reach as far before the first bell and after the last as they always do', () => {
    expect(of('other', at(7, 40), at(11))).toEqual([[at(9, 40), at(11)]]);
    expect(of('other', at(12), at(15, 20))).toEqual([[at(12), at(13, 20)]]);
  });

  test('move with one bell when only one is another', () => {
    const early = { ...shortDay, dayType: { ...usual, lastBell: at(12) } };
    const late = { ...shortDay, dayType: { ...usual, firstBell: at(10) } };
    expect(timesOn(early, block('dismissal', at(14, 50), at(15)))).toEqual([[at(11, 50), at(12)]]);
    expect(timesOn(early, block('arrival', at(8), at(8, 15)))).toEqual([[at(8), at(8, 15)]]);
    expect(timesOn(late, block('arrival', at(8), at(8, 15)))).toEqual([[at(10), at(10, 15)]]);
  });

  test('stay inside the day', () => {
    const atNight = { ...shortDay, dayType: { ...usual, firstBell: at(0, 10), lastBell: at(24) } };
    expect(timesOn(atNight, block('other', at(7, 30), at(8)))).toEqual([[0, at(0, 10)]]);
    expect(timesOn(atNight, block('other', at(15), at(15, 30)))).toEqual([]);
  });
});

test('“all day” is from bell to bell, and a period is looked up in the bells of the day', () => {
  expect(spanOf('all day', shortDay)).toEqual({ start: at(10), end: at(13) });
  expect(spanOf({ period: 'P1' }, shortDay)).toMatchObject({ start: at(10), end: at(11) });
  expect(spanOf({ period: 'P1' }, wednesday)).toBeUndefined();
  expect(spanOf({ start: 5, end: 6 }, shortDay)).toEqual({ start: 5, end: 6 });
});
