import { describe, expect, test } from '@jest/globals';
import type { Mandate } from '../../../src/core/minutes/mandate.ts';
import {
  currentPages,
  inForce,
  type PairEntry,
  pagesOf,
  pairLedgerOf,
} from '../../../src/core/minutes/pair-ledger.ts';
import {
  pairMandates,
  rhythms,
  type StudentLine,
  type Track,
  tracks,
} from '../../../src/core/minutes/tracks.ts';
import { addDays, weekdayOf } from '../../../src/core/time.ts';
import { visitSettings } from '../../../src/core/visit-setting.ts';
import { fc } from '../../setup/properties.ts';

const monday = '2026-11-02';
const day = (days: number) => addDays(monday, days);
const date = fc.integer({ min: -10, max: 80 }).map(day);
const anyLine: fc.Arbitrary<StudentLine> = fc.record({
  count: fc.integer({ min: 1, max: 5 }),
  minutes: fc.constantFrom(10, 20, 30, 45),
  setting: fc.constantFrom(...visitSettings),
});
const anyEntry: fc.Arbitrary<PairEntry> = fc.record({
  date,
  minutes: fc.integer({ min: 5, max: 60 }),
  setting: fc.constantFrom('push_in', 'pull_out', 'consult'),
  status: fc.constantFrom('planned', 'delivered'),
});

const ledgerOf = (mandates: Parameters<typeof pairLedgerOf>[0]['mandates'], entries: readonly PairEntry[]) =>
  pairLedgerOf({
    mandates,
    entries,
    today: day(60),
    rule: 'four_weeks',
    isSchoolDay: (one) => weekdayOf(one) <= 5,
  });

