import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from './limits.ts';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'broken' };

/** Keeps no more than the limit, whatever length the request claims to have. */
export const readBody = async (request: IncomingMessage): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { kind: 'too-large' };
  try {
    const bytes = await collect(request);
    if (bytes === undefined) {
      // The rest is let run out, or it would block the connection for the next request.
      request.resume();
      return { kind: 'too-large' };
    }
    return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'broken' };
  }
};

const collect = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not cut the connection: the sender still has to read our answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
