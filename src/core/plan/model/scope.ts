import type { Prices } from './prices.ts';

/** What a model leaves open: the week of these therapists. */
export interface Scope {
  readonly therapists: readonly number[];
  readonly prices?: Prices;
  /** Whether what therapists share is only priced, and may be had more than once. */
  readonly isShared?: boolean;
}
