import { z } from 'zod';
import type { MessageRef } from '../../src/ports/messenger.ts';
import { type Activity, tenantOf } from './activity.ts';
import type { Heard } from './heard.ts';
import { inboundOf, keyOf, openingEvent } from './inbound.ts';
import { listenToDialog } from './listen-dialog.ts';
import { wordsOf } from './mentions.ts';
import { refTo } from './messenger.ts';
import { readTap, type Tap } from './payload.ts';

/** What a person did, or undefined for everything Teams tells us that needs no answer. */
export const listen = (activity: Activity): Heard | undefined => {
  if (activity.from.id === activity.recipient.id) return undefined;
  switch (activity.type) {
    case 'message':
      return isTap(activity) ? tap('chat', activity, activity.value) : words(activity);
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id)
        ? hello(activity)
        : undefined;
    case 'installationUpdate':
      // `add-upgrade` is a new version of an app that has already said hello.
      return activity.action === 'add' ? hello(activity) : undefined;
    case 'invoke':
      return invoke(activity);
    default:
      return undefined;
  }
};

const invoke = (activity: Activity): Heard | undefined => {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return tap('execute', activity, executeSchema.safeParse(activity.value).data?.action.data);
    case 'task/fetch':
    case 'task/submit':
      return listenToDialog(activity, tappedIn(activity));
    default:
      return undefined;
  }
};

const executeSchema = z.object({ action: z.object({ data: z.unknown().optional() }) });

/** A button of an Action.Submit arrives as a message that says nothing and has a value. */
const isTap = ({ text, value }: Activity): boolean =>
  (text ?? '').trim() === '' && typeof value === 'object' && value !== null;

const words = (activity: Activity): Heard => {
  const text = wordsOf(activity);
  const { conversation, id } = activity;
  const key = keyOf('message', tenantOf(activity), conversation.id, id);
  return {
    way: 'chat',
    inbound: inboundOf(activity, key, { kind: 'words', text }),
    origin: { opening: { words: text }, openedAt: id },
    tapped: undefined,
  };
};

const tap = (way: 'chat' | 'execute', activity: Activity, data: unknown): Heard => {
  const read = readTap(data);
  const tapped = tappedIn(activity);
  return {
    way,
    inbound: read && inboundOf(activity, tapKey(activity, read), openingEvent(read, tapped)),
    origin: {
      opening: read ?? { words: '' },
      openedAt: activity.id,
      ...(activity.replyToId && { card: activity.replyToId }),
    },
    tapped,
  };
};

/**
 * Teams repeats an unanswered tap under a new id, so a decision is known by what was tapped where. A button
 * that decides nothing only shows something, and may be tapped again and again.
 */
const tapKey = (activity: Activity, { action, ref, version, value }: Tap): string =>
  keyOf(
    'tap',
    tenantOf(activity),
    activity.conversation.id,
    activity.from.id,
    action,
    ref,
    version,
    value,
    activity.replyToId,
    value === undefined && version === undefined && activity.id,
  );

const tappedIn = ({ serviceUrl, conversation, recipient, replyToId }: Activity): MessageRef | undefined =>
  replyToId && recipient.isTargeted !== true
    ? refTo({ serviceUrl, conversationId: conversation.id }, replyToId)
    : undefined;

/** Being added to a chat arrives as two activities; one key makes them one hello. */
const hello = (activity: Activity): Heard => ({
  way: 'chat',
  inbound: inboundOf(activity, keyOf('hello', tenantOf(activity), activity.conversation.id), {
    kind: 'hello',
  }),
  origin: { opening: { words: 'help' }, openedAt: activity.id },
  tapped: undefined,
});
