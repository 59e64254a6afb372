import type { Cause } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import type { Ledger, Page } from './ledger.ts';

/** Where a pair stands. It counts; what follows from it is the child's team's to decide. */
export interface Pace {
  /** Displaced, or left open by a period that is over, and still within the time to make them up. */
  readonly behind: number;
  /** This period's minutes without a visit yet. */
  readonly toPlan: number;
  /** Past the time to make them up. */
  readonly lapsed: number;
}

export const paceOf = ({ pages }: Pick<Ledger, 'pages'>, today: LocalDate): Pace => {
  let [behind, toPlan, lapsed] = [0, 0, 0];
  for (const page of pages.filter(({ start }) => start <= today)) {
    for (const { minutes, until } of page.displaced) {
      if (until >= today) behind += minutes;
      else lapsed += minutes;
    }
    if (page.end >= today) toPlan += page.open;
    else if (page.openUntil >= today) behind += page.open;
    else lapsed += page.open;
  }
  return { behind, toPlan, lapsed };
};

/** Minutes of periods that are over and can still be made up: visits beyond this period's own. */
export const owedBefore = ({ pages }: Pick<Ledger, 'pages'>, today: LocalDate): number =>
  paceOf({ pages: pages.filter(({ end }) => end < today) }, today).behind;

export interface Totals {
  readonly mandated: number;
  readonly delivered: number;
  readonly planned: number;
  readonly displaced: number;
  readonly open: number;
}

export const totalsOf = (pages: readonly Page[]): Totals => {
  const sum = (of: (page: Page) => number) => pages.reduce((total, page) => total + of(page), 0);
  return {
    mandated: sum(({ mandated }) => mandated),
    delivered: sum(({ delivered }) => delivered),
    planned: sum(({ planned }) => planned),
    displaced: sum(displacedIn),
    open: sum(({ open }) => open),
  };
};

const displacedIn = ({ displaced }: Page): number =>
  displaced.reduce((total, { minutes }) => total + minutes, 0);

/** Minutes lost by cause, the most first (needs, pain 9). */
export const byCause = (pages: readonly Page[]): { cause: Cause; minutes: number }[] => {
  const minutes = new Map<Cause, number>();
  for (const one of pages.flatMap(({ displaced }) => displaced))
    minutes.set(one.cause, (minutes.get(one.cause) ?? 0) + one.minutes);
  return [...minutes]
    .map(([cause, total]) => ({ cause, minutes: total }))
    .sort((a, b) => b.minutes - a.minutes);
};
