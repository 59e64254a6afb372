import type { Span, Weekday } from '../time.ts';
import type { DateSpan } from './school-calendar.ts';

/** A person is not at work: on whole dates, or on a part of each of them. */
export interface Absence extends DateSpan {
  readonly part?: Span;
}

/** When a part-time person, or one of several schools, is there: the whole school day or a part of it. */
export interface Shift {
  readonly weekdays: readonly Weekday[];
  readonly part?: Span;
}
