import { z } from 'zod';
import type { MessageRef } from '../../src/ports/messenger.ts';
import { type Activity, tenantOf } from './activity.ts';
import { readValues } from './form-values.ts';
import type { Heard } from './heard.ts';
import { inboundOf, keyOf, openingEvent } from './inbound.ts';
import { refTo } from './messenger.ts';
import { readDialog, readOpening } from './payload.ts';

const requestSchema = z.object({ data: z.unknown().optional() });

/** `task/fetch` asks for a dialog, `task/submit` brings one back filled in. */
export const listenToDialog = (activity: Activity, tapped: MessageRef | undefined): Heard => {
  const data = requestSchema.safeParse(activity.value).data?.data;
  return activity.name === 'task/fetch' ? fetchOf(activity, tapped, data) : submitOf(activity, data);
};

const fetchOf = (activity: Activity, tapped: MessageRef | undefined, data: unknown): Heard => {
  const opening = readOpening(data);
  return {
    way: 'fetch',
    inbound:
      opening &&
      inboundOf(
        activity,
        keyOf('fetch', tenantOf(activity), activity.conversation.id, activity.from.id, activity.id),
        openingEvent(opening, tapped),
      ),
    origin: {
      opening: opening ?? { words: '' },
      openedAt: activity.id,
      ...(activity.replyToId && { card: activity.replyToId }),
    },
    tapped,
  };
};

const submitOf = (activity: Activity, data: unknown): Heard => {
  const dialog = readDialog(data);
  if (dialog === undefined) {
    return {
      way: 'submit',
      inbound: undefined,
      origin: { opening: { words: '' }, openedAt: activity.id },
      tapped: undefined,
    };
  }
  const values = readValues(dialog, data);
  const { form, ref, opening, openedAt, card } = dialog;
  const key = keyOf('submit', tenantOf(activity), activity.from.id, form, ref, openedAt, values);
  const { serviceUrl, conversation } = activity;
  return {
    way: 'submit',
    inbound: inboundOf(activity, key, { kind: 'submit', form, ref, values }),
    // A corrected form is a new act, even when it is sent as it was.
    origin: { opening, openedAt: activity.id, ...(card !== undefined && { card }) },
    tapped: card === undefined ? undefined : refTo({ serviceUrl, conversationId: conversation.id }, card),
  };
};
