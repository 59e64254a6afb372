import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/**
 * The pool as Kysely sees it, with two differences: `begin` waits for the first statement and travels with
 * it, and a connection that lost its server is closed rather than asked to roll back.
 */
export const createConnections = (pool: pg.Pool): PostgresPool => ({
  connect: async () => lend(await pool.connect()),
  end: () => pool.end(),
});

interface Result {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: unknown[];
}

function lend(client: pg.PoolClient): PostgresPoolClient {
  let mustBegin = false;
  let lost: Error | undefined;

  const send = async (text: string, values: readonly unknown[]): Promise<Result | undefined> => {
    if (lost) throw lost;
    try {
      const answer: Result | Result[] = await client.query(text, [...values]);
      // Several statements in one text give several results; the last one is what was asked for.
      return Array.isArray(answer) ? answer.at(-1) : answer;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) lost = error as Error; // not Postgres speaking
      throw error;
    }
  };

  const query = async (text: string, values: readonly unknown[]): Promise<Result | undefined> => {
    if (text === 'begin') {
      mustBegin = true;
      return { command: 'BEGIN', rowCount: null, rows: [] };
    }
    if (!mustBegin) return send(text, values);
    mustBegin = false;
    if (values.length === 0) return send(`begin; ${text}`, values);
    await send('begin', []);
    return send(text, values);
  };

  // Kysely's type also speaks of cursors, which come only with a plugin.
  return { query, release: () => client.release(lost) } as unknown as PostgresPoolClient;
}
