import { z } from 'zod';
import { OUTBOUND_TIMEOUT_MS } from './limits.ts';
import type { IsServiceUrl } from './service-url.ts';
import type { GetToken } from './token.ts';

/** Where a message stands or shall stand. */
export interface Place {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

export type Called =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly body: Json;
    }
  /** Left us, and nobody said what became of it. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** Never left us. */
  | { readonly kind: 'unsent'; readonly reason: 'service-url' | 'no-token' };
export type Json = Readonly<Record<string, unknown>>;

/** The Bot Connector's REST interface, each call once: botbuilder's own client repeats posts behind our back. */
export interface Connector {
  open(serviceUrl: string, conversation: Json): Promise<Called>;
  post(place: Place, activity: Json, only?: 'targeted'): Promise<Called>;
  put(place: Place, activityId: string, activity: Json): Promise<Called>;
  remove(place: Place, activityId: string): Promise<Called>;
  member(place: Place, userId: string): Promise<Called>;
}

export const createConnector = (deps: { getToken: GetToken; isServiceUrl: IsServiceUrl }): Connector => {
  const call = async (method: string, serviceUrl: string, path: string, body?: Json): Promise<Called> => {
    if (!deps.isServiceUrl(serviceUrl)) return { kind: 'unsent', reason: 'service-url' };
    const token = await deps.getToken().catch(() => undefined);
    if (token === undefined) return { kind: 'unsent', reason: 'no-token' };
    try {
      const response = await fetch(`${serviceUrl.replace(/\/$/, '')}/v3/conversations${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(OUTBOUND_TIMEOUT_MS),
      });
      const text = await response.text();
      return {
        kind: 'answered',
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: readObject(text),
      };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { kind: 'lost', reason: timedOut ? 'timeout' : 'network' };
    }
  };

  const activities = ({ conversationId }: Place): string =>
    `/${encodeURIComponent(conversationId)}/activities`;
  const one = (place: Place, id: string): string => `${activities(place)}/${encodeURIComponent(id)}`;

  return {
    open: (serviceUrl, conversation) => call('POST', serviceUrl, '', conversation),
    post: (place, activity, only) =>
      call(
        'POST',
        place.serviceUrl,
        `${activities(place)}${only === 'targeted' ? '?isTargetedActivity=true' : ''}`,
        activity,
      ),
    put: (place, id, activity) => call('PUT', place.serviceUrl, one(place, id), activity),
    remove: (place, id) => call('DELETE', place.serviceUrl, one(place, id)),
    member: (place, userId) =>
      call(
        'GET',
        place.serviceUrl,
        `/${encodeURIComponent(place.conversationId)}/members/${encodeURIComponent(userId)}`,
      ),
  };
};

const objectSchema = z.record(z.string(), z.unknown());
const readObject = (text: string): Json => {
  try {
    return objectSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
};

/** The id the connector gave to what it made. */
export const idOf = (called: Called): string | undefined => {
  if (called.kind !== 'answered' || called.status >= 300) return undefined;
  const { id } = called.body;
  return typeof id === 'string' && id !== '' ? id : undefined;
};
