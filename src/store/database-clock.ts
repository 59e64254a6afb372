import type pg from 'pg';
import type { Clock } from '../ports/clock.ts';

export interface DatabaseClock extends Clock {
  /** Asks the database again what time it is. */
  ask(): Promise<void>;
}

/**
 * The one clock all instances share: the database's, read now and then and carried on by the monotonic clock in
 * between. A machine whose wall clock is wrong, or jumps, sends nothing early for it.
 */
export const createDatabaseClock = async (
  pool: Pick<pg.Pool, 'query'>,
  steady: () => number = () => performance.now(),
): Promise<DatabaseClock> => {
  let ahead = 0;
  const ask = async (): Promise<void> => {
    const before = steady();
    const { rows } = await pool.query<{ now: number }>('select clock_timestamp() as now');
    // The answer is as old as half the way there and back.
    ahead = (rows[0]?.now ?? 0) - (before + steady()) / 2;
  };
  await ask();
  return { ask, now: () => Math.round(steady() + ahead) };
};
