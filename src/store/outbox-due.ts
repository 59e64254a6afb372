import { sql } from 'kysely';
import type { Platform } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
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
  readonly errand: 'look' | 'edit';
  readonly id: string;
}

/** A tenant whose people wait for messages. */
export interface WaitingLane extends Lane {
  readonly errand: 'send';
  readonly people: number;
}

/** Lanes in which a message is due, the longest waiting first, but for those that are closed now; needs `asScheduler`. */
export const waitingLanes = async (
  trx: Trx,
  now: Instant,
  closed: readonly Lane[] = [],
): Promise<WaitingLane[]> => {
  const { rows } = await sql<WaitingLane>`
    select organization_id as "organizationId", platform, 'send' as errand, count(distinct member_id)::int as people
    from outbox o where state = 'queued' and due_at <= ${timestamp(now)} and ${isOpen('send', closed)} and not exists (
      select from outbox held where held.organization_id = o.organization_id and held.member_id = o.member_id
      and held.state in ('sending', 'uncertain') and held.lease_until is not null)
    group by organization_id, platform order by min(due_at), min(created_at)`.execute(trx);
  return rows;
};

/**
 * Messages to be looked for or changed over all organizations, look-ups first, but for lanes that are closed now; needs
 * `asScheduler`.
 */
export const dueRows = async (
  trx: Trx,
  now: Instant,
  limit: number,
  closed: readonly Lane[] = [],
): Promise<DueRow[]> => {
  const until = timestamp(now);
  const found = await sql<DueRow>`
    select organization_id as "organizationId", id, platform, errand from (
      (select organization_id, id, platform, 'look' as errand, lease_until as since, created_at from outbox
        where lease_until <= ${until} and state in ('sending', 'uncertain') and ${isOpen('look', closed)}
        order by lease_until limit ${limit})
      union all
      (select organization_id, id, platform, 'edit', due_at, created_at from outbox
        where stale and state = 'sent' and lease_until is null and ${isOpen('edit', closed)}
        order by due_at limit ${limit})
      union all
      (select organization_id, id, platform, 'edit', lease_until, created_at from outbox
        where lease_until <= ${until} and state = 'sent' and ${isOpen('edit', closed)}
        order by lease_until limit ${limit})
    ) due order by errand <> 'look', since, created_at limit ${limit}`.execute(trx);
  return found.rows;
};

const isOpen = (errand: Errand, closed: readonly Lane[]) => {
  const pairs = closed
    .filter((lane) => lane.errand === errand)
    .map(({ organizationId, platform }) => sql`(${organizationId}::uuid, ${platform ?? 'none'})`);
  return pairs.length === 0
    ? sql`true`
    : sql`(organization_id, coalesce(platform, 'none')) not in (${sql.join(pairs)})`;
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
