import { expect, test } from '@jest/globals';
import { readCode } from '../../src/core/reading/read-code.ts';
import { newCode } from '../../src/usecases/new-code.ts';

test('every code handed out is one that is understood when typed, in small letters too', () => {
  const codes = Array.from({ length: 3_000 }, newCode);
  expect(codes.filter((code) => readCode(code.toLowerCase()) !== code)).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
