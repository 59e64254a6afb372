import type { Platform } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { OutboxState, Row, Trx } from './schema.ts';
import { timestamp } from './timestamp.ts';

/**
 * Locks the rows of one message that is in doubt or is to change; empty when somebody else is at any of them. It never
 * waits for one: whoever holds it may be waiting for another of the same digest. Of two workers at one digest, the
 * first at its lowest row has it.
 */
export const lockMessageOf = async (
  trx: Trx,
  id: string,
  states: readonly OutboxState[],
  now: Instant,
): Promise<Row<'outbox'>[]> => {
  const known = await trx
    .selectFrom('outbox as row')
    .innerJoin('outbox as other', (join) =>
      join.on((where) =>
        where.or([
          where('other.id', '=', where.ref('row.id')),
          where('other.digest_id', '=', where.ref('row.digest_id')),
        ]),
      ),
    )
    .select('other.id')
    .where('row.id', '=', id)
    .where('other.state', 'in', [...states])
    .orderBy('other.id')
    .execute();
  const ids = known.map((row) => row.id);
  const locked = (some: readonly string[]) =>
    trx
      .selectFrom('outbox')
      .selectAll()
      .where('id', 'in', [...some])
      .forUpdate()
      .skipLocked();
  const [lowest] = ids;
  if (lowest === undefined || !(await locked([lowest]).executeTakeFirst())) return [];
  const rows = await locked(ids)
    .where('state', 'in', [...states])
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const isFree = ({ lease_until, stale }: Row<'outbox'>) =>
    lease_until === null ? stale : lease_until <= now;
  return rows.length === ids.length && rows.some((row) => row.id === id && isFree(row)) ? rows : [];
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

/** Whether one of these rows is shown by just this message. */
export const standsAs = async (
  trx: Trx,
  ids: readonly string[],
  message: Readonly<Record<string, string>>,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('outbox')
    .select('id')
    .where('id', 'in', [...ids])
    .where('message', '=', JSON.stringify(message) as never)
    .executeTakeFirst();
  return row !== undefined;
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
