import type { Platform } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

export interface Intent {
  /** Purpose, subject, person, occasion: the same intent queued twice is queued once. */
  readonly key: string;
  readonly memberId: string;
  readonly purpose: string;
  readonly subjectId: string;
  readonly notBefore: Instant;
  readonly due: Instant;
  /** Past this instant the message is not worth sending any more. */
  readonly usefulUntil: Instant;
}

const toRow = (intent: Intent, now: Instant) => ({
  key: intent.key,
  member_id: intent.memberId,
  purpose: intent.purpose,
  subject_id: intent.subjectId,
  not_before: new Date(intent.notBefore),
  due_at: new Date(intent.due),
  useful_until: new Date(intent.usefulUntil),
  created_at: new Date(now),
});

const withNews = new WeakSet<Trx>();

/** Whether this transaction left something to send or to change; then it pays to look at once. */
export const hasNews = (trx: Trx): boolean => withNews.has(trx);

/** Once per intent, however often it is wanted; one that was cancelled and is wanted again waits again. */
export const queue = async (trx: Trx, intent: Intent, now: Instant): Promise<void> => {
  withNews.add(trx);
  const row = toRow(intent, now);
  const { not_before, due_at, useful_until } = row;
  await trx
    .insertInto('outbox')
    .values((insert) => ({
      ...row,
      // Where it will most likely go; looked at again when it goes.
      platform: insert
        .selectFrom('addresses')
        .select('platform')
        .where('member_id', '=', intent.memberId)
        .where('reachable', '=', true)
        .orderBy('seen_at', 'desc')
        .limit(1),
    }))
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'key'])
        .doUpdateSet({ state: 'queued', reason: null, attempts: 0, not_before, due_at, useful_until })
        .where('outbox.state', '=', 'cancelled'),
    )
    .execute();
};

/** No student-free window before `usefulUntil`: kept with its reason, never sent late. */
export const recordExpired = async (
  trx: Trx,
  intent: Intent,
  reason: string,
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('outbox')
    .values({ ...toRow(intent, now), state: 'expired', reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** A card that reached the person as the answer to a tap: kept so that it can change in place later. */
export const recordShown = async (
  trx: Trx,
  intent: Intent,
  shown: { platform: Platform; message: Readonly<Record<string, string>> },
  now: Instant,
): Promise<void> => {
  await trx
    .insertInto('outbox')
    .values({
      ...toRow(intent, now),
      state: 'sent',
      platform: shown.platform,
      message: JSON.stringify(shown.message),
      sent_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Every card about this subject, also one on its way just now, is to say what is true; unsent ones are composed later anyway. */
export const refresh = async (
  trx: Trx,
  subjectId: string,
  except?: Readonly<Record<string, string>>,
): Promise<void> => {
  withNews.add(trx);
  await trx
    .updateTable('outbox')
    .set({ stale: true })
    .where('subject_id', '=', subjectId)
    .where((where) => {
      const sent = where.and([where('state', '=', 'sent'), where('message', 'is not', null)]);
      const others = except
        ? where.and([sent, where('message', '!=', JSON.stringify(except) as never)])
        : sent;
      return where.or([where('state', 'in', ['sending', 'uncertain']), others]);
    })
    .execute();
};

/** The next instant later than `after` at which something falls due, over all organizations; needs `asScheduler`. */
export const nextDue = async (trx: Trx, after: Instant = 0): Promise<Instant | undefined> => {
  const row = await trx
    .selectFrom('outbox')
    .select('due_at')
    .where('state', '=', 'queued')
    .where('due_at', '>', timestamp(after))
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
};

/** A person's week changed, or they asked for later: a message that waits gets another minute. */
export const postpone = async (trx: Trx, id: string, due: Instant, reason: string): Promise<void> => {
  withNews.add(trx);
  await trx
    .updateTable('outbox')
    .set({ due_at: new Date(due), reason })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
};

/** Unsent messages about a subject that has settled otherwise. */
export const cancelQueued = async (trx: Trx, subjectId: string, reason: string): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({ state: 'cancelled', reason })
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'queued')
    .execute();
};

/** The same, of what waits for one person only. */
export const cancelQueuedFor = async (
  trx: Trx,
  subjectId: string,
  memberId: string,
  reason: string,
): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({ state: 'cancelled', reason })
    .where('subject_id', '=', subjectId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'queued')
    .execute();
};

/** Whether this person has a card about the subject that will change in place. */
export const wasShown = async (trx: Trx, subjectId: string, memberId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('outbox')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'sent')
    .where('message', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
};

/** Who was sent something about one of these, or is being sent it now. */
export const membersTold = async (
  trx: Trx,
  purpose: string,
  subjectIds: readonly string[],
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('outbox')
    .select('member_id')
    .distinct()
    .where('purpose', '=', purpose)
    .where('subject_id', 'in', [...subjectIds])
    .where('state', 'in', ['sent', 'sending', 'uncertain'])
    .execute();
  return rows.map((row) => row.member_id);
};

/** Who has something waiting. */
export const membersWaiting = async (trx: Trx): Promise<string[]> => {
  const rows = await trx
    .selectFrom('outbox')
    .select('member_id')
    .distinct()
    .where('state', '=', 'queued')
    .execute();
  return rows.map((row) => row.member_id);
};

/** What still waits for this member's next student-free minute. */
export const queuedFor = (trx: Trx, memberId: string) =>
  trx
    .selectFrom('outbox')
    .select(['id', 'not_before', 'due_at', 'useful_until'])
    .where('member_id', '=', memberId)
    .where('state', '=', 'queued')
    .execute();

/** How often this person was told something of that kind about the subject: what waits still will be told with the next. */
export const timesTold = async (
  trx: Trx,
  purpose: string,
  subjectId: string,
  memberId: string,
): Promise<number> => {
  const rows = await trx
    .selectFrom('outbox')
    .select('id')
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('member_id', '=', memberId)
    .where('state', '!=', 'queued')
    .execute();
  return rows.length;
};

/** How many messages of these purposes come, or came, to this member from that instant on, if not taken back. */
export const queuedSince = async (
  trx: Trx,
  memberId: string,
  purposes: readonly string[],
  since: Instant,
): Promise<number> => {
  const rows = await trx
    .selectFrom('outbox')
    .select('id')
    .where('member_id', '=', memberId)
    .where('purpose', 'in', [...purposes])
    .where('due_at', '>=', timestamp(since))
    .where('state', 'not in', ['cancelled', 'expired'])
    .execute();
  return rows.length;
};
