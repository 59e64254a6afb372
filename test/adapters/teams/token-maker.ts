import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const makeKey = (): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });

export const signRs256 = (header: object, claims: object, key: KeyObject): string => {
  const content = `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
};

export const unsigned = (header: object, claims: object, signature = ''): string =>
  `${part(header)}.${part(claims)}.${signature}`;
