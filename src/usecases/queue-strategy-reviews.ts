import { type Instant, localTime } from '../core/time.ts';
import type { Trx } from '../store/schema.ts';
import { reviewStrategyOn, strategiesToReview } from '../store/strategies.ts';
import { tell } from './tell.ts';

/** On its day, whoever shared something to try is asked once whether it is still needed (needs 41). */
export const queueStrategyReviews = async (trx: Trx, now: Instant): Promise<void> => {
  // A day sooner or later does not matter here, so no school's clock is asked.
  const today = localTime(now, 'utc').date;
  for (const { id, madeBy, reviewOn } of await strategiesToReview(trx, today)) {
    await tell(
      trx,
      { to: madeBy, purpose: 'strategy-review', subjectId: id, occasion: String(reviewOn) },
      now,
    );
    await reviewStrategyOn(trx, id, undefined);
  }
};
