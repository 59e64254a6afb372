import type { LocalDate, LocalTime, Minute, Weekday } from '../../time.ts';
import type { DateSaid } from '../date-found.ts';
import type { TimeFound } from '../time-at.ts';

/** Indexes of tokens, the last excluded. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Both days included. */
export interface DatesFound extends Place {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** One thing a text says about time. */
export type Mention = Place &
  (
    | { readonly is: 'day'; readonly said: DateSaid }
    | { readonly is: 'days'; readonly first: LocalDate; readonly last: LocalDate }
    | { readonly is: 'clock'; readonly time: TimeFound }
    | {
        readonly is: 'part';
        readonly start: Minute;
        readonly end: Minute;
        readonly point: boolean;
        readonly today: boolean;
      }
    | {
        readonly is: 'moment';
        readonly start: LocalTime;
        readonly end: LocalTime | undefined;
        readonly clock: boolean;
      }
    | { readonly is: 'length'; readonly minutes: Minute }
    | { readonly is: 'repeat'; readonly weekdays: readonly Weekday[]; readonly everyWeeks: number }
    | { readonly is: 'bell'; readonly start: Minute | undefined; readonly end: Minute | undefined }
  );
