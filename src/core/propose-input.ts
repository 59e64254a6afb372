import type { ActivityKind } from './activity-kind.ts';
import type { ClassDay } from './class-day.ts';
import type { FocusArea } from './focus-area.ts';
import type { LocalDate, LocalTime, Span } from './time.ts';
import type { Timetable } from './timetable.ts';

/** What one pairing still has to get done this week. */
export interface Need {
  readonly pairingId: string;
  readonly classroomId: string;
  readonly focuses: readonly FocusArea[];
  /** Length of one visit. */
  readonly minutes: number;
  /** Visits still missing this week. */
  readonly missing: number;
  readonly classDay: ClassDay;
  /** In which activities the teacher likes company; left out where she has not said. */
  readonly glad?: readonly ActivityKind[];
}

/** A visit that already stands, of any therapist in the class or of this therapist anywhere. */
export interface Taken extends Span {
  readonly classroomId: string;
  readonly therapistBusy: boolean;
  readonly date: LocalDate;
  /** Whose wall clock its date and times are of; the class's own when left out. */
  readonly zone?: string;
}

export interface ProposeInput {
  readonly needs: readonly Need[];
  readonly dates: readonly LocalDate[];
  readonly therapist: Timetable;
  readonly taken: readonly Taken[];
  readonly now: LocalTime;
  readonly limit: number;
}
