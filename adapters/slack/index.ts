import { isLoopback } from '../../src/loopback.ts';
import type { PlatformAdapter, Route } from '../../src/ports/adapter.ts';
import type { Receive } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Workspaces } from '../../src/ports/workspaces.ts';
import { createBolt, routePath } from './bolt.ts';
import { createDialogs } from './dialog.ts';
import { createDirectory } from './directory.ts';
import { createEntrance } from './entrance.ts';
import { createInstallRoutes } from './install.ts';
import { openTimeoutMs } from './limits.ts';
import { createMessenger } from './messenger.ts';
import { createOauth } from './oauth.ts';
import { createPatience } from './patience.ts';
import { createMouth } from './reply.ts';
import { createRespond } from './respond.ts';
import { sdkLogger } from './sdk-logger.ts';
import { teamOf } from './team.ts';
import { createWeb } from './web.ts';

/** Many workspaces, each of which installs PushIn by itself. */
interface SlackOauth {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly workspaces: Workspaces;
}

export interface SlackSettings {
  readonly signingSecret: string;
  /** One workspace; missing exactly where `oauth` is there. */
  readonly botToken?: string;
  readonly oauth?: SlackOauth;
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
  const { signingSecret, botToken, oauth, apiUrl, appToken } = settings;
  if (apiUrl !== undefined) assertLoopback(apiUrl);

  const logger = sdkLogger(log);
  const grants = oauth && createOauth({ ...oauth, apiUrl, logger });
  const tokenFor = async (teamId: string): Promise<string | undefined> =>
    oauth && grants ? oauth.workspaces.tokenOf(teamId, grants.renew) : botToken;
  const switchOff = async (teamId: string, reason: string): Promise<void> => {
    log.warn({ team: teamId, reason }, 'slack_token_ended');
    await oauth?.workspaces.switchOff(teamId, reason);
  };
  const patience = createPatience(log);
  const onTokenEnd = (teamId: string, reason: string): void =>
    patience.later(() => switchOff(teamId, reason));
  const webDeps = { tokenFor, apiUrl, logger, onTokenEnd };
  const web = createWeb(webDeps);
  const quickWeb = createWeb(webDeps, openTimeoutMs);
  const messenger = createMessenger({ web, quickWeb });
  const dialogs = createDialogs(web, log);
  const respond = createRespond(apiUrl);
  const mouth = createMouth({ messenger, dialogs, respond, log });
  const ears = { receive, mouth, messenger, dialogs, respond, patience, web, log, switchOff };
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
          ...(oauth && grants ? createInstallRoutes({ ...oauth, exchange: grants.exchange, log, now }) : []),
        ];

  return {
    platform: 'slack',
    routes,
    messenger,
    directory: createDirectory(web, quickWeb),
    // Those who install by themselves come with their installation.
    tenantIds: async () => (oauth === undefined ? [await teamOf(web)] : []),
    start: () => bolt.start(),
    stop: () => bolt.stop(),
  };
};
