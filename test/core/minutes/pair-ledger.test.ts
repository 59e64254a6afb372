import { describe, expect, test } from '@jest/globals';
import type { Mandate } from '../../../src/core/minutes/mandate.ts';
import { type PairEntry, pagesOf, pairLedgerOf } from '../../../src/core/minutes/pair-ledger.ts';
import { pairMandates, rhythms, type StudentLine, tracks } from '../../../src/core/minutes/tracks.ts';
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
