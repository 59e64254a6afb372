import type { LocalDate, Weekday } from '../time.ts';

/** A day as somebody names it. A weekday alone is settled later, when the time is known. */
export type DateSaid =
  | { readonly is: 'date'; readonly date: LocalDate }
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly week: 'coming' | 'this' | 'next' | 'last' }
  | { readonly is: 'none' };

export interface DateFound {
  readonly said: DateSaid;
  readonly from: number;
  readonly to: number;
}
