import type { Allowance } from '../store/allowances.ts';

/** How much one person, and everybody who is not known yet together, may do. */
export interface ActLimits {
  readonly person: Allowance;
  readonly newcomers: Allowance;
}

/**
 * Nobody taps faster than once a second for long, and a form filled in haste is still far below. Newcomers share one
 * allowance: at a try every three seconds a code of eight letters is not found by trying.
 */
export const actLimits: ActLimits = {
  person: { burst: 60, everyMs: 1_000 },
  newcomers: { burst: 60, everyMs: 3_000 },
};
