import { DAY, type Instant } from '../core/time.ts';
import type { Trx } from '../store/schema.ts';
import { overAndUnasked } from '../store/visit-outcomes.ts';
import { tell } from './tell.ts';

/** Older ones wait in “log”: a question about last week is a chore, not a tap. */
const ASK_WITHIN = 3 * DAY;

/** When a visit is over, its therapist is asked how it went, in her next free minute (needs 48). */
export const queueOutcomes = async (trx: Trx, now: Instant): Promise<void> => {
  for (const visit of await overAndUnasked(trx, now - ASK_WITHIN, now))
    await tell(
      trx,
      { to: visit.therapistId, purpose: 'visit-outcome', subjectId: visit.id, usefulUntil: now + ASK_WITHIN },
      now,
    );
};
