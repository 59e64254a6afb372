import type { Instant } from '../core/time.ts';
import { cancelQueued } from '../store/outbox.ts';
import type { Trx } from '../store/schema.ts';
import { heldTooLong } from '../store/visit-bundles.ts';
import { settleVisit, unansweredBefore } from '../store/visits.ts';
import { refreshVisit, spreadVisit } from './spread-visit.ts';

/** A time nobody said yes to begins: the room is free again, and the therapist knows not to come. */
export const expireVisits = async (trx: Trx, now: Instant): Promise<void> => {
  for (const visit of await unansweredBefore(trx, now)) {
    if (!(await settleVisit(trx, visit.id, ['proposed'], 'expired'))) continue;
    await cancelQueued(trx, visit.id, 'the time has come');
    await spreadVisit({ trx, now }, visit, 'therapist');
  }
  // A swap nobody decided on frees its room without a sound: the card that held it says so.
  for (const visit of await heldTooLong(trx, now)) {
    if (!(await settleVisit(trx, visit.id, ['held'], 'expired'))) continue;
    await refreshVisit(trx, visit);
  }
};
