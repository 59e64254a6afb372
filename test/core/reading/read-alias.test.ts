import { expect, test } from '@jest/globals';
import { aliasFault, readAliases } from '../../../src/core/reading/read-alias.ts';
import { fc } from '../../setup/properties.ts';

test.each([
  'K.',
  'Otter',
  'K. R.',
  'blue otter',
  'Blue 2',
  '🦦',
  'K',
  '7',
  'a'.repeat(24),
  ' K.  R. ',
  'K, R',
  'otter Blue',
])('%j may stand for a student', (alias) => {
  expect(aliasFault(alias)).toBeUndefined();
});

test.each([
  ['Jordan Smith', 'looks-like-a-name'],
  ['Ana María López', 'looks-like-a-name'],
  ["Sean O'Brien", 'looks-like-a-name'],
  ['Mary J. Blue', 'looks-like-a-name'],
  ['Smith, J', 'looks-like-a-name'],
  ['kid@example.org', 'looks-like-a-name'],
  ['Smith,J', 'looks-like-a-name'],
  ['Jordan Alexander Smith-Whitmore the Third', 'looks-like-a-name'],
  ['somebody.with.a.long.name@example.org', 'looks-like-a-name'],
  ['a'.repeat(25), 'too-long'],
  [`${' '.repeat(239)}KK`, 'too-long'],
  ['', 'empty'],
  ['  ', 'empty'],
  ['...', 'empty'],
  ['the one who sits by the window', 'too-long'],
])('%j: %s', (alias, fault) => {
  expect(aliasFault(alias)).toBe(fault);
});

test('a list is split at commas, semicolons and lines, each alias once', () => {
  expect(readAliases(' K.,  Otter ;K.\notter\n\n,Blue  2')).toEqual(['K.', 'Otter', 'Blue 2']);
  expect(readAliases('')).toEqual([]);
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      for (const alias of readAliases(text)) expect(alias.trim()).toBe(alias);
      expect(['empty', 'too-long', 'looks-like-a-name', undefined]).toContain(aliasFault(text));
    }),
  );
});
