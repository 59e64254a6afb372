import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Found } from '../../src/ports/messenger.ts';
import { failureOf } from './errors.ts';
import type { Web } from './web.ts';

/** How far back we read; a chat with one person is rarely busier than this between a send and its look-up. */
const PAGES = 3;
const PAGE = 100;

const marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ key: z.string() }) }),
});

/** Slack said no, and will until an administrator changes something. */
const forbidden = ['missing_scope', 'no_permission', 'not_allowed_token_type', 'access_denied'];

/** Looks for our own message by the key in its metadata. Needs `im:history`. */
export const findMessage = async (
  web: Web,
  team: string,
  channel: string,
  key: string,
  since: number,
): Promise<Found> => {
  let cursor: string | undefined;
  try {
    for (let page = 0; page < PAGES; page += 1) {
      const history = await (await web(team)).conversations.history({
        channel,
        oldest: String(since / 1000),
        include_all_metadata: true,
        limit: PAGE,
        ...(cursor ? { cursor } : {}),
      });
      for (const message of history.messages ?? []) {
        const { data } = marked.safeParse(message);
        if (data?.metadata.event_payload.key === key)
          return { kind: 'found', message: { team, channel, ts: data.ts } };
      }
      cursor = history.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return { kind: 'absent' };
    }
    return { kind: 'cannot-look', reason: 'too much was written since' };
  } catch (error) {
    return notFoundOut(error);
  }
};

export const notFoundOut = (error: unknown): Found => {
  if (error instanceof webApi.WebAPIPlatformError && forbidden.includes(error.data.error))
    return { kind: 'cannot-look', reason: error.data.error };
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'unreachable':
    case 'refused':
      return { kind: 'cannot-look', reason: failure.reason };
    case 'rate-limited':
      return { ...failure, kind: 'unknown' };
    default:
      return { kind: 'unknown' };
  }
};
