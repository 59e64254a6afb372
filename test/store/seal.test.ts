import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createSeal } from '../../src/store/seal.ts';
import { fc } from '../setup/properties.ts';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [k1, k2] = [key('k1'), key('k2')];
const seal = createSeal([k1]);

describe('a sealed text', () => {
  test('opens for its own row, whatever it says, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, row) => {
        const sealed = seal.seal(text, row);
        expect(seal.open(sealed, row)).toBe(text);
        expect(seal.seal(text, row)).not.toBe(sealed);
      }),
    );
  });

  test('opens for no other row', () => {
    const sealed = seal.seal('xoxb-1', 'slack_installation:T1:bot_token');
    expect(() => seal.open(sealed, 'slack_installation:T2:bot_token')).toThrow();
  });

  test('opens no more when a single bit of it is another', () => {
    const sealed = seal.seal('xoxb-1', 'row');
    const [version, id, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => seal.open(`${version}.${id}.${changed.toString('base64url')}`, 'row')).toThrow();
    }
    for (const broken of [
      '',
      'v1',
      'v1.k1.',
      'v2.k1.AAAA',
      `v1.k1.${bytes.subarray(0, 20).toString('base64url')}`,
    ])
      expect(() => seal.open(broken, 'row')).toThrow();
  });

  test('opens under an older key of the ring, shows that it is one, and under none that is gone', () => {
    const sealed = seal.seal('xoxb-1', 'row');
    const ring = createSeal([k2, k1]);
    expect(ring.open(sealed, 'row')).toBe('xoxb-1');
    expect([seal.isStale(sealed), ring.isStale(sealed), ring.isStale(ring.seal('x', 'row'))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(() => createSeal([k2]).open(sealed, 'row')).toThrow();
    expect(() => createSeal([{ ...k2, id: 'k1' }]).open(sealed, 'row')).toThrow();
  });
});
