import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../src/core/reading/read-message.ts';
import { judge } from './messages/judge.ts';
import { now } from './now.ts';

/**
 * How many of each set's messages are read exactly, in all six fields: it may grow and never shrink. The lexicon has
 * learned from all but set 9 since; at first sight set 3 was read exactly at 78.8 %, set 4 at 85.0 %, set 5 at 76.7 %,
 * the second half of set 6 at 75.3 % and the thirds of set 7, one after the other, at 78.7, 76.0 and 85.3 % and
 * set 8 at 88.0 %, sets 10, 11 and 12 (harder: two things in one message, dictation, second language) at 81.1, 68.1 and
 * 69.9 %, set 13 (everyday again) at 77.9 %, set 14 by somebody who had not seen the rules at 87.1 %, set 15 and 16, written with
 * it before any rule was read, at 79.6 and 84.2 %, sets 17 to 20, by the same writer who knew them by then, at 75.2, 80.3,
 * 64.6 (hard on purpose) and 90.0 %. Set 9 stands at first sight still: 85.0 %, which tells how it does with people it has never met.
 */
describe.each([
  ['set-1', 147, 149],
  ['set-2', 147, 150],
  ['set-3', 169, 169],
  ['set-4', 155, 159],
  ['set-5', 142, 150],
  ['set-6', 271, 293],
  ['set-7', 447, 449],
  ['set-8', 150, 150],
  ['set-9', 102, 111],
  ['set-10', 173, 181],
  ['set-11', 130, 150],
  ['set-12', 124, 134],
  ['set-13', 95, 107],
  ['set-14', 185, 198],
  ['set-15', 137, 154],
  ['set-16', 109, 112],
  ['set-17', 126, 138],
  ['set-18', 108, 113],
  ['set-19', 58, 71],
  ['set-20', 74, 77],
])('messages of strangers, %s', (set, exact, rightIntent) => {
  const verdict = judge(set);

  test('no refusal is read as a yes', () => {
    expect(verdict.falseYes).toEqual([]);
  });

  test(`at least ${exact} are read exactly, ${rightIntent} with the right intent`, () => {
    const { misses } = verdict;
    const isAsGood = verdict.exact >= exact && verdict.rightIntent >= rightIntent;
    expect({ isAsGood, misses: isAsGood ? [] : misses }).toEqual({ isAsGood: true, misses: [] });
  });
});

test('no way to say no, kindly, in jest or beside a lesson, is read as a yes', () => {
  const asked = { day: '2026-11-10', start: 600, end: 630 };
  const refusals = readFileSync(path.join(import.meta.dirname, 'messages/refusals.txt'), 'utf8')
    .trim()
    .split('\n');
  const yeses = refusals.filter(
    (text) => readMessage(text, { role: 'teacher', now, asked }).available === 'yes',
  );
  expect(yeses).toEqual([]);
});
