import { isLoopback } from '../../src/loopback.ts';
import type { PlatformAdapter, Route } from '../../src/ports/adapter.ts';
import type { Receive } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import { createBolt, routePath } from './bolt.ts';
import { createDialogs } from './dialog.ts';
import { createDirectory } from './directory.ts';
import { createEntrance } from './entrance.ts';
import { openTimeoutMs } from './limits.ts';
import { createMessenger } from './messenger.ts';
import { createPatience } from './patience.ts';
import { createMouth } from './reply.ts';
import { createRespond } from './respond.ts';
import { sdkLogger } from './sdk-logger.ts';
import { teamOf } from './team.ts';
import { createWeb } from './web.ts';

export interface SlackSettings {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Another Slack than slack.com, on this machine only: an emulator. */
  readonly apiUrl?: string;
  /** Socket Mode: no route, Slack is called instead. */
  readonly appToken?: string;
}

export interface SlackDeps {
  readonly receive: Receive;
  readonly settings: SlackSettings;
  readonly log: Log;
  /** The wall clock signatures are checked against, in epoch milliseconds. */
  readonly now?: () => number;
}

const assertLoopback = (apiUrl: string): void => {
  if (!isLoopback(new URL(apiUrl).hostname)) {
    throw new Error('slack: the API address may only be changed to one on this machine');
  }
};

export const createSlackAdapter = ({
  receive,
  settings,
  log,
  now = Date.now,
}: SlackDeps): PlatformAdapter => {
  const { signingSecret, botToken, apiUrl, appToken } = settings;
  if (apiUrl !== undefined) assertLoopback(apiUrl);

  const logger = sdkLogger(log);
  const tokenFor = (_teamId: string): string => botToken;
  const web = createWeb(tokenFor, apiUrl, logger);
  const quickWeb = createWeb(tokenFor, apiUrl, logger, openTimeoutMs);
  const messenger = createMessenger({ web, quickWeb });
  const dialogs = createDialogs(web, log);
  const respond = createRespond(apiUrl);
  const patience = createPatience(log);
  const mouth = createMouth({ messenger, dialogs, respond, log });
  const ears = { receive, mouth, messenger, dialogs, respond, patience, web, log };
  const bolt = createBolt({ ears, logger, signingSecret, tokenFor, apiUrl, appToken });

  const routes: Route[] =
    bolt.listener === undefined
      ? []
      : [
          {
            method: 'POST',
            path: routePath,
            handle: createEntrance({ signingSecret, now, log, bolt: bolt.listener }),
          },
        ];

  return {
    platform: 'slack',
    routes,
    messenger,
    directory: createDirectory(web, quickWeb),
    tenantIds: async () => [await teamOf(web)],
    start: () => bolt.start(),
    stop: () => bolt.stop(),
  };
};
