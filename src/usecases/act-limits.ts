import type { Allowance } from '../store/allowances.ts';

/** How much may be done by one person, by one who is not known yet, by all of those together, and by a whole organization. */
export interface ActLimits {
  readonly person: Allowance;
  readonly newcomer: Allowance;
  readonly newcomers: Allowance;
  readonly organization: Allowance;
}

/**
 * Nobody taps faster than once a second for long, and a form filled in haste is still far below. Newcomers share one
 * allowance: at a try every three seconds a code of eight letters is not found by trying. One of them leaves most of it to
 * the others. A district of thousands that answers before the bell stays far below twenty acts a second.
 */
export const actLimits: ActLimits = {
  person: { burst: 60, everyMs: 1_000 },
  newcomer: { burst: 20, everyMs: 15_000 },
  newcomers: { burst: 60, everyMs: 3_000 },
  organization: { burst: 2_000, everyMs: 50 },
};
