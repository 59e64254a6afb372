import { type Instant, instantOf, type LocalDate, type Minute } from './time.ts';

interface Timed {
  readonly date: LocalDate;
  readonly start: Minute;
  readonly zone: string;
}

export const beginsAt = ({ date, start, zone }: Timed): Instant => instantOf(date, start, zone);

/** A visit that has begun is recorded, and not taken back any more. */
export const hasBegun = (visit: Timed, now: Instant): boolean => beginsAt(visit) <= now;
