import { randomInt } from 'node:crypto';
import { readCode } from '../core/reading/read-code.ts';

/** No 0/O or 1/I: codes are read aloud in corridors. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/**
 * 32^8 codes, each good once for one month, and typed only by members of the organization's own tenants. One
 * that could be taken for an activity or a time ("MATH-PREP", "2345-6789") is drawn again.
 */
export const newCode = (): string => {
  const code = `${group()}-${group()}`;
  return readCode(code) === code ? code : newCode();
};
