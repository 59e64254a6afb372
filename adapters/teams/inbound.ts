import { createHash } from 'node:crypto';
import type { Address } from '../../src/core/people.ts';
import type { Inbound, InboundEvent } from '../../src/ports/inbound.ts';
import type { MessageRef } from '../../src/ports/messenger.ts';
import { type Activity, isPrivate, tenantOf } from './activity.ts';
import type { Opening } from './payload.ts';

export const inboundOf = (activity: Activity, dedupeKey: string, event: InboundEvent): Inbound => ({
  dedupeKey,
  from: addressOf(activity),
  inPrivate: isPrivate(activity),
  event,
});

/** A channel is no place to write to one person, so only a chat of two is kept as a way to reach them. */
const addressOf = (activity: Activity): Address => ({
  platform: 'teams',
  tenantId: tenantOf(activity),
  userId: activity.from.id,
  conversation: {
    serviceUrl: activity.serviceUrl,
    ...(isPrivate(activity) &&
      activity.recipient.isTargeted !== true && { conversationId: activity.conversation.id }),
  },
});

export const openingEvent = (opening: Opening, message: MessageRef | undefined): InboundEvent => {
  if ('words' in opening) return { kind: 'words', text: opening.words };
  const { action, ref, value, version } = opening;
  return {
    kind: 'tap',
    action,
    ref,
    ...(value !== undefined && { value }),
    ...(version !== undefined && { version }),
    ...(message !== undefined && { message }),
  };
};

/** Teams' ids are long and one key joins several: a digest keeps them short, and tells nobody anything. */
export const keyOf = (kind: string, ...parts: readonly unknown[]): string =>
  `teams:${kind}:${createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('base64url')}`;
