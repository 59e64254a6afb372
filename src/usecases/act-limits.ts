import type { Allowance } from '../store/allowances.ts';

/** How much one person, everybody who is not known yet together, and a whole organization may do. */
export interface ActLimits {
  readonly person: Allowance;
  readonly newcomers: Allowance;
  readonly organization: Allowance;
}

/**
 * Nobody taps faster than once a second for long, and a form filled in haste is still far below. Newcomers share one
 * allowance: at a try every three seconds a code of eight letters is not found by trying. A district of thousands that
 * answers before the bell stays far below twenty acts a second.
 */
export const actLimits: ActLimits = {
  person: { burst: 60, everyMs: 1_000 },
  newcomers: { burst: 60, everyMs: 3_000 },
  organization: { burst: 2_000, everyMs: 50 },
};
