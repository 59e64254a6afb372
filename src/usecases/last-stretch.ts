import { lastWindowAhead } from '../core/last-window.ts';
import { addDays, type Instant, localTime } from '../core/time.ts';
import { memberById } from '../store/members.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';

/** A long weekend, and a day for the zone. */
const AHEAD_DAYS = 6;

/** When somebody's last stretch without students begins today, or on their next day at school; now where there is none. */
export const lastStretch = async (
  trx: Trx,
  memberId: string,
  zone: string,
  now: Instant,
): Promise<Instant> => {
  const { date } = localTime(now, zone);
  const member = await memberById(trx, memberId);
  const timetable = await timetableOf(trx, member, addDays(date, -1), addDays(date, AHEAD_DAYS));
  return lastWindowAhead(timetable, now) ?? now;
};
