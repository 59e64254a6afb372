import { clearTimeout, setTimeout } from 'node:timers';
import type { Log } from '../../src/ports/log.ts';

/** Status 0: no answer in time, or nobody there. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** In milliseconds. */
  readonly patience: number;
}

export const isAccepted = (reply: Reply): boolean => reply.status >= 200 && reply.status < 300;

/** Carries what a person did to the bot. */
export const createDelivery = (deps: { botUrl: () => string; log: Log }) => {
  const underway = new Set<AbortController>();

  const post = async ({ path, headers, body, patience }: Post): Promise<Reply> => {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), patience);
    underway.add(ending);
    try {
      const response = await fetch(deps.botUrl() + path, {
        method: 'POST',
        headers,
        body,
        signal: ending.signal,
        redirect: 'manual',
      });
      return { status: response.status, body: await response.text() };
    } catch {
      deps.log.warn({ path }, 'playground delivery got no answer');
      return { status: 0, body: '' };
    } finally {
      clearTimeout(timer);
      underway.delete(ending);
    }
  };

  const close = (): void => {
    for (const ending of underway) ending.abort();
  };

  return { post, close };
};

export type Delivery = ReturnType<typeof createDelivery>;
