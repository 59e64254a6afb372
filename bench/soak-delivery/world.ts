import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../../src/log.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { prepareCheckouts } from '../checkout.ts';
import type { World } from './rows/crashes.ts';
import { ask } from './verdict.ts';

/** A built PushIn, and a Postgres of its own that can lose its power. */
export const openWorld = async (): Promise<World & { close(): Promise<void> }> => {
  const log = createLog('silent');
  const checkouts = await prepareCheckouts();
  const dataDir = await mkdtemp(join(tmpdir(), 'pushin-soak-'));
  const server = await startEmbedded({ dataDir, log });
  await migrate({ url: server.url, log });
  return {
    script: checkouts.built.script,
    databaseUrl: server.url,
    restartDatabase: async () => {
      const [pid] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGQUIT');
      // The embedded server is watched, and started again on the same port.
      for (
        let up = false;
        !up;
        up = await ask(server.url, 'select 1').then(
          () => true,
          () => false,
        )
      )
        await pause(50);
    },
    close: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
      await checkouts.remove();
    },
  };
};
