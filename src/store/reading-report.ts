import type pg from 'pg';

/** What was read as something else most often, in the last 90 days, over all organizations. */
export interface CommonMisreading {
  readonly about: string;
  readonly heard: string;
  readonly meant: string;
  readonly count: number;
}

const MOST = 10;

/** Each organization's own rows, as the app sees them: patterns without a person and without anybody's words. */
export async function readingReport(client: pg.Client): Promise<CommonMisreading[]> {
  const counts = new Map<string, CommonMisreading>();
  for (const id of await organizations(client)) {
    for (const { count, ...one } of await misreadingsOf(client, id)) {
      const key = JSON.stringify(one);
      counts.set(key, { ...one, count: count + (counts.get(key)?.count ?? 0) });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST);
}

async function organizations(client: pg.Client): Promise<string[]> {
  await client.query('begin; set local role pushin_scheduler');
  try {
    return (await client.query<{ id: string }>('select id from organizations')).rows.map(({ id }) => id);
  } finally {
    await client.query('rollback');
  }
}

async function misreadingsOf(client: pg.Client, organizationId: string): Promise<CommonMisreading[]> {
  await client.query('begin; set local role pushin_app');
  try {
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query<CommonMisreading>(
      `select about, heard, meant, count(*)::int as count from misreadings
       where corrected_at > now() - interval '90 days' group by 1, 2, 3`,
    );
    return rows;
  } finally {
    await client.query('rollback');
  }
}
