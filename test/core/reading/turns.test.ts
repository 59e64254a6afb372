import { describe, expect, test } from '@jest/globals';
import { phraseWords } from '../../../src/core/reading/phrases.ts';
import { turnTable } from '../../../src/core/reading/turns.ts';

const classes = { may: ['may', 'can'], visit: ['sit', 'come'] };
const found = (pattern: string, text: string) =>
  turnTable([[pattern, true]], classes)(phraseWords(text)).map(({ at, to }) => [at, to]);

describe('a turn of phrase', () => {
  test('is met wherever its words stand in order, each out of its class', () => {
    expect(found('you {may} {visit}', 'well, you can sit or you may come')).toEqual([
      [2, 5],
      [6, 9],
    ]);
    expect(found('you {may} {visit}', 'you sit')).toEqual([]);
  });

  test('may lack what is marked so', () => {
    expect(found('you {may} always? {visit}', 'you may sit')).toEqual([[0, 3]]);
    expect(found('you {may} always? {visit}', 'you may always sit')).toEqual([[0, 4]]);
    expect(found('please? {visit}', 'come')).toEqual([[0, 1]]);
  });

  test('bridges up to three words, and no comma', () => {
    expect(found('take ... off', 'take me and us off')).toEqual([[0, 5]]);
    expect(found('take ... off', 'take me and us all off')).toEqual([]);
    expect(found('take ... off', 'take me, off')).toEqual([]);
  });

  test('understands words written in a hurry', () => {
    expect(found('you|your {may} {visit}', 'u can come')).toEqual([[0, 3]]);
  });

  test('has only classes that exist, and begins with a word', () => {
    expect(() => found('you {might}', '')).toThrow('no class of words is called {might}');
    expect(() => found('... off', '')).toThrow('begins with any word');
  });
});
