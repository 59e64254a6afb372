import { HOUR, type LocalDate, localTime } from '../core/time.ts';
import type { Clock } from '../ports/clock.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';
import { take } from '../store/allowances.ts';
import { forgetOldKeys } from '../store/inbox.ts';
import { forgetOldRows } from '../store/old-rows.ts';
import { allOrganizations } from '../store/organizations.ts';
import { takeUpMandates } from '../store/pairing-mandates.ts';
import type { Db } from '../store/schema.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';
import { mindTheBell } from './bell/mind-the-bell.ts';
import { expireVisits } from './expire-visits.ts';
import { queueParaVisits } from './paras/para-visits.ts';
import { queuePreferences } from './preferences.ts';
import { queueAsks } from './queue-asks.ts';
import { queueChecks } from './queue-checks.ts';
import { queueIntentions } from './queue-intentions.ts';
import { queueOutcomes } from './queue-outcomes.ts';
import { queuePrebriefs } from './queue-prebriefs.ts';
import { queueReviews } from './queue-reviews.ts';
import { queueStrategyReviews } from './queue-strategy-reviews.ts';
import { queueTouchBases } from './queue-touch-bases.ts';
import { endForgottenPlans } from './week-plan/end-forgotten-plans.ts';

interface TickDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly sendDue: () => Promise<unknown>;
}

/** A little less than a day, so that it is due again the next night however the ticks fall. */
const NIGHTLY = { burst: 1, everyMs: 20 * HOUR };

/**
 * One look at everything that may be due. It compares what should be with what is, so a tick that was missed,
 * doubled, or ran on two instances at once changes nothing but the moment.
 */
export const createTick = ({ db, clock, log, sendDue }: TickDeps) => {
  const tidied = new Map<string, LocalDate>();

  /** Whichever instance is first; a night that was missed is made up for by the next tick. */
  const forgetOnceADay = async (organizationId: string): Promise<void> => {
    const now = clock.now();
    const { date } = localTime(now, 'utc');
    if (tidied.get(organizationId) === date) return;
    const gone = await withOrganization(db, organizationId, async (trx) =>
      (await take(trx, 'retention', NIGHTLY, 1, now)).count > 0 ? forgetOldRows(trx, now) : {},
    );
    tidied.set(organizationId, date);
    if (Object.keys(gone).length > 0) log.info({ organizationId, ...gone }, 'old rows forgotten');
  };

  return async (): Promise<void> => {
    const organizations = await asScheduler(db, allOrganizations);
    for (const organizationId of organizations) {
      try {
        await withOrganization(db, organizationId, async (trx) => {
          const now = clock.now();
          await mindTheBell(trx, now);
          await expireVisits(trx, now);
          await endForgottenPlans(trx, now);
          await takeUpMandates(trx, now);
          await queueOutcomes(trx, now);
          await queueChecks(trx, now);
          await queueReviews(trx, now);
          await queueStrategyReviews(trx, now);
          await queueTouchBases(trx, now);
          await queueIntentions(trx, now);
          await queuePrebriefs(trx, now);
          await queueParaVisits(trx, now);
          await queuePreferences(trx, now);
          await forgetOldKeys(trx, now);
          await queueAsks(trx, now);
        });
        await forgetOnceADay(organizationId);
      } catch (error) {
        // One organization's trouble must not silence the others.
        log.error({ organizationId, ...faultFields(error) }, 'tick failed');
      }
    }
    await sendDue();
  };
};
