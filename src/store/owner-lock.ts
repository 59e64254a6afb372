import pg from 'pg';

/** Ours alone; it only has to differ from the migrations' lock. */
const ownerLock = 20_261_122;

/**
 * Held as long as the connection lives, so it ends with the app however that ends.
 * A second is granted for the server to notice that the last owner was killed.
 * In a transaction that stays open, because a pooler would keep a session's lock after its app has gone.
 */
export async function takeLock(client: pg.Client): Promise<boolean> {
  try {
    await client.query(
      "begin; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '1s'",
    );
    await client.query('select pg_advisory_xact_lock($1)', [ownerLock]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '55P03') return false; // lock_not_available
    throw error;
  }
}
