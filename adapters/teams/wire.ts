import {
  type Activity as BotActivity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { within } from '../../src/within.ts';
import type { Activity } from './activity.ts';
import { AUTHENTICATION_TIMEOUT_MS, OUTBOUND_TIMEOUT_MS } from './limits.ts';
import { loudly, quietly } from './quiet.ts';
import type { TeamsSettings } from './settings.ts';
import { connectorScope, createLocalToken, type GetToken } from './token.ts';

/** All that botbuilder does for us: who is speaking, and a token to speak with. */
export interface Wire {
  /** Takes the turn when the Bot Connector signed the request for this bot; false, and no turn, otherwise. */
  admit(authorization: string, activity: Activity, turn: () => Promise<void>): Promise<boolean>;
  readonly getToken: GetToken;
}

const loginUrl = 'https://login.microsoftonline.com/';

export const createWire = (settings: TeamsSettings): Wire => {
  const adapter = new CloudAdapter(authentication(settings));
  return {
    getToken: tokenSource(settings),
    admit: (authorization, activity, turn) => {
      let state: 'waiting' | 'admitted' | 'refused' = 'waiting';
      return new Promise((resolve, reject) => {
        const take = async (): Promise<void> => {
          if (state !== 'waiting') return;
          state = 'admitted';
          await loudly(turn).then(() => resolve(true), reject);
        };
        const refuse = (): void => {
          if (state !== 'waiting') return;
          state = 'refused';
          resolve(false);
        };
        // botbuilder's types want dates where JSON has strings; it reads only ids, channel and service URL.
        const asked = quietly(() =>
          adapter.processActivityDirect(authorization, activity as unknown as BotActivity, take),
        );
        // Everything botbuilder throws before the turn is a fault of the token, whatever status it gives it.
        const checked = asked.catch(() => undefined).then(refuse);
        void within(AUTHENTICATION_TIMEOUT_MS, checked, undefined).then(refuse);
      });
    },
  };
};

const authentication = ({ appId, openIdMetadataUrl }: TeamsSettings) =>
  new ConfigurationBotFrameworkAuthentication(
    openIdMetadataUrl === undefined
      ? {}
      : {
          // Setting one of these means setting them all: the others have no defaults then.
          ToChannelFromBotLoginUrl: loginUrl,
          ToChannelFromBotOAuthScope: connectorScope,
          ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
          OAuthUrl: 'https://api.botframework.com',
          ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
        },
    {
      isValidAppId: async (candidate) => candidate === appId,
      isAuthenticationDisabled: async () => false,
      // botbuilder's own connector repeats posts after a 5xx, so it is never given anything to speak with.
      createCredentials: async () => ({ signRequest: async (request) => request }),
    },
  );

const tokenSource = ({ appId, appPassword = '', tenantIds, tokenUrl }: TeamsSettings): GetToken => {
  if (tokenUrl !== undefined) return createLocalToken({ url: tokenUrl, appId, appPassword });
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantIds[0] ?? '',
  });
  const credentials = factory.createCredentials(appId, connectorScope, loginUrl, true);
  return async () => {
    const held = await credentials;
    if (!grants(held)) throw new Error('botbuilder gave credentials without a token');
    const token = await within(OUTBOUND_TIMEOUT_MS, held.getToken(), undefined);
    if (token === undefined) throw new Error('no token in time');
    return token;
  };
};

const grants = (credentials: object): credentials is { getToken(): Promise<string> } =>
  'getToken' in credentials && typeof credentials.getToken === 'function';
