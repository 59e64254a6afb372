import { describe, expect, test } from '@jest/globals';
import { findByWords } from '../../../src/core/reading/find-by-words.ts';
import { fc } from '../../setup/properties.ts';

const classes = [
  { value: 'r12', names: ['Room 12', 'Ms. Rivera', 'grade 2'] },
  { value: 'r7', names: ['Room 7', 'Mr. Chen', 'grade 1'] },
  { value: 'r120', names: ['Room 120', 'Ms. Riverton', 'grade 2'] },
];

describe('finding a class or person by words', () => {
  test.each([
    ['Room 12', ['r12']],
    ['room 12', ['r12']],
    ['rm 12', ['r12']],
    ['12', ['r12']],
    ['rivera', ['r12']],
    ['Ms Rivera', ['r12']],
    ['mrs. rivera', ['r12']],
    ['River', ['r12', 'r120']],
    ['rivrea', ['r12']],
    ['chen', ['r7']],
    ['2', ['r12', 'r120']],
    ['1', ['r7']],
    ['classroom 7', ['r7']],
    ['room 1', []],
    ['grade 2', ['r12', 'r120']],
    ['okafor', []],
    ['', []],
    ['?!', []],
  ])('%j finds %j', (words, found) => {
    expect(findByWords(words, classes)).toEqual(found);
  });

  test('a thing is always found by its own name', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcdefgz12 '), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), name, (others, own) => {
        fc.pre(own.trim() !== '');
        const things = [own, ...others].map((one, value) => ({ value, names: [one] }));
        expect(findByWords(own, things)).toContain(0);
      }),
    );
  });

  test('any words get an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (words) => {
        expect(Array.isArray(findByWords(words, classes))).toBe(true);
      }),
    );
  });
});
