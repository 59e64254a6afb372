import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Json } from '../wire.ts';

/** Milliseconds. */
const LIFE = 3_600_000;

export type Tokens = ReturnType<typeof createTokens>;

/** OAuth client credentials: the bot trades its id and password for the token the connector asks for. */
export const createTokens = (deps: { appId: string; appPassword: string }) => {
  const issued = new Map<string, number>();

  return {
    issue(form: URLSearchParams, authorization: string | undefined): { status: number; body: Json } {
      const basic = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
      const [basicId, basicSecret] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':') : [];
      if (form.get('grant_type') !== 'client_credentials') {
        return { status: 400, body: { error: 'unsupported_grant_type' } };
      }
      const id = form.get('client_id') ?? basicId;
      const secret = form.get('client_secret') ?? basicSecret;
      if (id !== deps.appId || secret !== deps.appPassword)
        return { status: 401, body: { error: 'invalid_client' } };
      const now = Date.now();
      for (const [token, until] of issued) if (until < now) issued.delete(token);
      const token = randomBytes(24).toString('base64url');
      issued.set(token, now + LIFE);
      const seconds = LIFE / 1000;
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token },
      };
    },

    admits(request: IncomingMessage): boolean {
      const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
      return (issued.get(token) ?? 0) > Date.now();
    },
  };
};
