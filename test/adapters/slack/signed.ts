import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const signingSecret = 'a-signing-secret-of-the-tests';

type Json = Readonly<Record<string, unknown>>;

/** One of the recorded shapes beside the adapter, with parts of it changed. */
export const sample = (name: string, changes: Json = {}): Json => {
  const path = new URL(`../../../adapters/slack/samples/${name}.json`, import.meta.url);
  return merged(JSON.parse(readFileSync(path, 'utf8')) as Json, changes);
};

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (base: Json, changes: Json): Json =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(changes)])].map((key) => {
      const [from, to] = [base[key], changes[key]];
      if (isRecord(from) && isRecord(to)) return [key, merged(from, to)];
      return [key, key in changes ? to : from];
    }),
  );

export interface Signed {
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Signs as Slack does; `ageSeconds` below zero is the future. */
export const signed = (
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
  { ageSeconds = 0, secret = signingSecret, headers = {} as Record<string, string> } = {},
): Signed => {
  const stamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex');
  return {
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${digest}`,
      ...headers,
    },
    body,
  };
};

const form = 'application/x-www-form-urlencoded';
const encoded = (fields: Json): string => new URLSearchParams(fields as Record<string, string>).toString();

export const signedCommand = (changes: Json = {}): Signed =>
  signed(form, encoded(sample('command', changes)));

export const signedInteraction = (name: string, changes: Json = {}): Signed =>
  signed(form, encoded({ payload: JSON.stringify(sample(name, changes)) }));

export const signedEvent = (name: string, changes: Json = {}, headers: Record<string, string> = {}): Signed =>
  signed('application/json', JSON.stringify(sample(name, changes)), { headers });

/** A new act needs new ids, as on the real Slack. */
let count = 0;
export const fresh = (prefix: string): string => {
  count += 1;
  return `${prefix}${count}`;
};
