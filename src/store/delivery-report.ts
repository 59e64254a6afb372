import type pg from 'pg';

/** How delivery stands, over all organizations; of what has ended, the last seven days. */
export interface DeliveryReport {
  /** Due for more than five minutes. */
  readonly overdue: number;
  readonly oldestMinutes: number;
  /** Why the overdue were not sent when somebody last tried, or null where nobody has. */
  readonly waiting: readonly { readonly reason: string | null; readonly count: number }[];
  /** Nobody knows whether these arrived, and nobody will look any more. */
  readonly uncertain: number;
  /** Sent again without knowing, so somebody may have seen them twice. */
  readonly twins: number;
  /** Not delivered, by what the platform said. */
  readonly failed: readonly { readonly reason: string; readonly count: number }[];
}

/** Looks as the scheduler, who sees no names, no texts and no subjects. */
export async function deliveryReport(client: pg.Client): Promise<DeliveryReport> {
  await client.query('begin; set local role pushin_scheduler');
  try {
    const counts = await client.query<Omit<DeliveryReport, 'failed' | 'waiting'>>(
      `select count(*) filter (where state = 'queued' and due_at < now() - interval '5 minutes')::int as overdue,
         coalesce(extract(epoch from now() - min(due_at) filter (where state = 'queued')) / 60, 0)::int as "oldestMinutes",
         count(*) filter (where state = 'uncertain' and lease_until is null and recent)::int as uncertain,
         count(*) filter (where twin_possible and recent)::int as twins
       from (select *, created_at > now() - interval '7 days' as recent from
         (select state, due_at, lease_until, twin_possible, created_at from outbox) rows) seen`,
    );
    const waiting = await client.query<{ reason: string | null; count: number }>(
      `select reason, count(*)::int as count from outbox
       where state = 'queued' and due_at < now() - interval '5 minutes' group by 1 order by 2 desc, 1 limit 5`,
    );
    const failed = await client.query<{ reason: string; count: number }>(
      `select coalesce(reason, 'unknown') as reason, count(*)::int as count from outbox
       where state = 'failed' and created_at > now() - interval '7 days' group by 1 order by 2 desc, 1 limit 5`,
    );
    const [row] = counts.rows;
    if (!row) throw new Error('a count gives a row');
    return { ...row, waiting: waiting.rows, failed: failed.rows };
  } finally {
    await client.query('rollback');
  }
}
