import { endServer, startServer, stopServer } from './server.ts';

/** One server and one migrated template for the whole run. */
// biome-ignore lint/style/noDefaultExport: jest asks for one
export default async function startPostgres(): Promise<void> {
  // Ctrl-C or a closed pipe would skip the teardown and leave the server behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  process.once('exit', endServer);
  try {
    await startServer();
  } catch (error) {
    await stopServer();
    throw error;
  }
}
