import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { createLog } from '../src/log.ts';
import { openDatabase } from '../src/store/open-database.ts';
import type { Checkouts } from './checkout.ts';
import { fillDistrict } from './district.ts';
import { launch, type ServerProcess } from './server-process.ts';
import { slack } from './slack-command.ts';
import type { Platforms } from './small-platforms.ts';
import { teams } from './teams-message.ts';

/** The whole of PushIn as an operator runs it, on a real Postgres with a district in it. */
export const openHouse = async ({ folder, built }: Checkouts, platforms: Platforms) => {
  const dataDir = join(folder, 'district');
  await mkdir(dataDir);
  const database = await openDatabase({ databaseUrl: undefined, dataDir, log: createLog('warn') });
  let server: ServerProcess | undefined;
  const close = async (): Promise<void> => {
    await server?.stop();
    await database.close();
  };
  try {
    await fillDistrict(database.db, platforms.teamsServiceUrl);
    server = await launch({
      script: built.script,
      args: ['start'],
      environment: {
        DATABASE_URL: database.url,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_API_URL: platforms.slackApiUrl,
        TEAMS_APP_ID: teams.appId,
        TEAMS_TENANT_ID: teams.tenantId,
        TEAMS_OPENID_METADATA_URL: platforms.teamsOpenIdUrl,
        TEAMS_TOKEN_URL: platforms.teamsTokenUrl,
      },
    });
    await untilIdle(server);
    // What an organization may do in a minute is meant for people, and less than a round.
    const rest = async () => void (await sql`delete from allowances`.execute(database.db));
    return { server, rest, close };
  } catch (fault) {
    await close();
    throw fault;
  }
};

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The first tick looks over the whole district; it belongs to no request. */
const untilIdle = async (server: ServerProcess): Promise<void> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const before = await server.usage();
    await delay(500);
    const after = await server.usage();
    if (after.cpuMs - before.cpuMs < 25) return;
  }
  throw new Error('PushIn is still busy half a minute after its start');
};
