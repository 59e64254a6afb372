import type pg from 'pg';

type Asks = Pick<pg.Pool, 'query'>;

/** Which server and which database this is; undefined where the server does not tell. */
const placeOf = async (pool: Asks): Promise<string | undefined> => {
  try {
    const { rows } = await pool.query<{ place: string }>(
      `select (select system_identifier from pg_control_system())::text || '/' || current_database() as place`,
    );
    return rows[0]?.place;
  } catch {
    return undefined;
  }
};

/** False for a copy that was restored somewhere else. The first to ask settles where home is. */
export const isAtHome = async (pool: Asks): Promise<boolean> => {
  const here = await placeOf(pool);
  if (here === undefined) return true;
  await pool.query('insert into homes (place) values ($1) on conflict do nothing', [here]);
  const { rows } = await pool.query<{ place: string }>('select place from homes');
  return rows[0]?.place === here;
};

/** From now on this is home, and the one before is not: only one of two copies should send. */
export const moveIn = async (pool: Asks): Promise<void> => {
  await pool.query('delete from homes');
  await isAtHome(pool);
};
