import type { ActivityKind } from '../activity-kind.ts';
import type { Instant, Span } from '../time.ts';
import type { DateSpan } from './school-calendar.ts';

/** A one-off change to what the calendar and the routine say. The latest word wins. */
export interface Change {
  readonly id: string;
  readonly scope: Scope;
  /** Each school day of these. */
  readonly dates: DateSpan;
  readonly what: What;
  /** A member's id. */
  readonly saidBy: string;
  readonly saidAt: Instant;
  readonly undone?: { readonly by: string; readonly at: Instant };
}

/** Whom it concerns. */
export type Scope =
  | { readonly of: 'class'; readonly classroomId: string }
  | { readonly of: 'grade'; readonly schoolId: string; readonly grade: string }
  | { readonly of: 'school'; readonly schoolId: string };

/** By the clock, by a period of that date's bell schedule, or from the first bell to the last. */
export type When = Span | { readonly period: string } | 'all day';

export type What =
  /** "Testing 9–11", "field trip all day". */
  | { readonly do: 'add'; readonly when: When; readonly kind: ActivityKind; readonly withStudents: boolean }
  /** Whatever was to happen then does not; what happens instead is not known. `kind`: as it was said. */
  | { readonly do: 'cancel'; readonly when: When; readonly kind?: ActivityKind }
  /** What was to happen then happens at another time of the same date. */
  | { readonly do: 'move'; readonly from: When; readonly to: When; readonly kind?: ActivityKind }
  /** Somebody else has the class: its teacher is not there. */
  | { readonly do: 'substitute'; readonly when: When }
  /** For a school only: "two-hour delay tomorrow", "early release Friday", a make-up day. */
  | { readonly do: 'day-type'; readonly dayType: string }
  /** For a school only: a snow day. */
  | { readonly do: 'close'; readonly name: string };
