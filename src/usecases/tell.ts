import { nextOpen } from '../core/quiet-hours.ts';
import { addDays, DAY, type Instant, localTime } from '../core/time.ts';
import { memberById } from '../store/members.ts';
import { queue, recordExpired } from '../store/outbox.ts';
import type { Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import type { Purpose } from './compose.ts';

interface Message {
  readonly to: string;
  readonly purpose: Purpose;
  /** The pairing, ask, visit … it is about. */
  readonly subjectId: string;
  /** Tells two messages of one purpose, subject and person apart, e.g. the first and the second asking. */
  readonly occasion?: string;
  /** Not before this instant; now when left out. */
  readonly notBefore?: Instant;
  readonly usefulUntil?: Instant;
}

/** News nobody could be told for two weeks is history. */
const USEFUL_DAYS = 14;

/**
 * Queues a message for the person's next student-free minute and says when that is; undefined when there is
 * none while it would still be of use.
 */
export const tell = async (trx: Trx, message: Message, now: Instant): Promise<Instant | undefined> => {
  const usefulUntil = message.usefulUntil ?? now + USEFUL_DAYS * DAY;
  const after = Math.max(now, message.notBefore ?? now);
  const due = await nextOpenFor(trx, message.to, after, usefulUntil);
  const intent = {
    key: [message.purpose, message.subjectId, message.to, message.occasion ?? ''].join(':'),
    memberId: message.to,
    purpose: message.purpose,
    subjectId: message.subjectId,
    notBefore: after,
    due: due ?? after,
    usefulUntil,
  };
  if (due === undefined) await recordExpired(trx, intent, 'no student-free minute in time', now);
  else await queue(trx, intent, now);
  return due;
};

/** The member's next student-free minute from `after`, if there is one before `before`. */
export const nextOpenFor = async (
  trx: Trx,
  memberId: string,
  after: Instant,
  before: Instant,
): Promise<Instant | undefined> => {
  const member = await memberById(trx, memberId);
  // Two weeks of dates cover every `usefulUntil`; the zone only shifts the edges by a day.
  const from = addDays(localTime(after, 'utc').date, -1);
  const timetable = await timetableOf(trx, member, from, addDays(from, USEFUL_DAYS + 2));
  return nextOpen(timetable, after, before);
};
