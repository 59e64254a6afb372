import { describe, expect, test } from '@jest/globals';
import { findExposed } from '../../src/core/exposure/find-exposed.ts';
import { diagnosisWords, supportWords } from '../../src/core/exposure/words.ts';
import { fc } from '../setup/properties.ts';

const roster = ['K.', 'Otter', 'Blue 2', 'A.'];
const found = (text: string) => findExposed(text, roster).map(({ what, words }) => `${what}: ${words}`);

describe('words that tell whom or what a child has', () => {
  test.each([
    ['Otter needs the scissors', ['student: Otter']],
    ['otter was tired, so was Blue 2', ['student: otter', 'student: Blue 2']],
    ['Otter’s chair and K’s folder', ["student: Otter's", "student: K's"]],
    ['sit K. at the back', ['student: K.']],
    ['K did well', ['student: K']],
    ['he has ADHD and an IEP', ['diagnosis: ADHD', 'service: IEP']],
    ['the ot comes, then speech therapy', ['service: ot', 'service: speech therapy']],
    ['her sensory processing disorder', ['diagnosis: sensory processing disorder']],
    ['he’s on the spectrum, non-verbal', ['diagnosis: on the spectrum', 'diagnosis: non-verbal']],
    ['PT on Monday', ['service: PT']],
    ['ADD, not add', ['diagnosis: ADD']],
  ])('are found: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'We add and subtract, which is odd today',
    'Grade K and the K-2 rooms',
    'A short story, and I read it',
    'writing til 1040, the blue folder',
    'another one, not hot, potter, pt 2 of the story',
    'Bring the short pencils, please',
  ])('are not seen where there are none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('each is told once, in the order it was written', () => {
    expect(found('IEP, Otter, IEP, Otter')).toEqual(['service: IEP', 'student: Otter']);
  });

  test('whatever stands around them, every word of the lists is found', () => {
    const around = fc.constantFrom('', 'today ', 'please, ', '(', '“');
    fc.assert(
      fc.property(
        fc.constantFrom(...diagnosisWords, ...supportWords),
        around,
        around,
        (word, before, after) => {
          expect(found(`${before}${word} ${after}`).map((one) => one.split(': ')[1])).toEqual([word]);
        },
      ),
    );
  });

  test('whatever is written, nothing breaks, and what is found stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 600 }),
        fc.array(fc.string({ maxLength: 24 }), { maxLength: 4 }),
        (text, names) => {
          for (const { words } of findExposed(text, names)) expect(words).not.toBe('');
        },
      ),
    );
  });
});
