import type { Card } from '../../src/core/card.ts';
import { callTimeoutMs } from './limits.ts';
import { renderMessage } from './render.ts';

/** Slack's own hosts for response addresses, also those of its government cloud. */
const slackHosts = ['hooks.slack.com', 'hooks.slack-gov.com'];

export type Respond = (url: string, card: Card, replaceOriginal: boolean) => Promise<boolean>;

/**
 * Writes to a response address: five times within half an hour, then Slack refuses and this answers false.
 * Only Slack's hosts are called, so that no payload can make us reach into the network we run in.
 */
export const createRespond = (apiUrl: string | undefined): Respond => {
  const apiOrigin = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  const isAllowed = (url: string): boolean => {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, port, username, password, origin } = new URL(url);
    if (apiOrigin !== undefined && origin === apiOrigin) return true;
    const bare = port === '' && username === '' && password === '';
    return protocol === 'https:' && bare && slackHosts.includes(hostname);
  };

  return async (url, card, replaceOriginal) => {
    if (!isAllowed(url)) return false;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(callTimeoutMs),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...renderMessage(card),
          response_type: 'ephemeral',
          replace_original: replaceOriginal,
        }),
      });
      return response.ok;
    } catch {
      return false;
    }
  };
};
