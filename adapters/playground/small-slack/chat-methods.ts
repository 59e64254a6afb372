import { z } from 'zod';
import type { Json } from '../wire.ts';
import { blockList, jsonObject } from './arguments.ts';
import { type Method, type MethodDeps, refuse } from './method.ts';
import { channelOf } from './threads.ts';
import type { SlackMessage } from './types.ts';

const content = {
  text: z.string().max(40_000).default(''),
  blocks: blockList(50).optional(),
  metadata: jsonObject.optional(),
};
const post = z.object({ channel: z.string(), ...content });
const update = z.object({ channel: z.string(), ts: z.string(), ...content });
const postEphemeral = z.object({ channel: z.string(), user: z.string(), ...content });

/** Messages. */
export const chatMethods = ({ seats, team, threads }: MethodDeps): Readonly<Record<string, Method>> => {
  /** A direct message's id, also when the person's is given. */
  const channelFor = (id: string): string | undefined => {
    const channel = seats.some((seat) => seat.id === id) ? channelOf(id) : id;
    return threads.owner(channel) && channel;
  };

  const asSlack = (message: SlackMessage, withMetadata: boolean): Json => ({
    type: 'message',
    ts: message.ts,
    user: message.author,
    text: message.text,
    team: team.teamId,
    ...(message.author === team.botUser ? { bot_id: team.botId, app_id: team.appId } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: { user: message.author, ts: message.ts } } : {}),
  });

  return {
    'chat.postMessage': (given) => {
      const asked = post.safeParse(given);
      if (!asked.success) return refuse(wrong(asked.error));
      const { text, blocks, metadata } = asked.data;
      if (text === '' && !blocks?.length) return refuse('no_text');
      const channel = channelFor(asked.data.channel);
      if (channel === undefined) return refuse('channel_not_found');
      const message = threads.post({ channel, author: team.botUser, text, blocks, metadata });
      return { ok: true, channel, ts: message.ts, message: asSlack(message, true) };
    },

    'chat.update': (given) => {
      const asked = update.safeParse(given);
      if (!asked.success) return refuse(wrong(asked.error));
      const { channel, ts, ...change } = asked.data;
      const old = threads.find(channel, ts);
      if (old === undefined || old.onlyYou) return refuse('message_not_found');
      if (old.author !== team.botUser) return refuse('cant_update_message');
      threads.edit(channel, ts, change);
      return { ok: true, channel, ts, text: change.text };
    },

    'chat.postEphemeral': (given) => {
      const asked = postEphemeral.safeParse(given);
      if (!asked.success) return refuse(wrong(asked.error));
      const { user, text, blocks } = asked.data;
      const channel = channelFor(asked.data.channel);
      if (channel === undefined) return refuse('channel_not_found');
      if (channel !== channelOf(user)) return refuse('user_not_in_channel');
      const message = threads.post({ channel, author: team.botUser, text, blocks, onlyYou: true });
      return { ok: true, message_ts: message.ts };
    },

    'conversations.history': (given) => {
      const channel = String(given['channel']);
      if (threads.owner(channel) === undefined) return refuse('channel_not_found');
      const limit = Math.min(Math.max(Number(given['limit'] ?? 100) || 100, 1), 999);
      const oldest = Number(given['oldest'] ?? 0);
      const withMetadata = ['true', '1', true].includes(given['include_all_metadata'] as string | boolean);
      const kept = threads.all(channel).filter((message) => !message.onlyYou && Number(message.ts) > oldest);
      const newestFirst = kept.map((message) => asSlack(message, withMetadata)).reverse();
      return { ok: true, messages: newestFirst.slice(0, limit), has_more: newestFirst.length > limit };
    },
  };
};

const wrong = (error: z.ZodError): string => {
  const field = error.issues[0]?.path[0];
  if (field === 'blocks') return 'invalid_blocks';
  return field === 'text' ? 'msg_too_long' : 'invalid_arguments';
};