describe('a pair’s minutes, in the class, outside and with the adults', () => {
  test('stand in exactly one column each, whatever is mandated and whatever happened', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...rhythms),
        fc.array(anyEntry, { maxLength: 25 }),
        (lines, rhythm, entries) => {
          const direct =
            rhythm === 'three_one' ? lines.filter(({ setting }) => setting !== 'consult') : lines;
          fc.pre(direct.length > 0);
          const mandates = pairMandates(direct, { period: 'week', rhythm }).map((one) => ({
            ...one,
            from: monday,
          }));
          const ledger = ledgerOf(mandates, entries);
          for (const { mandated, delivered, planned, displaced, open } of pagesOf(ledger)) {
            const lost = displaced.reduce((sum, { minutes }) => sum + minutes, 0);
            expect(delivered + planned + lost + open).toBe(mandated);
          }
          for (const status of ['delivered', 'planned'] as const) {
            const happened = entries.filter((entry) => entry.status === status);
            const counted = tracks.map(
              (track) =>
                ledger[track].extra[status] +
                ledger[track].pages.reduce((sum, page) => sum + page[status], 0),
            );
            const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
            expect(sum(counted)).toBe(sum(happened.map(({ minutes }) => minutes)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of three weeks and one, the fourth week’s are owed with the adults', () => {
    const lines = [{ count: 2, minutes: 30, setting: 'push_in' as const }];
    const mandates = pairMandates(lines, { period: 'week', rhythm: 'three_one' });
    const ledger = ledgerOf(
      mandates.map((one): Mandate & typeof one => ({ ...one, from: monday })),
      [],
    );
    const asked = (track: 'in_class' | 'adults') =>
      ledger[track].pages.slice(0, 5).map(({ mandated }) => mandated);
    expect(asked('in_class')).toEqual([60, 60, 60, 0, 60]);
    expect(asked('adults')).toEqual([0, 0, 0, 60, 0]);
  });

  test('students who share a class share its visits; what is outside comes on top', () => {
    const lines = [
      { count: 2, minutes: 30, setting: 'push_in' as const },
      { count: 1, minutes: 30, setting: 'either' as const },
      { count: 1, minutes: 20, setting: 'pull_out' as const },
    ];
    expect(pairMandates(lines, { period: 'week', rhythm: 'every_week' })).toEqual([
      { track: 'in_class', count: 2, minutes: 30, period: 'week' },
      { track: 'outside', count: 1, minutes: 20, period: 'week' },
    ]);
  });
});

type Line = Mandate & { readonly track: Track };
const weekly = (track: Track, count = 1, from = monday): Line => ({
  track,
  count,
  minutes: 30,
  period: 'week',
  from,
});
const visit = (setting: PairEntry['setting'], on: number, track?: Track): PairEntry => ({
  date: day(on),
  minutes: 30,
  setting,
  status: 'delivered',
  ...(track === undefined ? {} : { track }),
});

describe('a visit counts', () => {
  /** In which track the one visit is found, in a column or beyond them. */
  const countedIn = (mandates: readonly Line[], entry: PairEntry) => {
    const ledger = ledgerOf(mandates, [entry]);
    return tracks.filter(
      (track) =>
        ledger[track].extra.delivered + ledger[track].pages.reduce((sum, page) => sum + page.delivered, 0) >
        0,
    );
  };
  const both = [weekly('in_class'), weekly('outside'), weekly('adults')];

  test.each([
    ['push_in', undefined, 'in_class'],
    ['pull_out', undefined, 'outside'],
    ['consult', undefined, 'adults'],
    // It was to be in the class, and was outside in the end.
    ['pull_out', 'in_class', 'in_class'],
  ] as const)('%s, planned %s: %s', (setting, track, counted) =>
    expect(countedIn(both, visit(setting, 1, track))).toEqual([counted]),
  );

  test('in the other place where nobody asked for minutes in its own', () => {
    expect(countedIn([weekly('outside')], visit('push_in', 1))).toEqual(['outside']);
    expect(countedIn([weekly('in_class')], visit('pull_out', 1))).toEqual(['in_class']);
    expect(countedIn([weekly('in_class')], visit('pull_out', 1, 'outside'))).toEqual(['in_class']);
  });

  test('never with the adults when it was with students, nor the other way round', () => {
    expect(countedIn([weekly('adults')], visit('push_in', 1))).toEqual(['in_class']);
    expect(countedIn([weekly('in_class')], visit('consult', 1))).toEqual(['adults']);
  });

  test('where minutes are asked for on its day: not where they are no longer, nor where they will be later', () => {
    const moved = [weekly('in_class'), weekly('in_class', 0, day(14)), weekly('outside', 1, day(14))];
    expect(countedIn(moved, visit('push_in', 13))).toEqual(['in_class']);
    expect(countedIn(moved, visit('push_in', 14))).toEqual(['outside']);
    expect(countedIn(moved, visit('pull_out', 13))).toEqual(['in_class']);
    expect(countedIn(moved, visit('pull_out', 14))).toEqual(['outside']);
  });

  test('before anything is asked for, where it will be', () => {
    expect(countedIn([weekly('outside', 1, day(14))], visit('push_in', 1))).toEqual(['outside']);
    expect(countedIn([], visit('pull_out', 1))).toEqual(['outside']);
  });
});

describe('what a track asks for', () => {
  const changed = [weekly('in_class', 2, day(14)), weekly('in_class', 3), weekly('outside', 1, day(14))];

  test('is what began last, and before anything began what begins first', () => {
    const counts = (today: string) => inForce(changed, today).map(({ track, count }) => [track, count]);
    expect(counts(day(-1))).toEqual([
      ['in_class', 3],
      ['outside', 1],
    ]);
    expect(counts(day(13))).toEqual([
      ['in_class', 3],
      ['outside', 1],
    ]);
    expect(counts(day(14))).toEqual([
      ['in_class', 2],
      ['outside', 1],
    ]);
  });

  test('counts from the first whole week on', () => {
    const [now] = inForce([weekly('in_class', 3), weekly('in_class', 2, day(8))], day(13));
    expect(now?.count).toBe(3);
    expect(inForce([weekly('in_class', 3), weekly('in_class', 2, day(8))], day(14))[0]?.count).toBe(2);
  });

  test('is nothing once it has ended; of two said for one day the later word counts', () => {
    expect(inForce([weekly('in_class'), weekly('in_class', 0, day(14))], day(14))).toEqual([]);
    expect(inForce([weekly('in_class', 3), weekly('in_class', 2)], day(1))[0]?.count).toBe(2);
  });
});

test('the pages that run are the last to have begun, one of each track that has any', () => {
  const ledger = ledgerOf([weekly('in_class'), weekly('adults', 1, day(7))], []);
  const running = (today: string) => currentPages(ledger, today).map(({ start }) => start);
  expect(running(day(6))).toEqual([monday]);
  expect(running(day(7))).toEqual([day(7), day(7)]);
  expect(running(day(13))).toEqual([day(7), day(7)]);
  expect(running(day(-1))).toEqual([]);
});
