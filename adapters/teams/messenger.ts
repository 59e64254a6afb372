import type { Card } from '../../src/core/card.ts';
import type { Delivery, MessageRef, Messenger } from '../../src/ports/messenger.ts';
import { type Called, type Connector, idOf, type Json, type Place } from './connector.ts';
import { openConversation } from './conversation.ts';
import { failureOf } from './errors.ts';
import { DEFAULT_RETRY_AFTER_SECONDS } from './limits.ts';
import { renderMessage } from './render-message.ts';

export const createMessenger = (deps: { connector: Connector; appId: string }): Messenger => ({
  send: async (to, card, key) => {
    const message = drawn(card, { channelData: { pushinKey: key } });
    if (message === undefined) return undrawable;
    const { serviceUrl, conversationId } = to.conversation;
    const opened =
      serviceUrl !== undefined && conversationId !== undefined
        ? { place: { serviceUrl, conversationId } }
        : await openConversation(deps, to, serviceUrl);
    if ('failed' in opened) return failedToOpen(opened.failed);
    const called = await deps.connector.post(opened.place, message);
    const activityId = idOf(called);
    return activityId === undefined
      ? failureOf(called)
      : { kind: 'sent', message: refTo(opened.place, activityId) };
  },
  edit: async (message, card) => {
    const target = placeOf(message);
    if (target === undefined) return { kind: 'refused', reason: 'message-ref' };
    const content = drawn(card, {});
    if (content === undefined) return undrawable;
    const called = await deps.connector.put(target.place, target.activityId, content);
    return called.kind === 'answered' && called.status < 300 ? { kind: 'sent', message } : failureOf(called);
  },
});

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
  return failed.kind === 'uncertain'
    ? { kind: 'rate-limited', retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS }
    : failed;
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
