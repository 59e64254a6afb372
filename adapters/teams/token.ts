import { z } from 'zod';
import { OUTBOUND_TIMEOUT_MS } from './limits.ts';

/** Where a token for the Bot Connector comes from. */
export type GetToken = () => Promise<string>;

export const connectorScope = 'https://api.botframework.com';

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Seconds before its end at which a token is replaced, so that none expires under way. */
const MARGIN_SECONDS = 60;

interface Grant {
  readonly token: string;
  /** On the monotonic clock. */
  readonly goodUntilMs: number;
}

/** The client-credentials grant against a token endpoint on this machine; MSAL refuses plain http. */
export const createLocalToken = (endpoint: { url: string; appId: string; appPassword: string }): GetToken => {
  let granted: Promise<Grant> | undefined;

  const ask = async (): Promise<Grant> => {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: endpoint.appId,
        client_secret: endpoint.appPassword,
        scope: `${connectorScope}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(OUTBOUND_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`token endpoint answered ${response.status}`);
    const grant = grantSchema.parse(await response.json());
    return {
      token: grant.access_token,
      goodUntilMs: performance.now() + Math.max(0, grant.expires_in - MARGIN_SECONDS) * 1000,
    };
  };

  const renew = (): Promise<Grant> => {
    const asked = ask();
    granted = asked;
    asked.catch(() => {
      if (granted === asked) granted = undefined;
    });
    return asked;
  };

  return async () => {
    const held = await (granted ?? renew());
    return held.goodUntilMs > performance.now() ? held.token : (await renew()).token;
  };
};
