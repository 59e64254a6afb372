import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Acts } from './acts.ts';
import { parseObject, readBody, sendJson } from './http.ts';
import type { Live } from './live.ts';
import type { Happening } from './month/happening.ts';
import type { Done, Place } from './wire.ts';

export interface PageApiDeps {
  readonly acts: Acts;
  readonly live: Live;
  readonly place: () => Place;
  readonly move: (id: string) => Promise<Done>;
  /** What came and what was done in the weeks that were lived through. */
  readonly lived: () => readonly Happening[];
}

/** What the page asks for, below `/playground/api/`. */
export const createPageApi = (deps: PageApiDeps) => {
  const post = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A form on another site can send text, but not JSON without asking first.
    if (!request.headers['content-type']?.startsWith('application/json')) {
      return sendJson(response, 415, { ok: false, error: 'JSON only' });
    }
    const body = await readBody(request);
    if (body === undefined) return sendJson(response, 413, { ok: false, error: 'Too large' });
    const content = parseObject(body);
    if (name === 'clock') {
      const moved = await deps.move(String(content?.['move']));
      return sendJson(response, moved.ok ? 200 : 409, moved);
    }
    const done = await deps.acts(name, content);
    sendJson(response, done ? 200 : 400, done ?? { ok: false, error: 'Not understood' });
  };

  return async (name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.method === 'POST') await post(name, request, response);
    else if (name === 'place') sendJson(response, 200, deps.place());
    else if (name === 'month') sendJson(response, 200, deps.lived());
    else if (name === 'live') deps.live.open(response);
    else return false;
    return true;
  };
};
