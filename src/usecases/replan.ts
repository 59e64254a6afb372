import type { Member } from '../core/people.ts';
import { nextOpen } from '../core/quiet-hours.ts';
import { addDays, type Instant, localTime } from '../core/time.ts';
import { postpone, queuedFor } from '../store/outbox.ts';
import { askAtNextTick } from '../store/outbox-bell.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';

/** The farthest a queued message can lie ahead (see tell.ts). */
const AHEAD_DAYS = 16;

/** A person's week changed: what waits for their next free minute is given the new one, sooner or later. */
export const replanQueued = async (trx: Trx, member: Member, now: Instant): Promise<void> => {
  await askAtNextTick(trx, [member.id]);
  const waiting = await queuedFor(trx, member.id);
  if (waiting.length === 0) return;
  const from = addDays(localTime(now, 'utc').date, -1);
  const timetable = await timetableOf(trx, member, from, addDays(from, AHEAD_DAYS));
  for (const row of waiting) {
    const due = nextOpen(timetable, Math.max(now, row.not_before), row.useful_until);
    if (due !== undefined && due !== row.due_at) await postpone(trx, row.id, due, 'the week changed');
  }
};
