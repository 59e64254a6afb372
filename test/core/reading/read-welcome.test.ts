import { describe, expect, test } from '@jest/globals';
import { welcomeWords } from '../../../src/core/reading/lexicon/welcome-words.ts';
import { readWelcome } from '../../../src/core/reading/read-welcome.ts';
import { fc } from '../../setup/properties.ts';
import { scraps } from './now.ts';

describe('whether a visit is welcome', () => {
  test.each([
    'no',
    'nope',
    'no push in today',
    'centers but pls skip',
    "can't do it, sorry",
    'not a good day',
    'no thanks',
    'yes but not tuesday',
    'ok no',
    'we have the math test sorry',
    'assembly 10am',
    'field trip!',
    "can't wait til after",
    '👎',
  ])('%j is a no', (text) => {
    expect(readWelcome(text).welcome).toBe('no');
  });

  test.each([
    'maybe',
    'might be indoor recess',
    'probably fine',
    'if it stops raining yes',
    'idk yet',
    'there is a sub, but sure',
    'the test ends at 10, then you can come',
  ])('%j is a maybe', (text) => {
    expect(readWelcome(text).welcome).toBe('maybe');
  });

  test.each(['yes', 'sounds good!', 'Sure, join us', 'writing, come on in', 'no problem', 'great', '👍'])(
    '%j is a yes',
    (text) => {
      expect(readWelcome(text).welcome).toBe('yes');
    },
  );

  test.each([
    'writing',
    'good morning',
    'make sure they sit',
    'is that ok?',
    "it's library not music",
    "you're welcome",
  ])('%j says neither', (text) => {
    expect(readWelcome(text).welcome).toBeUndefined();
  });

  test('a substitute and an open plan are told apart', () => {
    expect(readWelcome('there is a sub')).toEqual({ welcome: 'maybe', unsure: false, substitute: true });
    expect(readWelcome('not sure')).toEqual({ welcome: 'maybe', unsure: true, substitute: false });
  });
});

describe('a wrong yes is the worst fault', () => {
  const words = fc.array(
    fc.oneof(fc.constantFrom(...scraps), fc.constantFrom(...welcomeWords.map(([phrase]) => phrase))),
    { maxLength: 8 },
  );
  const refusals = fc.constantFrom('not', 'no', "don't", 'pls skip', "can't", 'never');

  test('a refusal put anywhere into a message never turns its no into a yes', () => {
    fc.assert(
      fc.property(words, refusals, fc.nat(8), (said, refusal, at) => {
        if (readWelcome(said.join(' ')).welcome !== 'no') return;
        // Right before what keeps a visit away it denies just that: “no test”.
        if (readWelcome(said[at] ?? '').welcome === 'no') return;
        expect(readWelcome(said.toSpliced(at, 0, refusal).join(' ')).welcome).not.toBe('yes');
      }),
      { numRuns: 1000 },
    );
  });

  test('a refusal after a message leaves no yes', () => {
    fc.assert(
      fc.property(words, refusals, (said, refusal) => {
        expect(readWelcome(`${said.join(' ')}, ${refusal}`).welcome).not.toBe('yes');
      }),
      { numRuns: 1000 },
    );
  });
});
