import { describe, expect, test } from '@jest/globals';
import { type Entry, ledgerOf } from '../../../src/core/minutes/ledger.ts';
import { type MakeUpRule, makeUpRules, makeUpUntil } from '../../../src/core/minutes/make-up.ts';
import {
  countsFrom,
  type Mandate,
  mandatedPeriods,
  mandatePeriods,
  periodAround,
} from '../../../src/core/minutes/mandate.ts';
import { byCause, paceOf, totalsOf } from '../../../src/core/minutes/pace.ts';
import { type Cause, causes } from '../../../src/core/outcome.ts';
import { addDays, weekdayOf } from '../../../src/core/time.ts';
import { fc } from '../../setup/properties.ts';

const monday = '2026-11-30';
const day = (days: number) => addDays(monday, days);
const twice30: Mandate = { count: 2, minutes: 30, period: 'week', from: monday };
const held = (date: string, minutes = 30): Entry => ({
  date,
  minutes,
  setting: 'push_in',
  status: 'delivered',
});
const lost = (date: string, cause: Cause = 'absent'): Entry => ({
  date,
  minutes: 30,
  setting: 'push_in',
  status: 'displaced',
  cause,
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const mandate = fc.record({
  count: fc.integer({ min: 1, max: 5 }),
  minutes: fc.constantFrom(15, 30, 45),
  period: fc.constantFrom(...mandatePeriods),
  from: fc.integer({ min: -40, max: 150 }).map(day),
});
const entry: fc.Arbitrary<Entry> = fc
  .record({
    date: fc.integer({ min: -60, max: 200 }).map(day),
    minutes: fc.integer({ min: 1, max: 90 }),
    setting: fc.constantFrom('push_in' as const, 'pull_out' as const),
    status: fc.constantFrom('planned' as const, 'delivered' as const, 'displaced' as const),
    cause: fc.constantFrom(...causes),
  })
  .map(
    ({ cause, status, ...rest }): Entry =>
      status === 'displaced' ? { ...rest, status, cause } : { ...rest, status },
  );
const weekdays = (date: string) => weekdayOf(date) <= 5;
const caseOf = fc.record({
  isSchoolDay: fc.constantFrom(weekdays, (date: string) => weekdays(date) && date < day(60)),
  mandates: fc.array(mandate, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 30 }),
  today: fc.integer({ min: 0, max: 180 }).map(day),
  rule: fc.constantFrom(...makeUpRules),
});

describe('whatever was agreed and whatever happened', () => {
  test('every mandated minute is in exactly one column', () => {
    fc.assert(
      fc.property(caseOf, (counted) => {
        for (const page of ledgerOf(counted).pages) {
          const displaced = sum(page.displaced.map(({ minutes }) => minutes));
          expect(page.delivered + page.planned + displaced + page.open).toBe(page.mandated);
          for (const column of [
            page.delivered,
            page.planned,
            page.open,
            ...page.displaced.map((one) => one.minutes),
          ])
            expect(column).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('every minute in the room is counted once, in a column or as extra', () => {
    fc.assert(
      fc.property(caseOf, (counted) => {
        const { pages, extra } = ledgerOf(counted);
        for (const status of ['delivered', 'planned'] as const) {
          const spent = sum(
            counted.entries.filter((one) => one.status === status).map(({ minutes }) => minutes),
          );
          expect(totalsOf(pages)[status] + extra[status]).toBe(spent);
        }
      }),
    );
  });

  test('no day counts twice, and no period has a gap before the next', () => {
    fc.assert(
      fc.property(caseOf, ({ mandates, today, isSchoolDay }) => {
        const periods = mandatedPeriods(mandates, today, isSchoolDay);
        for (const [index, { start, end }] of periods.entries()) {
          expect(start <= end).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.start).toBe(addDays(end, 1));
        }
      }),
    );
  });

  test('another visit held leaves no more missing than before', () => {
    fc.assert(
      fc.property(caseOf, entry, (counted, more) => {
        const missing = (all: readonly Entry[]) => {
          const { displaced, open } = totalsOf(
            ledgerOf({ ...counted, entries: all }).pages.filter(({ start }) => start <= counted.today),
          );
          return displaced + open;
        };
        const another: Entry = {
          date: more.date,
          minutes: more.minutes,
          setting: 'push_in',
          status: 'delivered',
        };
        expect(missing([...counted.entries, another])).toBeLessThanOrEqual(missing(counted.entries));
      }),
    );
  });

  test('the order in which things were written down does not matter', () => {
    fc.assert(
      fc.property(caseOf, (counted) => {
        const totals = (all: readonly Entry[]) => totalsOf(ledgerOf({ ...counted, entries: all }).pages);
        expect(totals(counted.entries.toReversed())).toEqual(totals(counted.entries));
      }),
    );
  });
});

describe('a missed visit', () => {
  const week = (entries: Entry[], today: string, rule: MakeUpRule = 'four_weeks') =>
    ledgerOf({ mandates: [twice30], entries, today, rule, isSchoolDay: weekdays });

  test('is displaced with its cause and setting, until when it can be made up', () => {
    const { pages } = week([held(day(1)), lost(day(3), 'test')], day(4));
    expect(pages).toEqual([
      {
        start: monday,
        end: day(6),
        mandated: 60,
        delivered: 30,
        planned: 0,
        displaced: [{ date: day(3), minutes: 30, cause: 'test', setting: 'push_in', until: day(31) }],
        open: 0,
        openUntil: day(34),
      },
    ]);
    expect(byCause(pages)).toEqual([{ cause: 'test', minutes: 30 }]);
  });

  test('made up in the next week closes the first one, and the second stays whole', () => {
    const held3 = [held(day(7)), held(day(8)), held(day(9))];
    const ledger = week([held(day(1)), lost(day(3)), ...held3], day(11));
    expect(ledger.pages.map(({ delivered, displaced, open }) => [delivered, displaced.length, open])).toEqual(
      [
        [60, 0, 0],
        [60, 0, 0],
      ],
    );
    expect(ledger.extra.delivered).toBe(0);
    expect(paceOf(ledger, day(11))).toEqual({ behind: 0, toPlan: 0, lapsed: 0 });
  });

  test('cannot be made up after the time the organization gives', () => {
    const held3 = [held(day(7)), held(day(8)), held(day(9))];
    const ledger = week([held(day(1)), lost(day(3)), ...held3], day(11), 'same_week');
    expect(ledger.extra.delivered).toBe(30);
    expect(paceOf(ledger, day(11))).toEqual({ behind: 0, toPlan: 0, lapsed: 30 });
  });

  test('that nobody planned can be made up until the last day the organization gives, the oldest first', () => {
    const deliveredWith = (extra: Entry) =>
      week([{ ...extra, minutes: 90 }], day(21), 'two_weeks').pages.map(({ delivered }) => delivered);
    expect(deliveredWith(held(day(20)))).toEqual([30, 0, 60, 0]);
    expect(deliveredWith(held(day(21)))).toEqual([0, 30, 0, 60]);
  });

  test('counts as behind while it can be made up, and an empty rest of the week as still to plan', () => {
    expect(paceOf(week([lost(day(1))], day(2)), day(2))).toEqual({ behind: 30, toPlan: 30, lapsed: 0 });
    expect(paceOf(week([lost(day(1))], day(8)), day(8))).toEqual({ behind: 60, toPlan: 60, lapsed: 0 });
  });
});

describe('a mandate', () => {
  test('of a day in the middle of a week counts from the next one', () => {
    expect(countsFrom({ ...twice30, from: day(2) })).toBe(day(7));
    expect(countsFrom({ ...twice30, period: 'month', from: '2026-12-02' })).toBe('2027-01-01');
  });

  test('that changes leaves the weeks before as they were', () => {
    const changed = [twice30, { ...twice30, count: 3, minutes: 45, from: day(14) }];
    expect(mandatedPeriods(changed, day(20), weekdays).map(({ mandated }) => mandated)).toEqual([
      60, 60, 135,
    ]);
  });

  test('asks for nothing in a week without school', () => {
    const break2 = (date: string) => weekdays(date) && (date < day(7) || date > day(13));
    expect(mandatedPeriods([twice30], day(14), break2).map(({ mandated }) => mandated)).toEqual([60, 0, 60]);
  });

  test('said again for the same day is the later one', () => {
    const changed = [twice30, { ...twice30, count: 1 }];
    expect(mandatedPeriods(changed, day(1), weekdays)).toEqual([
      { start: monday, end: day(6), mandated: 30 },
    ]);
  });

  test('by the month instead of the week cuts the last week short by its weekdays', () => {
    const changed = [twice30, { ...twice30, count: 8, period: 'month' as const, from: '2027-01-01' }];
    expect(mandatedPeriods(changed, '2027-01-05', weekdays).slice(-2)).toEqual([
      { start: '2026-12-28', end: '2026-12-31', mandated: 48 },
      { start: '2027-01-01', end: '2027-01-31', mandated: 240 },
    ]);
  });

  test.each([
    ['week', '2026-11-30', '2026-12-06'],
    ['month', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['year', '2026-07-01', '2027-06-30'],
  ] as const)('by the %s', (period, start, end) => {
    expect(periodAround('2026-12-03', period)).toEqual({ start, end });
  });
});

test.each([
  ['same_week', '2026-12-06'],
  ['two_weeks', '2026-12-16'],
  ['four_weeks', '2026-12-30'],
  ['same_month', '2026-12-31'],
] as const)('“%s” gives until %s', (rule, until) => {
  expect(makeUpUntil('2026-12-02', rule)).toBe(until);
});
