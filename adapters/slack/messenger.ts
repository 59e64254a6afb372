import type { Card } from '../../src/core/card.ts';
import type { Address } from '../../src/core/people.ts';
import type { Delivery, Messenger } from '../../src/ports/messenger.ts';
import { failureOf } from './errors.ts';
import { findMessage, notFoundOut } from './find-message.ts';
import { messageMetadata, renderMessage, type SlackMessage } from './render.ts';
import type { Web } from './web.ts';

export interface MessengerDeps {
  readonly web: Web;
  /** The same with a shorter timeout, for finding the conversation before the post. */
  readonly quickWeb: Web;
}

/** Found nothing out and posted nothing: safe to try again after this long. */
const tryAgain: Delivery = { kind: 'rate-limited', retryAfterSeconds: 30 };

/** A card we cannot draw is a fault of ours that no second attempt mends. */
const drawn = (card: Card): SlackMessage | undefined => {
  try {
    return renderMessage(card);
  } catch {
    return undefined;
  }
};
const undrawable: Delivery = { kind: 'refused', reason: 'card' };

export const createMessenger = ({ web, quickWeb }: MessengerDeps): Messenger => {
  /** A person's conversation with the bot never changes its id. */
  const conversations = new Map<string, string>();

  const conversationWith = async (to: Address): Promise<string> => {
    const known = to.conversation['channel'] ?? conversations.get(`${to.tenantId}:${to.userId}`);
    if (known !== undefined) return known;
    const opened = await (await quickWeb(to.tenantId)).conversations.open({ users: to.userId });
    const channel = opened.channel?.id;
    if (channel === undefined) throw new Error('slack: conversations.open answered without a channel');
    conversations.set(`${to.tenantId}:${to.userId}`, channel);
    return channel;
  };

  return {
    async send(to, card, key, isWanted) {
      const message = drawn(card);
      if (message === undefined) return undrawable;
      let channel: string;
      try {
        channel = await conversationWith(to);
      } catch (error) {
        const failure = failureOf(error);
        return failure.kind === 'uncertain' ? tryAgain : failure;
      }
      if (isWanted?.() === false) return { kind: 'withheld' };
      try {
        const posted = await (await web(to.tenantId)).chat.postMessage({
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
      const content = drawn(card);
      if (content === undefined) return undrawable;
      try {
        await (await web(team)).chat.update({ channel, ts, ...content });
        return { kind: 'sent', message };
      } catch (error) {
        return failureOf(error);
      }
    },

    async find(to, key, since) {
      try {
        return await findMessage(web, to.tenantId, await conversationWith(to), key, since);
      } catch (error) {
        return notFoundOut(error);
      }
    },

    async remove({ team, channel, ts }) {
      if (team === undefined || channel === undefined || ts === undefined) return;
      await web(team)
        .then((slack) => slack.chat.delete({ channel, ts }))
        .catch(() => undefined);
    },
  };
};
