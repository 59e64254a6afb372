import { sql } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { Db } from './schema.ts';
import { asScheduler } from './with-organization.ts';

/** Delivery as an operator sees it, over all organizations. */
export const outboxGauges = (db: Db, clock: Clock) => [
  {
    name: 'pushin_outbox_messages',
    help: 'Messages by state and platform.',
    labels: ['state', 'platform'],
    read: async () => {
      const rows = await asScheduler(db, (trx) =>
        trx
          .selectFrom('outbox')
          .select(['state', 'platform', sql<number>`count(*)::int`.as('count')])
          .groupBy(['state', 'platform'])
          .execute(),
      );
      return rows.map(({ state, platform, count }) => ({
        labels: { state, platform: platform ?? 'none' },
        value: count,
      }));
    },
  },
  {
    name: 'pushin_outbox_oldest_due_seconds',
    help: 'Age of the oldest message that is due and not sent; 0 when nothing waits.',
    read: async () => {
      const now = clock.now();
      const row = await asScheduler(db, (trx) =>
        trx
          .selectFrom('outbox')
          .select('due_at')
          .where('state', '=', 'queued')
          .orderBy('due_at')
          .limit(1)
          .executeTakeFirst(),
      );
      return [{ value: row ? Math.max(0, (now - row.due_at) / 1000) : 0 }];
    },
  },
  {
    name: 'pushin_outbox_possible_twins',
    help: 'Messages sent again without knowing whether the first arrived.',
    read: async () => {
      const row = await asScheduler(db, (trx) =>
        trx
          .selectFrom('outbox')
          .select(sql<number>`count(*)::int`.as('count'))
          .where('twin_possible', '=', true)
          .executeTakeFirstOrThrow(),
      );
      return [{ value: row.count }];
    },
  },
];
