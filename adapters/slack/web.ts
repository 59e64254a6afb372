import { webApi } from '@slack/bolt';
import { endOfToken } from './errors.ts';
import { callTimeoutMs } from './limits.ts';
import { NotInstalled } from './not-installed.ts';
import type { SdkLogger } from './sdk-logger.ts';

/** Rejects with `NotInstalled` for a workspace without a token. */
export type Web = (teamId: string) => Promise<webApi.WebClient>;

export type TokenFor = (teamId: string) => Promise<string | undefined>;

/**
 * The SDK's defaults are unsafe for posting: ten retries over half an hour, also after a lost answer, no timeout, and
 * one rate-limited channel holds up every other call. Retrying is the outbox's, which knows what may be sent twice.
 */
export const webOptions = (apiUrl: string | undefined, logger: SdkLogger, timeout: number) => ({
  retryConfig: { retries: 0 },
  timeout,
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});

/** Tells when Slack takes a token back, whichever call finds out. */
class WatchedClient extends webApi.WebClient {
  onEnd: ((reason: string) => void) | undefined;

  override async apiCall(...call: Parameters<webApi.WebClient['apiCall']>) {
    try {
      return await super.apiCall(...call);
    } catch (error) {
      const reason = endOfToken(error);
      if (reason !== undefined) this.onEnd?.(reason);
      throw error;
    }
  }
}

export interface WebDeps {
  readonly tokenFor: TokenFor;
  readonly apiUrl: string | undefined;
  readonly logger: SdkLogger;
  readonly onTokenEnd?: ((teamId: string, reason: string) => void) | undefined;
}

/** Clients are small, and a token that was replaced or revoked is not kept. */
export const createWeb =
  ({ tokenFor, apiUrl, logger, onTokenEnd }: WebDeps, timeout = callTimeoutMs): Web =>
  async (teamId) => {
    const token = await tokenFor(teamId);
    if (token === undefined) throw new NotInstalled('slack: no token for this workspace');
    const client = new WatchedClient(token, webOptions(apiUrl, logger, timeout));
    client.onEnd = (reason) => onTokenEnd?.(teamId, reason);
    return client;
  };
