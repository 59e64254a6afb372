import { sql } from 'kysely';
import { grouped } from '../core/grouped.ts';
import type { Instant } from '../core/time.ts';
import type { Lane } from './outbox-due.ts';
import type { Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** Of those who wait, whom to take: the first so many besides some, or one person alone. */
export type Whom = { readonly most: number; readonly except: readonly string[] } | { readonly only: string };

/**
 * Locks people of a lane who have waited longest. Nobody whom another worker is at, and nobody whose message before is
 * still on its way: nobody's messages overtake one another.
 */
export const lockPeopleWaiting = async (
  trx: Trx,
  platform: Lane['platform'],
  now: Instant,
  whom: Whom,
): Promise<readonly string[]> => {
  const some =
    'only' in whom
      ? sql`member_id = ${whom.only}`
      : sql`platform is not distinct from ${platform} and not member_id = any(${[...whom.except]}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select members.id from members join (
      select member_id, min(due_at) as since, min(created_at) as created from outbox
      where state = 'queued' and due_at <= ${timestamp(now)} and ${some} and not ${isHeld} group by member_id
    ) waiting on waiting.member_id = members.id
    order by since, created limit ${'only' in whom ? 1 : whom.most} for no key update of members skip locked`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
};

/** Somebody's message is on its way, or in doubt and still to be looked for. */
const isHeld = sql`exists (select from outbox held where held.member_id = outbox.member_id
  and held.state in ('sending', 'uncertain') and held.lease_until is not null)`;

/** What waits for each of these people, whom `lockPeopleWaiting` locked, in its order. */
export const lockDueOf = async (
  trx: Trx,
  memberIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly Row<'outbox'>[]>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('member_id', 'in', [...memberIds])
    .where('state', '=', 'queued')
    .where('due_at', '<=', timestamp(now))
    // Looked at again: another may have taken one between the look before and the lock.
    .where(sql<boolean>`not ${isHeld}`)
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  return grouped(rows.map((row) => [row.member_id, row]));
};

/** When each of these people last got a message that PushIn began. */
export const lastSentTo = async (
  trx: Trx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('outbox')
    .select(['member_id', (select) => select.fn.max<Instant>('sent_at').as('at')])
    .where('member_id', 'in', [...memberIds])
    .where('state', '=', 'sent')
    .groupBy('member_id')
    .execute();
  return new Map(rows.map(({ member_id, at }) => [member_id, at]));
};

/** How often a message has come to this person since then; getting to know each other is no part of it. */
export const messagesSince = async (trx: Trx, memberId: string, since: Instant): Promise<number> => {
  const { count } = await trx
    .selectFrom('outbox')
    .select((select) => select.fn.count<string>('sent_at').distinct().as('count'))
    .where('member_id', '=', memberId)
    .where('state', '=', 'sent')
    .where('sent_at', '>=', timestamp(since))
    .where('purpose', '<>', 'invitation')
    .executeTakeFirstOrThrow();
  return Number(count);
};
