import { createPublicKey, createVerify, type JsonWebKey } from 'node:crypto';

interface Key extends JsonWebKey {
  readonly kid: string;
  readonly endorsements: readonly string[];
}

const decoded = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;

/** The Bot Connector's rules for a token on a request to the bot; undefined when all of them hold. */
export const teamsFault = async (
  authorization: string | undefined,
  activity: { serviceUrl?: unknown; channelId?: unknown },
  expected: { metadataUrl: string; appId: string },
): Promise<string | undefined> => {
  const [head, body, signature] = (authorization ?? '').replace(/^Bearer /, '').split('.');
  if (!head || !body || !signature) return 'no token';
  const metadata = (await (await fetch(expected.metadataUrl)).json()) as { jwks_uri: string };
  const { keys } = (await (await fetch(metadata.jwks_uri)).json()) as { keys: Key[] };
  const { kid, alg } = decoded(head);
  const key = keys.find((one) => one.kid === kid);
  if (!key || alg !== 'RS256') return 'unknown key';
  if (!key.endorsements.includes(String(activity.channelId))) return 'not endorsed';
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const genuine = createVerify('RSA-SHA256')
    .update(`${head}.${body}`)
    .verify(publicKey, signature, 'base64url');
  if (!genuine) return 'bad signature';
  const claims = decoded(body);
  const now = Date.now() / 1000;
  if (claims['iss'] !== 'https://api.botframework.com') return 'wrong issuer';
  if (claims['aud'] !== expected.appId) return 'wrong audience';
  if (Number(claims['exp']) < now || Number(claims['nbf']) > now) return 'not valid now';
  return claims['serviceurl'] === activity.serviceUrl ? undefined : 'wrong service URL';
};
