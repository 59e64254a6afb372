import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '../ports/adapter.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';
import { replyText } from './reply.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** Asked in turn when no route has the path; true means it answered. */
export type Fallback = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** One request and its answer. `route` is a route's path, never what the caller typed. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

interface DispatchDeps {
  readonly routes: readonly Route[];
  readonly fallbacks: readonly Fallback[];
  readonly log: Log;
  onAnswered?(answered: Answered): void;
}

export const createDispatch = ({ routes, fallbacks, log, onAnswered }: DispatchDeps) => {
  const answer = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const here = routes.filter((route) => route.path === path);
    // Node leaves the body out of an answer to HEAD by itself.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = here.find((candidate) => candidate.method === method);
    if (route !== undefined) return route.handle(request, response);
    for (const fallback of fallbacks) if (await fallback(request, response)) return;
    if (here.length === 0) return replyText(response, 404, 'There is nothing here.');
    response.setHeader('Allow', here.map((candidate) => candidate.method).join(', '));
    replyText(response, 405, 'This address takes another method.');
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const path = pathOf(request);
    const route = routes.find((candidate) => candidate.path === path)?.path ?? 'other';
    const method = knownMethods.has(request.method ?? '') ? (request.method ?? '') : 'other';
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : CLIENT_LEFT;
      onAnswered?.({ method, route, status, seconds: (performance.now() - begun) / 1000 });
    });
    setSecurityHeaders(response);
    try {
      await answer(request, response, path);
    } catch (fault) {
      log.error({ route, method, ...faultFields(fault) }, 'request failed');
      if (response.headersSent) response.destroy();
      else replyText(response, 500, 'Something went wrong on our side. Please try again in a minute.');
    }
  };
};

/** nginx's number for a caller who hung up first. */
const CLIENT_LEFT = 499;
/** Anybody may send any word as a method; metrics keep to these. */
const knownMethods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]);

const pathOf = (request: IncomingMessage): string => {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  return path;
};
