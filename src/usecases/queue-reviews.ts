import { type Instant, localTime } from '../core/time.ts';
import { addReview, pairingsToReview } from '../store/reviews.ts';
import type { Trx } from '../store/schema.ts';
import { tell } from './tell.ts';

/** Six weeks: long enough to see, short enough to change (needs 52). */
const REVIEW_EVERY = 42;

/** Every six weeks the therapist is asked whether an arrangement still makes sense. */
export const queueReviews = async (trx: Trx, now: Instant): Promise<void> => {
  // A day sooner or later does not matter here, so no school's clock is asked.
  const today = localTime(now, 'utc').date;
  for (const { pairingId, therapistId } of await pairingsToReview(trx, today, REVIEW_EVERY)) {
    const id = await addReview(trx, pairingId, today);
    if (id !== undefined) await tell(trx, { to: therapistId, purpose: 'pair-review', subjectId: id }, now);
  }
};
