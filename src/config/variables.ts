import { z } from 'zod';
import { isLoopback } from '../loopback.ts';

export type Present = Readonly<Record<string, string>>;

/** An empty value counts as not set: `PORT= npm start` and compose files write it so. */
export const presentIn = (environment: Readonly<Record<string, string | undefined>>): Present =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const shown = (form: string) => ({
  error: (issue: { input?: unknown }) => `must be ${form}, but is «${issue.input}»`,
});
/** For values nobody should find in a terminal's history. */
const hidden = (form: string) => ({ error: `must be ${form}` });

const secret = z.string();
const startingWith = (prefix: string) =>
  z.string().refine((text) => text.startsWith(prefix), hidden(`a token that starts with ${prefix}`));

/** Entra's ids; what Teams sends is compared with them letter by letter, and is in small ones. */
const entraId = z
  .guid(shown('an id like 00000000-0000-0000-0000-000000000000, as the Azure portal shows it'))
  .transform((text) => text.toLowerCase());

const loopbackUrl = z.string().refine((text) => {
  const url = urlOf(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
}, shown('a URL on this machine, such as http://127.0.0.1:4000 (it is for tests and emulators only)'));

const publicUrl = z
  .string()
  .refine((text) => {
    const url = urlOf(text);
    if (url === undefined || url.pathname !== '/' || url.search !== '' || url.hash !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  }, shown('an https address without a path, such as https://pushin.example.org'))
  .transform((text) => text.replace(/\/$/, ''));

const KEY_BYTES = 32;
const keyOf = (text: string) => {
  const [id = '', secret = '', ...rest] = text.trim().split(':');
  return { id, secret: Buffer.from(secret, 'base64url'), whole: /^[\w-]+$/.test(id) && rest.length === 0 };
};
const keyRing = z
  .string()
  .transform((text) => text.split(',').map(keyOf))
  .refine(
    (keys) =>
      keys.every((key) => key.whole && key.secret.length === KEY_BYTES) &&
      new Set(keys.map((key) => key.id)).size === keys.length,
    hidden(
      'a comma-separated list of name:key, newest first, each key 32 bytes in base64url, such as k2:…,k1:… (openssl rand -base64 32 makes one)',
    ),
  )
  .transform((keys) => keys.map(({ id, secret }) => ({ id, secret })));

export const isHost = (text: string): boolean => /^[\w.:-]+$/.test(text);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const schema = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      shown('a whole number from 1 to 65535'),
    )
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(isHost, shown('an IP address or a host name, such as 127.0.0.1 or 0.0.0.0')),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:$/.test(urlOf(text)?.protocol ?? ''),
      hidden('a Postgres address, such as postgres://user:password@host:5432/pushin'),
    )
    .optional(),
  PUSHIN_DATA_DIR: z.string().default('.pushin'),
  PUSHIN_KEYS: keyRing.optional(),
  PUBLIC_URL: publicUrl.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_BOT_TOKEN: startingWith('xoxb-').optional(),
  SLACK_CLIENT_ID: secret.optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_APP_TOKEN: startingWith('xapp-').optional(),
  SLACK_API_URL: loopbackUrl.optional(),
  TEAMS_APP_ID: entraId.optional(),
  TEAMS_APP_PASSWORD: secret.optional(),
  TEAMS_TENANT_ID: entraId.optional(),
  TEAMS_OPENID_METADATA_URL: loopbackUrl.optional(),
  TEAMS_TOKEN_URL: loopbackUrl.optional(),
  PUSHIN_PLAYGROUND: z
    .enum(['on', 'off'], shown('on or off'))
    .transform((text) => text === 'on')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, shown(`one of ${logLevels.join(', ')}`)).optional(),
});
export type Variables = z.output<typeof schema>;
export const variableNames: readonly string[] = Object.keys(schema.shape);

/** `variables` is undefined exactly when there are faults. */
export const readVariables = (
  present: Present,
): { variables: Variables | undefined; faults: readonly string[] } => {
  const reading = schema.safeParse(present);
  if (reading.success) return { variables: reading.data, faults: [] };
  return {
    variables: undefined,
    faults: reading.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`),
  };
};
