import type { Prices } from './prices.ts';

/** What a model leaves open: the week of these therapists. */
export interface Scope {
  readonly therapists: readonly number[];
  /** Where given, what therapists share has its price and may be had more than once. */
  readonly prices?: Prices;
}
