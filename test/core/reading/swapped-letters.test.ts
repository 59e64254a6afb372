import { describe, expect, test } from '@jest/globals';
import { withoutSwaps } from '../../../src/core/reading/swapped-letters.ts';

describe('two letters swapped in a common word', () => {
  test('are the word that was meant, at the same place', () => {
    expect(withoutSwaps('let me get bakc to you on taht')).toBe('let me get back to you on that');
  });

  test('mend a refusal as well as a welcome', () => {
    expect(withoutSwaps('Dotn come tdoay')).toBe('dont come today');
  });

  test('leave words of their own, names and longer words alone', () => {
    const text = "Brian's form has three alter egos, Thier's bcakpack";
    expect(withoutSwaps(text)).toBe(text);
  });
});
