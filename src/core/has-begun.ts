import { type Instant, instantOf, type LocalDate, type Minute } from './time.ts';

/** A visit that has begun is recorded, and not taken back any more. */
export const hasBegun = (
  visit: { readonly date: LocalDate; readonly start: Minute; readonly zone: string },
  now: Instant,
): boolean => instantOf(visit.date, visit.start, visit.zone) <= now;
