import { DAY, type Instant, localTime } from '../core/time.ts';
import { schoolNow } from '../store/calendars.ts';
import { memberById } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { uncheckedSince } from '../store/strategies.ts';
import { hasEffortLeft } from './effort.ts';
import { lastStretch } from './last-stretch.ts';
import { tell } from './tell.ts';

/** Time to try it once or twice (needs 58). */
const CHECK_AFTER = 4 * DAY;

/** A few days after something to try was shared, its readers are asked once; in a full week it waits for the next. */
export const queueChecks = async (trx: Trx, now: Instant): Promise<void> => {
  for (const { strategyId, memberId } of await uncheckedSince(trx, now - CHECK_AFTER)) {
    const member = await memberById(trx, memberId);
    const { zone } = await schoolNow(trx, member.schoolId, now);
    if (!(await hasEffortLeft(trx, memberId, localTime(now, zone).date, zone))) continue;
    const notBefore = await lastStretch(trx, memberId, zone, now);
    await tell(trx, { to: memberId, purpose: 'strategy-check', subjectId: strategyId, notBefore }, now);
  }
};
