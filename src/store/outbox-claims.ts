import { sql } from 'kysely';
import type { Platform } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { OutboxState, Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/** What a due row wants done: sent, looked up because nobody knows whether it was, or changed in place. */
export type Errand = 'send' | 'look' | 'edit';

/** One kind of work for one tenant; the platforms count each by itself. */
export interface Lane {
  readonly organizationId: string;
  readonly platform: Platform | null;
  readonly errand: Errand;
}

export interface DueRow extends Lane {
  readonly id: string;
  readonly memberId: string;
}

/**
 * What is due over all organizations, oldest first, leaving out lanes that are closed for now and people whose
 * message before is still on its way; needs `asScheduler`.
 */
export const dueRows = async (
  trx: Trx,
  now: Instant,
  limit: number,
  closed: readonly Lane[] = [],
): Promise<DueRow[]> => {
  const isOpen = (errand: Errand) => {
    const pairs = closed
      .filter((lane) => lane.errand === errand)
      .map(({ organizationId, platform }) => sql`(${organizationId}::uuid, ${platform ?? 'none'})`);
    return pairs.length === 0
      ? sql`true`
      : sql`(organization_id, coalesce(platform, 'none')) not in (${sql.join(pairs)})`;
  };
  const until = timestamp(now);
  const found = await sql<DueRow>`
    select organization_id as "organizationId", id, member_id as "memberId", platform, errand from (
      (select organization_id, id, member_id, platform, 'send' as errand, due_at as since, created_at from outbox o
        where state = 'queued' and due_at <= ${until} and ${isOpen('send')} and not exists (
          select from outbox held where held.organization_id = o.organization_id and held.member_id = o.member_id
          and held.state in ('sending', 'uncertain') and held.lease_until is not null)
        order by due_at, created_at limit ${limit})
      union all
      (select organization_id, id, member_id, platform, 'look', lease_until, created_at from outbox
        where lease_until <= ${until} and state in ('sending', 'uncertain') and ${isOpen('look')}
        order by lease_until limit ${limit})
      union all
      (select organization_id, id, member_id, platform, 'edit', due_at, created_at from outbox
        where stale and state = 'sent' and lease_until is null and ${isOpen('edit')}
        order by due_at limit ${limit})
      union all
      (select organization_id, id, member_id, platform, 'edit', lease_until, created_at from outbox
        where lease_until <= ${until} and state = 'sent' and ${isOpen('edit')}
        order by lease_until limit ${limit})
    ) due order by errand <> 'look', since, created_at limit ${limit}`.execute(trx);
  return found.rows;
};

/** The next instant after `now` at which anything falls due or a lease runs out; needs `asScheduler`. */
export const nextMoment = async (trx: Trx, now: Instant): Promise<Instant | undefined> => {
  const after = timestamp(now);
  const { rows } = await sql<{ at: Instant | null }>`
    select least(
      (select min(due_at) from outbox where state = 'queued' and due_at > ${after}),
      (select min(lease_until) from outbox where lease_until > ${after})
    ) as at`.execute(trx);
  return rows[0]?.at ?? undefined;
};

/**
 * Locks what waits to be sent to this row's person, in its order. Empty when another worker is at this person, or
 * while the message before is still on its way: nobody's messages overtake one another.
 */
export const lockDueOf = async (
  trx: Trx,
  id: string,
  now: Instant,
  most: number,
): Promise<Row<'outbox'>[]> => {
  const person = await trx
    .selectFrom('members')
    .select('id')
    .where('id', '=', (where) => where.selectFrom('outbox').select('member_id').where('id', '=', id))
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!person) return [];
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('member_id', '=', person.id)
    .where('state', '=', 'queued')
    .where('due_at', '<=', timestamp(now))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as held')
            .select('held.id')
            .where('held.member_id', '=', person.id)
            .where('held.state', 'in', ['sending', 'uncertain'])
            .where('held.lease_until', 'is not', null),
        ),
      ),
    )
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute();
};

/** When this person last got a message that PushIn began. */
export const lastSentTo = async (trx: Trx, memberId: string): Promise<Instant | undefined> => {
  const row = await trx
    .selectFrom('outbox')
    .select((select) => select.fn.max('sent_at').as('at'))
    .where('member_id', '=', memberId)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row?.at ?? undefined;
};

