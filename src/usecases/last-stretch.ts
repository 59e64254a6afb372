import { lastWindowBefore, MOMENT_MINUTES } from '../core/last-window.ts';
import { addDays, type Instant, instantOf, localTime } from '../core/time.ts';
import { memberById } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';

/**
 * When somebody's last stretch without students begins today, where what can wait comes together as one message; now
 * once it has begun or when there is none.
 */
export const lastStretchToday = async (
  trx: Trx,
  memberId: string,
  zone: string,
  now: Instant,
): Promise<Instant> => {
  const { date } = localTime(now, zone);
  const timetable = await timetableOf(trx, await memberById(trx, memberId), date, addDays(date, 1));
  const midnight = instantOf(addDays(date, 1), 0, zone);
  return Math.max(now, lastWindowBefore(timetable, midnight, MOMENT_MINUTES) ?? now);
};
