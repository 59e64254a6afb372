import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseObject, readBody, sendJson } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { Json } from '../wire.ts';
import { accountOf, CARD, type ChatMessage, type Chats, chatOf } from './chats.ts';
import type { Tokens } from './tokens.ts';

const activity = z.looseObject({
  type: z.string().default('message'),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.record(z.string(), z.unknown()).optional() }))
    .nullish(),
});
const newChat = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).min(1),
  activity: activity.optional(),
});

interface Answer {
  readonly status: number;
  readonly body: Json;
}

const fault = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: code } },
});

/** The Bot Connector's REST interface, what a bot in one-to-one chats calls of it. */
export const createConnector = (deps: { chats: Chats; tokens: Tokens; tenantId: string }) => {
  const { chats } = deps;

  const say = (seat: Seat, given: z.infer<typeof activity>): Answer => {
    if (given.type !== 'message') return { status: 201, body: { id: chats.nextId() } };
    const content = contentOf(given);
    if (content.text === '' && content.card === undefined) return fault(400, 'BadSyntax');
    return { status: 201, body: { id: chats.post(seat, { by: 'bot', ...content }).id } };
  };

  const replace = (seat: Seat, id: string, given: z.infer<typeof activity>): Answer => {
    if (chats.find(seat, id)?.by !== 'bot') return fault(404, 'ActivityNotFoundInConversation');
    chats.edit(seat, id, contentOf(given));
    return { status: 200, body: { id } };
  };

  const begin = (content: Json): Answer => {
    const asked = newChat.safeParse(content);
    if (!asked.success) return fault(400, 'BadSyntax');
    const seat = chats.byAccount(asked.data.members[0]?.id);
    if (seat === undefined) return fault(403, 'BotNotInConversationRoster');
    const first = asked.data.activity ? say(seat, asked.data.activity) : undefined;
    return { status: 201, body: { id: chatOf(seat), ...(first ? { activityId: first.body['id'] } : {}) } };
  };

  const member = (account: string | undefined): Answer => {
    const found = chats.byAccount(account);
    if (found === undefined) return fault(404, 'MemberNotFoundInConversation');
    const [givenName = '', ...rest] = found.name.split(' ');
    const names = { name: found.name, givenName, surname: rest.join(' ') };
    const ids = { id: accountOf(found), objectId: found.id, aadObjectId: found.id, tenantId: deps.tenantId };
    return {
      status: 200,
      body: { ...ids, ...names, userRole: 'user', userPrincipalName: `${found.id}@localhost` },
    };
  };

  const answer = (method: string, path: string, content: Json): Answer => {
    if (path === '/v3/conversations')
      return method === 'POST' ? begin(content) : fault(405, 'MethodNotAllowed');
    const [, chat = '', part, id] =
      /^\/v3\/conversations\/([^/]+)\/(activities|members)(?:\/([^/]+))?$/.exec(path) ?? [];
    const seat = chats.byChat(decoded(chat));
    if (seat === undefined) return fault(404, 'ConversationNotFound');
    const key = id && decoded(id);
    if (part === 'members') return method === 'GET' ? member(key) : fault(405, 'MethodNotAllowed');
    if (method === 'DELETE' && key !== undefined) {
      chats.remove(seat, key);
      return { status: 200, body: {} };
    }
    const given = activity.safeParse(content);
    if (!given.success) return fault(400, 'BadSyntax');
    if (method === 'POST') return say(seat, given.data);
    return method === 'PUT' && key !== undefined
      ? replace(seat, key, given.data)
      : fault(405, 'MethodNotAllowed');
  };

  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return send(response, fault(413, 'MessageSizeTooBig'));
    if (!deps.tokens.admits(request)) return send(response, fault(401, 'Unauthorized'));
    const content = body === '' ? {} : parseObject(body);
    send(response, content ? answer(request.method ?? 'GET', path, content) : fault(400, 'BadSyntax'));
  };
};

/** A part of a path; one that is not well-formed names nothing. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
};

const send = (response: ServerResponse, { status, body }: Answer): void => sendJson(response, status, body);

const contentOf = (given: z.infer<typeof activity>): Pick<ChatMessage, 'text' | 'summary' | 'card'> => {
  const card = given.attachments?.find((attachment) => attachment.contentType === CARD)?.content;
  const spoken = card?.['fallbackText'] ?? card?.['speak'];
  const text = given.text ?? '';
  return { text, card, summary: given.summary ?? (text || (typeof spoken === 'string' ? spoken : '')) };
};