/** Locks the rows of one message that is in doubt or is to change; empty when another worker has it. */
export const lockMessageOf = async (
  trx: Trx,
  id: string,
  states: readonly OutboxState[],
  now: Instant,
): Promise<Row<'outbox'>[]> => {
  const row = await trx
    .selectFrom('outbox')
    .selectAll()
    .where('id', '=', id)
    .where('state', 'in', [...states])
    .where((where) =>
      where.or([
        where('lease_until', '<=', timestamp(now)),
        where.and([where('stale', '=', true), where('lease_until', 'is', null)]),
      ]),
    )
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row?.digest_id) return row ? [row] : [];
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('digest_id', '=', row.digest_id)
    .where('state', 'in', [...states])
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
};

/** Takes rows for a send; until then nobody else touches them. */
export const lease = async (
  trx: Trx,
  ids: readonly string[],
  { until, platform, digestId }: { until: Instant; platform: Platform; digestId?: string },
): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set((set) => ({
      state: 'sending',
      stale: false,
      platform,
      digest_id: digestId ?? null,
      lease_until: new Date(until),
      attempts: set('attempts', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute();
};

/** Takes rows for a look-up or a change in place; what changes meanwhile marks them stale again. */
export const hold = async (
  trx: Trx,
  ids: readonly string[],
  state: 'uncertain' | 'sent',
  until: Instant,
): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set((set) => ({
      state,
      lease_until: new Date(until),
      ...(state === 'sent' ? { stale: false } : { attempts: set('attempts', '+', 1) }),
    }))
    .where('id', 'in', [...ids])
    .execute();
};

/** A change in place has ended: made, or to be made again at `again`. */
export const endEdit = async (
  trx: Trx,
  ids: readonly string[],
  held: Instant,
  again?: Instant,
): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({ lease_until: again === undefined ? null : new Date(again) })
    .where('id', 'in', [...ids])
    .where('lease_until', '=', timestamp(held))
    .execute();
};

interface Ending {
  readonly state: Exclude<OutboxState, 'sending' | 'sent'>;
  readonly reason: string;
  readonly due?: Instant;
  /** The row stays held until then: it is looked up. */
  readonly lookAt?: Instant;
  readonly twinPossible?: true;
}

/** Settles rows, or lets them wait again; nothing happens to those another worker has taken meanwhile. */
export const settleRows = async (
  trx: Trx,
  ids: readonly string[],
  held: Instant | undefined,
  { state, reason, due, lookAt, twinPossible }: Ending,
): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({
      state,
      reason,
      lease_until: lookAt === undefined ? null : new Date(lookAt),
      ...(due === undefined ? {} : { due_at: new Date(due) }),
      ...(state === 'queued' ? { digest_id: null } : {}),
      ...(twinPossible ? { twin_possible: true } : {}),
    })
    .where('id', 'in', [...ids])
    .$if(held !== undefined, (update) => update.where('lease_until', '=', timestamp(held ?? 0)))
    .execute();
};

/**
 * Notes where the message stands. A worker that was held up so long that its lease ran out still knows the truth,
 * so it also settles what is in doubt or waits again. Gives the rows that stand there now.
 */
export const markSent = async (
  trx: Trx,
  ids: readonly string[],
  held: Instant,
  sent: { platform: Platform; message: Readonly<Record<string, string>>; digestId?: string },
  now: Instant,
): Promise<readonly string[]> => {
  const rows = await trx
    .updateTable('outbox')
    .set({
      state: 'sent',
      platform: sent.platform,
      message: JSON.stringify(sent.message),
      digest_id: sent.digestId ?? null,
      sent_at: new Date(now),
      lease_until: null,
      reason: null,
    })
    .where('id', 'in', [...ids])
    .where((where) =>
      where.or([
        where('state', 'in', ['queued', 'uncertain']),
        where.and([where('state', '=', 'sending'), where('lease_until', '=', timestamp(held))]),
      ]),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
};

/** The cards that one message shows this person, when it shows more than one. */
export const digestShownAs = (
  trx: Trx,
  memberId: string,
  message: Readonly<Record<string, string>>,
): Promise<Row<'outbox'>[]> =>
  trx
    .selectFrom('outbox')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('state', '=', 'sent')
    .where('digest_id', 'is not', null)
    .where('message', '=', JSON.stringify(message) as never)
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .execute();

export const outboxRow = (trx: Trx, id: string): Promise<Row<'outbox'> | undefined> =>
  trx.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
