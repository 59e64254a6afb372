import pg from 'pg';
import type { Platforms } from './platforms.ts';

export const ask = async <Row extends object>(url: string, question: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
};

/** How many prompts have not ended yet. */
export const unfinished = async (url: string): Promise<number> => {
  const [row] = await ask<{ count: string }>(
    url,
    `select count(*) from outbox where state in ('queued', 'sending') or lease_until is not null`,
  );
  return Number(row?.count);
};

export interface Verdict {
  readonly prompts: number;
  readonly sent: number;
  readonly uncertain: number;
  readonly ended: number;
  /** Said to be sent, but nowhere to be seen; or in no state that anybody would be shown. */
  readonly lost: number;
  /** People with the same message twice on their screen. */
  readonly twiceOnSlack: number;
  /** Twins that stood for a moment and were taken away. */
  readonly removedTwins: number;
  readonly twiceOnTeams: number;
  readonly unmarkedTwins: number;
}

interface Ended {
  readonly id: string;
  readonly state: string;
  readonly platform: string;
  readonly twin_possible: boolean;
  readonly digest_id: string | null;
}

/** Compares what the database says with what stands on the platforms. */
export const judge = async (url: string, { posts }: Platforms): Promise<Verdict> => {
  const rows = await ask<Ended>(
    url,
    `select id, state, platform, twin_possible, digest_id from outbox where key like 'soak:%'`,
  );
  const standing = new Map<string, number>();
  const ever = new Map<string, number>();
  for (const { key, removed } of posts) {
    ever.set(key, (ever.get(key) ?? 0) + 1);
    if (!removed) standing.set(key, (standing.get(key) ?? 0) + 1);
  }
  const times = (row: Ended): number => standing.get(row.digest_id ?? row.id) ?? 0;
  const shown = ['sent', 'uncertain', 'expired', 'failed', 'cancelled'];
  const twice = rows.filter((row) => times(row) > 1);
  const onTeams = twice.filter((row) => row.platform === 'teams');
  return {
    prompts: rows.length,
    sent: rows.filter((row) => row.state === 'sent').length,
    uncertain: rows.filter((row) => row.state === 'uncertain').length,
    ended: rows.filter((row) => ['expired', 'failed', 'cancelled'].includes(row.state)).length,
    lost: rows.filter((row) => !shown.includes(row.state) || (row.state === 'sent' && times(row) === 0))
      .length,
    twiceOnSlack: twice.length - onTeams.length,
    removedTwins: rows.filter((row) => (ever.get(row.id) ?? 0) > times(row)).length,
    twiceOnTeams: onTeams.length,
    unmarkedTwins: onTeams.filter((row) => !row.twin_possible).length,
  };
};
