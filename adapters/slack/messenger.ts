import type { Address } from '../../src/core/people.ts';
import type { Delivery, Messenger } from '../../src/ports/messenger.ts';
import { failureOf } from './errors.ts';
import { messageMetadata, renderMessage } from './render.ts';
import type { Web } from './web.ts';

export interface MessengerDeps {
  readonly web: Web;
  /** The same with a shorter timeout, for finding the conversation before the post. */
  readonly quickWeb: Web;
}

/** Found nothing out and posted nothing: safe to try again after this long. */
const tryAgain: Delivery = { kind: 'rate-limited', retryAfterSeconds: 30 };

export const createMessenger = ({ web, quickWeb }: MessengerDeps): Messenger => {
  /** A person's conversation with the bot never changes its id. */
  const conversations = new Map<string, string>();

  const conversationWith = async (to: Address): Promise<string> => {
    const known = to.conversation['channel'] ?? conversations.get(`${to.tenantId}:${to.userId}`);
    if (known !== undefined) return known;
    const opened = await quickWeb(to.tenantId).conversations.open({ users: to.userId });
    const channel = opened.channel?.id;
    if (channel === undefined) throw new Error('slack: conversations.open answered without a channel');
    conversations.set(`${to.tenantId}:${to.userId}`, channel);
    return channel;
  };

  return {
    async send(to, card, key) {
      const message = renderMessage(card);
      let channel: string;
      try {
        channel = await conversationWith(to);
      } catch (error) {
        const failure = failureOf(error);
        return failure.kind === 'uncertain' ? tryAgain : failure;
      }
      try {
        const posted = await web(to.tenantId).chat.postMessage({
          channel,
          ...message,
          metadata: messageMetadata(card, key),
          mrkdwn: false,
          unfurl_links: false,
          unfurl_media: false,
        });
        if (posted.ts === undefined) return { kind: 'uncertain', reason: 'no_ts' };
        return {
          kind: 'sent',
          message: { team: to.tenantId, channel: posted.channel ?? channel, ts: posted.ts },
        };
      } catch (error) {
        return failureOf(error);
      }
    },

    async edit(message, card) {
      const { team, channel, ts } = message;
      if (team === undefined || channel === undefined || ts === undefined) {
        return { kind: 'refused', reason: 'not_a_slack_message' };
      }
      try {
        await web(team).chat.update({ channel, ts, ...renderMessage(card) });
        return { kind: 'sent', message };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};
