import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** One of PUSHIN_KEYS. The first of a ring seals, all of them open. */
export interface SealKey {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

export interface Seal {
  /** `row` says whose it is, so that a sealed text opens nowhere else. */
  seal(text: string, row: string): string;
  /** Throws for another row, a key that is gone, or a text somebody changed. */
  open(sealed: string, row: string): string;
  /** Not sealed by the ring's first key. */
  isStale(sealed: string): boolean;
}

const VERSION = 'v1';
/** Bytes, as NIST SP 800-38D has them for GCM. */
const IV = 12;
const TAG = 16;

export const createSeal = (keys: readonly SealKey[]): Seal => {
  const [first] = keys;
  if (first === undefined) throw new Error('a seal needs a key');
  return {
    seal: (text, row) => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', first.secret, iv, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(row));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, first.id, Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')].join(
        '.',
      );
    },
    open: (sealed, row) => {
      const [version, id, body = ''] = sealed.split('.');
      const key = keys.find((known) => known.id === id);
      const bytes = Buffer.from(body, 'base64url');
      if (version !== VERSION || key === undefined || bytes.length < IV + TAG)
        throw new Error('not sealed by these keys');
      const decipher = createDecipheriv('aes-256-gcm', key.secret, bytes.subarray(0, IV), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(row));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    },
    isStale: (sealed) => sealed.split('.')[1] !== first.id,
  };
};
