import type { Caseload } from '../core/plan/caseload.ts';
import type { PlannedWeek } from '../core/week-plan/planned-week.ts';

interface Watch {
  /** Called with each better week, and when more is proven about the best one. */
  readonly onBetter: (read: () => PlannedWeek) => void;
  readonly signal: AbortSignal;
}

/** Thinks longer about a week than an answer may take, beside everything else this process does. */
export interface Planner {
  /** The best week found, when it is proven best, the time is up, or the signal comes. */
  improve(caseload: Caseload, watch: Watch): Promise<PlannedWeek>;
}
