import { describe, expect, test } from '@jest/globals';
import { totalsOf } from '../../../src/core/minutes/pace.ts';
import { currentPages, pagesOf } from '../../../src/core/minutes/pair-ledger.ts';
import { type StudentEntry, studentLedgerOf } from '../../../src/core/minutes/student-ledger.ts';
import type { StudentMandate } from '../../../src/core/week-plan/student-mandate.ts';

const begins = '2026-11-30';
const mandate = (studentId: string, changes: Partial<StudentMandate> = {}): StudentMandate => ({
  id: studentId,
  pairingId: 'p',
  studentId,
  count: 2,
  minutes: 30,
  period: 'week',
  setting: 'push_in',
  rhythm: 'every_week',
  startsOn: null,
  endsOn: null,
  ...changes,
});
const visit = (date: string, changes: Partial<StudentEntry> = {}): StudentEntry =>
  ({
    date,
    minutes: 30,
    setting: 'push_in',
    track: 'in_class',
    status: 'delivered',
    ...changes,
  }) as StudentEntry;

const ledger = (
  studentId: string | null,
  mandates: readonly StudentMandate[],
  entries: readonly StudentEntry[],
  today = '2026-12-04',
) =>
  studentLedgerOf({
    studentId,
    mandates,
    entries,
    begins,
    today,
    rule: 'two_weeks',
    isSchoolDay: () => true,
  });
const week = (...asked: Parameters<typeof ledger>) =>
  totalsOf(currentPages(ledger(...asked), asked[3] ?? '2026-12-04'));

describe('two students of one pair with different mandates', () => {
  const mandates = [mandate('K'), mandate('Otter', { count: 1, minutes: 20 })];

  test('each have their own line: a shared visit counts for both, up to what each is to get', () => {
    const entries = [visit('2026-12-01')];
    expect(week('K', mandates, entries)).toMatchObject({ mandated: 60, delivered: 30, open: 30 });
    expect(week('Otter', mandates, entries)).toMatchObject({ mandated: 20, delivered: 20, open: 0 });
    expect(ledger('Otter', mandates, entries).in_class.extra.delivered).toBe(10);
  });

  test('a visit for one of them is nothing to the other', () => {
    const entries = [visit('2026-12-01', { students: ['K'] })];
    expect(week('K', mandates, entries)).toMatchObject({ delivered: 30 });
    expect(week('Otter', mandates, entries)).toMatchObject({ delivered: 0, open: 20 });
  });
});

test('what is said twice for one student adds up, place by place', () => {
  const mandates = [mandate('K', { count: 1 }), mandate('K', { count: 1, minutes: 20, setting: 'pull_out' })];
  const entries = [visit('2026-12-01'), visit('2026-12-02', { setting: 'pull_out', track: 'outside' })];
  expect(week('K', mandates, entries)).toMatchObject({ mandated: 50, delivered: 50 });
});

test('a mandate that changed asks for the new minutes from its day on, and the past stays', () => {
  const mandates = [
    mandate('K', { endsOn: '2026-12-06' }),
    mandate('K', { count: 1, setting: 'pull_out', startsOn: '2026-12-07' }),
  ];
  const pages = pagesOf(ledger('K', mandates, [], '2026-12-11'));
  expect(pages.map(({ start, mandated }) => [start, mandated])).toEqual([
    ['2026-11-30', 60],
    ['2026-12-07', 0],
    ['2026-12-07', 30],
  ]);
});

test('in the rhythm of 3:1 the fourth week is owed with the adults', () => {
  const mandates = [mandate('K', { rhythm: 'three_one', startsOn: begins })];
  const fourth = ledger('K', mandates, [], '2026-12-25');
  const inWeek = (track: 'in_class' | 'adults') => fourth[track].pages.map(({ mandated }) => mandated);
  expect([inWeek('in_class'), inWeek('adults')]).toEqual([
    [60, 60, 60, 0],
    [0, 0, 0, 60],
  ]);
});

describe('in the rhythm of 3:1', () => {
  test('the fourth week owes the adults the minutes of all places together', () => {
    const mandates = [
      mandate('K', { rhythm: 'three_one', count: 2 }),
      mandate('K', { rhythm: 'three_one', count: 1, minutes: 20, setting: 'pull_out' }),
    ];
    const fourth = ledger('K', mandates, [], '2026-12-25');
    const mandated = (track: 'in_class' | 'outside' | 'adults') =>
      fourth[track].pages.map((page) => page.mandated);
    expect([mandated('in_class'), mandated('outside'), mandated('adults')]).toEqual([
      [60, 60, 60, 0],
      [20, 20, 20, 0],
      [0, 0, 0, 80],
    ]);
  });

  test('given up, it owes the adults nothing from then on', () => {
    const mandates = [
      mandate('K', { rhythm: 'three_one', endsOn: '2026-12-20' }),
      mandate('K', { startsOn: '2026-12-21' }),
    ];
    const { in_class, adults } = ledger('K', mandates, [], '2026-12-25');
    expect(in_class.pages.map(({ mandated }) => mandated)).toEqual([60, 60, 60, 60]);
    expect(adults.pages.map(({ mandated }) => mandated)).toEqual([0, 0, 0, 0]);
  });
});

test('a place that is named again asks again', () => {
  const mandates = [
    mandate('K', { count: 1 }),
    mandate('K', { count: 1, setting: 'pull_out', startsOn: '2026-12-07' }),
    mandate('K', { count: 3, startsOn: '2026-12-14' }),
  ];
  const { in_class, outside } = ledger('K', mandates, [], '2026-12-18');
  expect(in_class.pages.map(({ mandated }) => mandated)).toEqual([30, 0, 90]);
  expect(outside.pages.map(({ mandated }) => mandated)).toEqual([30, 0]);
});

test('a mandate by the month that moves outside ends by the month', () => {
  const mandates = [
    mandate('K', { period: 'month', startsOn: '2026-12-01' }),
    mandate('K', { period: 'month', startsOn: '2027-01-01', setting: 'pull_out' }),
  ];
  const { in_class } = ledger('K', mandates, [], '2027-01-15');
  expect(in_class.pages.map(({ start, end, mandated }) => [start, end, mandated])).toEqual([
    ['2026-12-01', '2026-12-31', 60],
    ['2027-01-01', '2027-01-31', 0],
  ]);
});

test('a pair without a named student counts every visit, whoever it was for', () => {
  const entries = [visit('2026-12-01', { students: ['Otter'] }), visit('2026-12-02')];
  expect(week(null, [{ ...mandate('K'), studentId: null }], entries)).toMatchObject({ delivered: 60 });
  expect(week(null, [mandate('K')], entries)).toMatchObject({ mandated: 0 });
});
