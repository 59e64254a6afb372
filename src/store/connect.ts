import pg from 'pg';
import { unreachable } from './unreachable.ts';

/** One connection of its own, without a pool. */
export async function connect(url: string): Promise<pg.Client> {
  try {
    // Reads the files that the address names.
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined); // thrown by whatever is asked next
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(error);
  }
}
