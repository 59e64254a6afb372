import { webApi } from '@slack/bolt';
import type { Grant, Renew } from '../../src/ports/workspaces.ts';
import { callTimeoutMs, openTimeoutMs } from './limits.ts';
import { NotRenewed } from './not-renewed.ts';
import type { SdkLogger } from './sdk-logger.ts';
import { webOptions } from './web.ts';

export interface OauthDeps {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string | undefined;
  readonly logger: SdkLogger;
}

/** A workspace, or an Enterprise organization that installed PushIn as a whole: all its workspaces are one tenant. */
export interface Installed {
  readonly id: string;
  readonly name: string;
  readonly grant: Grant;
}

/** The codes by which Slack says that it takes this refresh token never again. */
const ended = ['invalid_refresh_token', 'token_revoked', 'invalid_client_id', 'bad_client_secret'];

/** Codes and refresh tokens against tokens (docs.slack.dev/authentication/using-token-rotation). */
export const createOauth = ({ clientId, clientSecret, apiUrl, logger }: OauthDeps) => {
  type Wish = Omit<webApi.OAuthV2AccessArguments, 'client_id' | 'client_secret'>;
  const ask = (timeout: number, more: Wish) => {
    const slack = new webApi.WebClient(undefined, webOptions(apiUrl, logger, timeout));
    return slack.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, ...more });
  };

  /** Quick, because somebody's message waits for it. */
  const renew: Renew = async (refreshToken) => {
    try {
      return grantOf(await ask(openTimeoutMs, { grant_type: 'refresh_token', refresh_token: refreshToken }));
    } catch (error) {
      if (error instanceof webApi.WebAPIPlatformError && ended.includes(error.data.error)) return undefined;
      throw new NotRenewed('slack: a token could not be renewed');
    }
  };

  return {
    /** Undefined when Slack grants something PushIn did not ask for. */
    exchange: async (code: string, redirectUri: string): Promise<Installed | undefined> => {
      const granted = await ask(callTimeoutMs, { code, redirect_uri: redirectUri });
      const grant = grantOf(granted);
      const tenant = granted.is_enterprise_install ? granted.enterprise : granted.team;
      return grant && tenant?.id ? { id: tenant.id, name: tenant.name || tenant.id, grant } : undefined;
    },
    renew,
  };
};

const grantOf = (granted: webApi.OauthV2AccessResponse): Grant | undefined => {
  const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = granted;
  if (!token) return undefined;
  return { token, renewal: refreshToken && seconds ? { refreshToken, seconds } : undefined };
};
