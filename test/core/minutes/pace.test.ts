import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../../src/core/minutes/ledger.ts';
import { byCause, owedBefore, paceOf, totalsOf } from '../../../src/core/minutes/pace.ts';

type Displaced = Page['displaced'][number];

const lost = (minutes: number, until: string, cause: Displaced['cause'] = 'absent'): Displaced => ({
  date: '2026-11-03',
  minutes,
  cause,
  setting: 'push_in',
  until,
});
/** The week from Monday, November 2 to Sunday, November 8. */
const week = (changes: Partial<Page> = {}): Page => ({
  start: '2026-11-02',
  end: '2026-11-08',
  mandated: 60,
  delivered: 0,
  planned: 0,
  displaced: [],
  open: 0,
  openUntil: '2026-11-22',
  ...changes,
});

describe('where a pair stands', () => {
  test.each([
    ['2026-11-01', { behind: 0, toPlan: 0, lapsed: 0 }],
    ['2026-11-02', { behind: 0, toPlan: 40, lapsed: 0 }],
    ['2026-11-08', { behind: 0, toPlan: 40, lapsed: 0 }],
    ['2026-11-09', { behind: 40, toPlan: 0, lapsed: 0 }],
    ['2026-11-22', { behind: 40, toPlan: 0, lapsed: 0 }],
    ['2026-11-23', { behind: 0, toPlan: 0, lapsed: 40 }],
  ])('on %s, with forty minutes of that week open', (today, pace) =>
    expect(paceOf({ pages: [week({ open: 40 })] }, today)).toEqual(pace),
  );

  test('counts displaced minutes as behind up to their last day, each by its own', () => {
    const pages = [week({ displaced: [lost(30, '2026-11-17'), lost(20, '2026-11-18')] })];
    expect(paceOf({ pages }, '2026-11-17')).toEqual({ behind: 50, toPlan: 0, lapsed: 0 });
    expect(paceOf({ pages }, '2026-11-18')).toEqual({ behind: 20, toPlan: 0, lapsed: 30 });
  });

  test('adds up over the weeks', () => {
    const next = week({ start: '2026-11-09', end: '2026-11-15', open: 25, openUntil: '2026-11-29' });
    const pages = [week({ open: 40, displaced: [lost(10, '2026-11-17')] }), next];
    expect(paceOf({ pages }, '2026-11-10')).toEqual({ behind: 50, toPlan: 25, lapsed: 0 });
    expect(paceOf({ pages }, '2026-12-10')).toEqual({ behind: 0, toPlan: 0, lapsed: 75 });
  });
});

test('what is owed from before is that of weeks that are over', () => {
  const running = week({
    start: '2026-11-09',
    end: '2026-11-15',
    open: 25,
    displaced: [lost(15, '2026-11-30')],
    openUntil: '2026-11-29',
  });
  const pages = [week({ open: 40 }), running];
  expect(owedBefore({ pages }, '2026-11-15')).toBe(40);
  expect(owedBefore({ pages }, '2026-11-16')).toBe(80);
  expect(owedBefore({ pages }, '2026-11-08')).toBe(0);
});

test('totals are the sums of the pages', () => {
  const one = week({ delivered: 10, planned: 20, displaced: [lost(5, ''), lost(15, '')], open: 10 });
  const other = week({ mandated: 90, delivered: 1, planned: 2, displaced: [lost(3, '')], open: 84 });
  expect(totalsOf([one, other])).toEqual({
    mandated: 150,
    delivered: 11,
    planned: 22,
    displaced: 23,
    open: 94,
  });
  expect(totalsOf([])).toEqual({ mandated: 0, delivered: 0, planned: 0, displaced: 0, open: 0 });
});

test('minutes are told by what took them, the most first', () => {
  const pages = [
    week({ displaced: [lost(10, '', 'test'), lost(20, '', 'absent')] }),
    week({ displaced: [lost(15, '', 'test'), lost(90, '', 'assembly')] }),
  ];
  expect(byCause(pages)).toEqual([
    { cause: 'assembly', minutes: 90 },
    { cause: 'test', minutes: 25 },
    { cause: 'absent', minutes: 20 },
  ]);
});
