import type { Card } from '../../src/core/card.ts';
import type { Address } from '../../src/core/people.ts';
import type { Delivery, MessageRef, Messenger } from '../../src/ports/messenger.ts';
import { type Called, type Connector, idOf, type Json, type Place } from './connector.ts';
import { openConversation } from './conversation.ts';
import { failureOf } from './errors.ts';
import { renderMessage } from './render-message.ts';

export const createMessenger = (deps: { connector: Connector; appId: string }): Messenger => ({
  send: async (to, card, key, isWanted) => {
    const message = drawn(card, { channelData: { pushinKey: key } });
    if (message === undefined) return undrawable;
    const { serviceUrl, conversationId } = to.conversation;
    const opened =
      serviceUrl !== undefined && conversationId !== undefined
        ? { place: { serviceUrl, conversationId } }
        : await openConversation(deps, to, serviceUrl);
    if ('failed' in opened) return failedToOpen(opened.failed);
    if (isWanted?.() === false) return { kind: 'withheld' };
    const called = await deps.connector.post(opened.place, message);
    const activityId = idOf(called);
    return activityId === undefined
      ? failureOf(called)
      : { kind: 'sent', message: refTo(opened.place, activityId) };
  },
  edit: async (message, card, to) => {
    const target = placeNow(message, to);
    if (target === undefined) return { kind: 'refused', reason: 'message-ref' };
    const content = drawn(card, {});
    if (content === undefined) return undrawable;
    const called = await deps.connector.put(target.place, target.activityId, content);
    return called.kind === 'answered' && called.status < 300 ? { kind: 'sent', message } : failureOf(called);
  },
  // The Bot Connector lets a bot write, change and delete, and read nothing back.
  find: async () => ({ kind: 'cannot-look', reason: 'Teams gives no way to look' }),
  remove: async (message) => {
    const target = placeOf(message);
    if (target !== undefined) await deps.connector.remove(target.place, target.activityId);
  },
});

/** Teams moves its service URL; the newest of the same conversation counts, not the one a card was sent by. */
const placeNow = (message: MessageRef, to: Address | undefined) => {
  const { serviceUrl, conversationId } = to?.conversation ?? {};
  const moved = serviceUrl !== undefined && conversationId === message['conversationId'];
  return placeOf(moved ? { ...message, serviceUrl } : message);
};

/** A card we cannot draw is a fault of ours that no second attempt mends. */
const drawn = (card: Card, extra: Json): Json | undefined => {
  try {
    return { ...renderMessage(card), ...extra };
  } catch {
    return undefined;
  }
};
const undrawable: Delivery = { kind: 'refused', reason: 'card' };

/** Opening a conversation sends nothing, so even a lost answer to that leaves nothing uncertain. */
const failedToOpen = (called: Called): Delivery => {
  const failed = failureOf(called);
  return failed.kind === 'uncertain' ? { kind: 'rate-limited' } : failed;
};

export const refTo = ({ serviceUrl, conversationId }: Place, activityId: string): MessageRef => ({
  serviceUrl,
  conversationId,
  activityId,
});

export const placeOf = (message: MessageRef): { place: Place; activityId: string } | undefined => {
  const { serviceUrl, conversationId, activityId } = message;
  return serviceUrl === undefined || conversationId === undefined || activityId === undefined
    ? undefined
    : { place: { serviceUrl, conversationId }, activityId };
};
