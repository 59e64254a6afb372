import pg from 'pg';

/** One statement that only works outside a transaction, such as `create database`. */
export async function administer(url: string, statement: string): Promise<void> {
  await select(url, statement);
}

/** One query on a connection of its own. */
export async function select(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(query);
    return rows;
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
