import { webApi } from '@slack/bolt';
import { callTimeoutMs } from './limits.ts';
import type { SdkLogger } from './sdk-logger.ts';

export type Web = (teamId: string) => webApi.WebClient;

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

/** One client per token. */
export const createWeb = (
  tokenFor: (teamId: string) => string,
  apiUrl: string | undefined,
  logger: SdkLogger,
  timeout = callTimeoutMs,
): Web => {
  const clients = new Map<string, webApi.WebClient>();
  return (teamId) => {
    const token = tokenFor(teamId);
    const known = clients.get(token);
    if (known !== undefined) return known;
    const client = new webApi.WebClient(token, webOptions(apiUrl, logger, timeout));
    clients.set(token, client);
    return client;
  };
};
