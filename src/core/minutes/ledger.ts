import type { DateSpan } from '../calendar/school-calendar.ts';
import type { Cause } from '../outcome.ts';
import { compareDates } from '../rank.ts';
import type { LocalDate } from '../time.ts';
import { type MakeUpRule, makeUpUntil } from './make-up.ts';
import { type Mandate, type MandatedPeriod, mandatedPeriods } from './mandate.ts';

export type Setting = 'push_in' | 'pull_out' | 'consult';

/** One visit, pull-out or talk, in minutes. A visit still to come, or without a word yet, is planned. */
export type Entry = { readonly date: LocalDate; readonly minutes: number; readonly setting: Setting } & (
  | { readonly status: 'planned' | 'delivered' }
  | { readonly status: 'displaced'; readonly cause: Cause }
);

interface Displaced {
  readonly date: LocalDate;
  readonly minutes: number;
  readonly cause: Cause;
  readonly setting: Setting;
  /** The last date on which they can be made up. */
  readonly until: LocalDate;
}

/** mandated = delivered + planned + displaced + open, always. */
export interface Page extends DateSpan {
  readonly mandated: number;
  readonly delivered: number;
  readonly planned: number;
  readonly displaced: readonly Displaced[];
  readonly open: number;
  /** The last date on which what stayed open can be made up. */
  readonly openUntil: LocalDate;
}

export interface Ledger {
  readonly pages: readonly Page[];
  /** Minutes beyond every mandate. They are facts too, and cover nothing. */
  readonly extra: { readonly delivered: number; readonly planned: number };
}

export interface Counted {
  readonly mandates: readonly Mandate[];
  readonly entries: readonly Entry[];
  readonly today: LocalDate;
  readonly rule: MakeUpRule;
  readonly isSchoolDay: (date: LocalDate) => boolean;
}

/** A stretch of minutes on one date that no mandate of its own period needs. */
interface Surplus {
  readonly date: LocalDate;
  readonly minutes: number;
}

/**
 * Every mandated minute in exactly one column (needs W8). Within a period what was delivered counts first, then what
 * is planned, then what was displaced; the rest is open. Minutes beyond a period's mandate make up for earlier
 * displaced or open ones, the oldest first, as long as the organization's rule lets them.
 */
export const ledgerOf = ({ mandates, entries, today, rule, isSchoolDay }: Counted): Ledger => {
  const sorted = [...entries].sort((a, b) => compareDates(a.date, b.date));
  const last = sorted.at(-1)?.date ?? today;
  const horizon = last > today ? last : today;
  const periods = mandatedPeriods(mandates, horizon, isSchoolDay);
  const drafts = periods.map((period) => draftPage(period, sorted, rule));
  const outside = sorted.filter(({ date }) => !periods.some((period) => isIn(period, date)));
  const extra = { delivered: 0, planned: 0 };
  for (const status of ['delivered', 'planned'] as const) {
    const surplus = [
      ...outside.filter((entry) => entry.status === status),
      ...drafts.flatMap((page) => page.surplus[status]),
    ];
    for (const some of surplus) extra[status] += some.minutes - makeUp(drafts, some, status);
  }
  return { pages: drafts.map(({ surplus: _, ...page }) => page), extra };
};

interface Draft extends Page {
  delivered: number;
  planned: number;
  displaced: Displaced[];
  open: number;
  readonly surplus: Readonly<Record<'delivered' | 'planned', Surplus[]>>;
}

const draftPage = (period: MandatedPeriod, entries: readonly Entry[], rule: MakeUpRule): Draft => {
  const inside = entries.filter(({ date }) => isIn(period, date));
  const delivered = fill(
    period.mandated,
    inside.filter(({ status }) => status === 'delivered'),
  );
  const planned = fill(
    delivered.left,
    inside.filter(({ status }) => status === 'planned'),
  );
  const displaced: Displaced[] = [];
  let open = planned.left;
  // From the latest back: what was made up for is the oldest.
  for (const entry of inside.toReversed()) {
    if (entry.status !== 'displaced' || open === 0) continue;
    const minutes = Math.min(open, entry.minutes);
    const { date, cause, setting } = entry;
    displaced.unshift({ date, minutes, cause, setting, until: makeUpUntil(date, rule) });
    open -= minutes;
  }
  return {
    ...period,
    delivered: delivered.filled,
    planned: planned.filled,
    displaced,
    open,
    openUntil: makeUpUntil(period.end, rule),
    surplus: { delivered: delivered.surplus, planned: planned.surplus },
  };
};

/** The earliest entries fill what is asked for; what is over keeps its date. */
const fill = (asked: number, entries: readonly Surplus[]) => {
  let left = asked;
  const surplus: Surplus[] = [];
  for (const { date, minutes } of entries) {
    const used = Math.min(left, minutes);
    left -= used;
    if (minutes > used) surplus.push({ date, minutes: minutes - used });
  }
  return { filled: asked - left, left, surplus };
};

/** How many of these minutes found something to make up for. */
const makeUp = (
  pages: readonly Draft[],
  { date, minutes }: Surplus,
  status: 'delivered' | 'planned',
): number => {
  let left = minutes;
  for (const page of pages) {
    if (page.end >= date) break;
    page.displaced = page.displaced.flatMap((one) => {
      const used = one.until >= date ? Math.min(left, one.minutes) : 0;
      left -= used;
      page[status] += used;
      return used === one.minutes ? [] : [{ ...one, minutes: one.minutes - used }];
    });
    const used = page.openUntil >= date ? Math.min(left, page.open) : 0;
    left -= used;
    page[status] += used;
    page.open -= used;
  }
  return minutes - left;
};

const isIn = ({ start, end }: DateSpan, date: LocalDate): boolean => start <= date && date <= end;
