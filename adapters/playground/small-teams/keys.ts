import { createSign, generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Json } from '../wire.ts';

/** What botbuilder expects of a token from the channel: the Bot Connector authentication document. */
const ISSUER = 'https://api.botframework.com';
/** Seconds. */
const LIFE = 3_600;

/** Off the main thread, for it takes a moment. */
const makePair = () => promisify(generateKeyPair)('rsa', { modulusLength: 2048 });

const encoded = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export type Keys = ReturnType<typeof createKeys>;

/** The channel's own RSA key: signs what goes to the bot, and publishes how to check it. */
export const createKeys = (deps: { appId: string }) => {
  let made: ReturnType<typeof makePair> | undefined;
  const pair = () => {
    made ??= makePair();
    return made;
  };
  const kid = randomBytes(8).toString('hex');

  return {
    jwks: async (): Promise<Json> => ({
      keys: [
        {
          ...(await pair()).publicKey.export({ format: 'jwk' }),
          kid,
          use: 'sig',
          alg: 'RS256',
          endorsements: ['msteams'],
        },
      ],
    }),

    metadata: (jwksUri: string): Json => ({
      issuer: ISSUER,
      jwks_uri: jwksUri,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),

    /** A bearer token for one activity; its `serviceurl` claim must equal the activity's own. */
    async sign(serviceUrl: string): Promise<string> {
      const { privateKey } = await pair();
      const now = Math.floor(Date.now() / 1000);
      const head = encoded({ alg: 'RS256', typ: 'JWT', kid });
      const claims = encoded({
        iss: ISSUER,
        aud: deps.appId,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + LIFE,
        jti: randomUUID(),
      });
      const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(privateKey, 'base64url');
      return `${head}.${claims}.${signature}`;
    },
  };
};
