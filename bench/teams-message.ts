import { createSign, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Shot } from './client.ts';

/** Who signs for Teams, as the Bot Connector authentication document has it. */
export const issuer = 'https://api.botframework.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const kid = randomBytes(8).toString('hex');

export const teams = { appId: randomUUID(), tenantId: randomUUID() };

export const signingKeys = {
  keys: [
    { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] },
  ],
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const teamsToken = (serviceUrl: string, claims: object = {}): string => {
  const now = Math.floor(Date.now() / 1000);
  const signed = [
    part({ alg: 'RS256', typ: 'JWT', kid }),
    part({
      iss: issuer,
      aud: teams.appId,
      serviceurl: serviceUrl,
      nbf: now - 60,
      exp: now + 3600,
      jti: randomUUID(),
      ...claims,
    }),
  ].join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
};

/** Words typed to the bot in a chat of two, as Teams delivers them. */
export const teamsMessage = (words: string, userId: string, serviceUrl: string): Shot => ({
  path: '/api/messages',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${teamsToken(serviceUrl)}` },
  body: JSON.stringify({
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: userId, name: 'Somebody', aadObjectId: randomUUID() },
    recipient: { id: `28:${teams.appId}`, name: 'PushIn' },
    conversation: { id: chatOf(userId), conversationType: 'personal', tenantId: teams.tenantId },
    channelData: { tenant: { id: teams.tenantId } },
    locale: 'en-US',
    textFormat: 'plain',
    text: words,
  }),
});

export const chatOf = (userId: string): string => `a:${userId}`;
