import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseObject, readBody, sendJson } from '../http.ts';
import { chatMethods } from './chat-methods.ts';
import { type Arguments, type Method, type MethodDeps, refuse } from './method.ts';
import { peopleMethods } from './people-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Slack's Web API, the methods a bot like ours calls: `POST …/api/<method>`. */
export const createWebApi = (deps: MethodDeps) => {
  const methods: Readonly<Record<string, Method>> = {
    ...peopleMethods(deps),
    ...chatMethods(deps),
    ...viewMethods(deps),
  };

  return async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (body === undefined) return sendJson(response, 413, refuse('request_too_large'));
    const given = argumentsIn(request, body);
    if (given === undefined) return sendJson(response, 200, refuse('invalid_json'));
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? given['token'];
    if (token === undefined) return sendJson(response, 200, refuse('not_authed'));
    if (token !== deps.team.botToken) return sendJson(response, 200, refuse('invalid_auth'));
    const call = Object.hasOwn(methods, method) ? methods[method] : undefined;
    sendJson(response, 200, call ? call(given) : refuse('unknown_method'));
  };
};

const argumentsIn = (request: IncomingMessage, body: string): Arguments | undefined =>
  request.headers['content-type']?.startsWith('application/json')
    ? parseObject(body === '' ? '{}' : body)
    : Object.fromEntries(new URLSearchParams(body));
