import type { ActivityKind } from '../activity-kind.ts';
import type { Discipline } from '../people.ts';

/**
 * One concrete thing to do in a classroom, in at most 75 characters (a choice in a form holds no more). Meant to be
 * read and corrected by therapists: whoever knows a better one changes the line.
 */
export interface Move {
  readonly words: string;
  /** Left out: in any activity. */
  readonly at?: readonly ActivityKind[];
  /** Left out: whoever comes. */
  readonly by?: readonly Discipline[];
}
