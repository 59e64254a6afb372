import type { RequestListener } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { faultFields } from '../../src/ports/fault-fields.ts';
import { type Ears, NotReceived } from './ears.ts';
import { callTimeoutMs, requestBytes } from './limits.ts';
import { listen } from './listen.ts';
import type { SdkLogger } from './sdk-logger.ts';
import { type TokenFor, webOptions } from './web.ts';

export interface BoltDeps {
  readonly ears: Ears;
  readonly logger: SdkLogger;
  readonly signingSecret: string;
  readonly tokenFor: TokenFor;
  readonly apiUrl: string | undefined;
  readonly appToken: string | undefined;
}

export interface Bolt {
  /** Undefined in Socket Mode, where Slack is called instead of calling. */
  readonly listener: RequestListener | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const routePath = '/slack/events';

/** 503 makes Slack deliver an event again; anything else that fails here is a payload we cannot read. */
const httpReceiver = ({ logger, signingSecret, ears }: BoltDeps): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret,
    endpoints: routePath,
    // Without it the SDK acknowledges an event before any listener runs, and a failure loses it.
    processBeforeResponse: true,
    bodyLimit: requestBytes,
    logger,
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(404).end();
    },
    processEventErrorHandler: async ({ error, response }) => {
      if (!(error instanceof NotReceived)) ears.log.error(faultFields(error), 'slack_payload_unread');
      if (!response.headersSent) response.writeHead(error instanceof NotReceived ? 503 : 400).end();
      return false;
    },
  });

/** For development without a public address. Events are acknowledged on arrival there, so a failure loses them. */
const socketReceiver = (
  appToken: string,
  { logger, apiUrl }: Pick<BoltDeps, 'logger' | 'apiUrl'>,
): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger,
    // The SDK's own retries stay here: they are what reconnects a lost socket.
    installerOptions: { clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl } },
  });

export const createBolt = (deps: BoltDeps): Bolt => {
  const { ears, logger, tokenFor, apiUrl, appToken } = deps;
  const http = appToken === undefined ? httpReceiver(deps) : undefined;
  const app = new App({
    receiver: http ?? socketReceiver(appToken ?? '', deps),
    // The team is known from the payload, so no call to Slack is made before somebody writes.
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const tenantId = isEnterpriseInstall ? enterpriseId : (teamId ?? enterpriseId);
      const botToken = await tokenFor(tenantId ?? '');
      return botToken === undefined ? {} : { botToken };
    },
    logger,
    clientOptions: webOptions(apiUrl, logger, callTimeoutMs),
    // Listeners look at who wrote it themselves, and keep no state between requests.
    ignoreSelf: false,
    convoStore: false,
  });
  // Swallowing it here would answer 200 and lose the event; Bolt wraps what listeners throw.
  app.error(async (error) => {
    throw error.original ?? error;
  });
  listen(app, ears);

  return {
    listener: http?.requestListener,
    start: async () => {
      if (http === undefined) await app.start();
    },
    stop: async () => {
      if (http === undefined) await app.stop();
      await ears.patience.idle();
    },
  };
};
