import { isWorthAMessage, mayStayAway } from '../../core/effort.ts';
import type { Member } from '../../core/people.ts';
import { nextOpen, openStretches } from '../../core/quiet-hours.ts';
import { type Instant, instantOf, localTime, mondayOf } from '../../core/time.ts';
import type { Timetable } from '../../core/timetable.ts';
import { messagesSince } from '../../store/outbox-waiting.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { letGo, wait } from './put-off.ts';

/** Whether these may make a message in a teacher's or para's week, or have to wait for one that comes anyway. */
export const hasRoom = async (
  trx: Trx,
  me: Member,
  rows: readonly Row<'outbox'>[],
  { school: { zone } }: Timetable,
  now: Instant,
): Promise<boolean> => {
  if (me.role !== 'teacher' && me.role !== 'para') return true;
  const purposes = rows.map(({ purpose }) => purpose);
  if (!purposes.every(mayStayAway)) return true;
  const monday = instantOf(mondayOf(localTime(now, zone).date), 0, zone);
  return isWorthAMessage(purposes, await messagesSince(trx, me.id, monday));
};

/** Looked at again when the next free stretch begins; what is of no use by then stays away. */
export const waitForCompany = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  timetable: Timetable,
  now: Instant,
): Promise<void> => {
  const { date } = localTime(now, timetable.school.zone);
  const stretch = openStretches(timetable, date).find(({ start, end }) => start <= now && now < end);
  for (const row of rows) {
    const due = nextOpen(timetable, stretch?.end ?? now + 1, row.useful_until);
    if (due === undefined) await letGo(trx, [row], 'expired', 'enough for this week', now);
    else await wait(trx, [row], due, 'enough for this week');
  }
};
