import { type Instant, MINUTE } from '../../core/time.ts';
import { refresh } from '../../store/outbox.ts';
import type { Trx } from '../../store/schema.ts';
import { endImproving } from '../../store/week-plans.ts';

/** Much longer than anybody thinks about a week, also when others are before it. */
const FORGOTTEN_AFTER = 10 * MINUTE;

/** A process that ended while it thought leaves its card saying so: from here on it says what was found. */
export const endForgottenPlans = async (trx: Trx, now: Instant): Promise<void> => {
  for (const id of await endImproving(trx, now - FORGOTTEN_AFTER)) await refresh(trx, id);
};
