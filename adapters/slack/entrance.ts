import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { Log } from '../../src/ports/log.ts';
import { requestBytes } from './limits.ts';
import { isFromSlack } from './verify.ts';

const end = (response: ServerResponse, status: number): void => {
  // What is left of a refused body is not read, so the connection cannot be used again.
  response.writeHead(status, { connection: 'close' }).end();
};

/** The whole body, or undefined when it is longer than Slack ever sends. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > requestBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > requestBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const contentTypes = ['application/json', 'application/x-www-form-urlencoded'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as the SDK will see it; undefined when it is no object. */
const parseBody = (contentType: string, raw: Buffer): Record<string, unknown> | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    if (contentType === 'application/json') {
      const body: unknown = JSON.parse(text);
      return isRecord(body) ? body : undefined;
    }
    const form = parse(text);
    if (typeof form['payload'] !== 'string') return { ...form };
    const payload: unknown = JSON.parse(form['payload']);
    return isRecord(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
};

/** What the SDK routes on; it leaves anything else unanswered until Slack gives up. */
const isRoutable = (body: Record<string, unknown>): boolean => {
  if (body['event'] !== undefined)
    return isRecord(body['event']) && typeof body['event']['type'] === 'string';
  if (body['command'] !== undefined) return typeof body['command'] === 'string';
  if (body['actions'] !== undefined) return Array.isArray(body['actions']) && isRecord(body['actions'][0]);
  const types = [
    'url_verification',
    'block_suggestion',
    'view_submission',
    'view_closed',
    'shortcut',
    'message_action',
  ];
  return typeof body['type'] === 'string' && types.includes(body['type']);
};

export interface EntranceDeps {
  readonly signingSecret: string;
  readonly now: () => number;
  readonly log: Log;
  /** Bolt's listener, which must find the body in `rawBody`. */
  readonly bolt: RequestListener;
}

/**
 * The door before Bolt: only what Slack signed, recently, in a size and shape Bolt survives, comes in.
 * A refusal is not logged, so that nobody can fill the disk from outside; the web server counts statuses.
 */
export const createEntrance = ({ signingSecret, now, log, bolt }: EntranceDeps) => {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readBody(request).catch(() => 'cut off' as const);
    if (raw === 'cut off') {
      response.destroy();
      return;
    }
    if (raw === undefined) return end(response, 413);
    if (!isFromSlack(request.headers, raw, signingSecret, now())) return end(response, 401);

    const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    const body = contentTypes.includes(contentType) ? parseBody(contentType, raw) : undefined;
    if (body === undefined) return end(response, 400);
    if (body['type'] === 'app_rate_limited') {
      log.warn({ team: body['team_id'] }, 'slack_events_rate_limited');
      response.writeHead(200).end();
      return;
    }
    if (!isRoutable(body)) return end(response, 400);

    // Bolt compares the whole header, so it would refuse a charset.
    request.headers['content-type'] = contentType;
    bolt(Object.assign(request, { rawBody: raw }), response);
  };
};
