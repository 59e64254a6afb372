import type { Instant } from '../core/time.ts';
import { cancelQueued, refresh, wasShown } from '../store/outbox.ts';
import type { Trx } from '../store/schema.ts';
import { settleVisit, unansweredBefore } from '../store/visits.ts';
import { tell } from './tell.ts';

/** A time nobody said yes to begins: the room is free again, and the therapist knows not to come. */
export const expireVisits = async (trx: Trx, now: Instant): Promise<void> => {
  for (const visit of await unansweredBefore(trx, now)) {
    if (!(await settleVisit(trx, visit.id, ['proposed'], 'expired'))) continue;
    await cancelQueued(trx, visit.id, 'the time has come');
    await refresh(trx, visit.id);
    if (await wasShown(trx, visit.id, visit.therapistId)) continue;
    await tell(
      trx,
      { to: visit.therapistId, purpose: 'visit-status', subjectId: visit.id, occasion: 'expired' },
      now,
    );
  }
};
