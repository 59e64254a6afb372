import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signatureAgeSeconds } from './limits.ts';

/**
 * Slack's signature over the raw bytes. The SDK checks it too, but takes any future timestamp;
 * a header sent twice arrives here joined by a comma and fails.
 */
export const isFromSlack = (
  headers: IncomingHttpHeaders,
  raw: Buffer,
  secret: string,
  nowMs: number,
): boolean => {
  const stamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(stamp)) return false;
  if (Math.abs(nowMs / 1000 - Number(stamp)) > signatureAgeSeconds) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(raw).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
};
