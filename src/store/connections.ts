import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { statementName } from './statement-names.ts';

/**
 * The pool as Kysely sees it, with three differences: `begin` waits for the first statement and travels with
 * it, a connection that lost its server is closed rather than asked to roll back, and one that leads straight to
 * Postgres keeps the plans of its statements (planning takes longer than what is planned).
 */
export const createConnections = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect();
    return lend(client, await isDirect(client));
  },
  end: () => pool.end(),
});

const direct = new WeakMap<pg.PoolClient, boolean>();

/**
 * False behind a pooler in transaction mode, where the next statement may meet another server process, to which a kept
 * plan is unknown. Poolers hand out process ids of their own.
 */
const isDirect = async (client: pg.PoolClient & { processID?: number }): Promise<boolean> => {
  const known = direct.get(client);
  if (known !== undefined) return known;
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const answer = rows[0]?.pid === client.processID;
    direct.set(client, answer);
    return answer;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
};

interface Result {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: unknown[];
}

function lend(client: pg.PoolClient, keepsPlans: boolean): PostgresPoolClient {
  let mustBegin = false;
  let lost: Error | undefined;

  const send = async (text: string, values: readonly unknown[]): Promise<Result | undefined> => {
    if (lost) throw lost;
    try {
      // Without values it goes as plain text, which may hold several statements.
      const name = keepsPlans && values.length > 0 ? statementName(text) : undefined;
      const answer: Result | Result[] = await (name
        ? client.query({ name, text, values: [...values] })
        : client.query(text, [...values]));
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
