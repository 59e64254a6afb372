import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's rule: HMAC-SHA256 over version, time and raw body, and a time at most five minutes off. */
export const isFromSlack = (headers: IncomingHttpHeaders, body: string, secret: string): boolean => {
  const time = String(headers['x-slack-request-timestamp']);
  const given = Buffer.from(String(headers['x-slack-signature']));
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`,
  );
  const fresh = Math.abs(Date.now() / 1000 - Number(time)) < 300;
  return fresh && given.length === expected.length && timingSafeEqual(given, expected);
};
