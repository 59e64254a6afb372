import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { asksForAgreement, readRequest } from '../../../src/core/reading/read-request.ts';

const now = { date: '2026-11-30', minute: 7 * 60 + 41 };
const read = (text: string) => readRequest(text, now);

describe('a teacher’s own word', () => {
  test.each([
    ['I need a hand with cutting', 'hand'],
    ['hi, could you give me a hand at centers', 'hand'],
    ['Can someone help us with line-up tomorrow?', 'hand'],
    ['we could use help at arrival', 'hand'],
    ['I’m worried about writing time', 'concern'],
    ['a concern: the noise on Fridays', 'concern'],
    ['come Tuesday', 'come'],
    ['please stop by on thursday at 10', 'come'],
    ['could someone come Wed 9-9:30?', 'come'],
  ] as const)('is heard: %s', (text, about) => {
    expect(read(text)).toBe(about);
  });

  test.each([
    'writing til 1040',
    'come in anytime',
    'help',
    'I need a hand',
    'sure come',
    'please come back with a plan',
    'centers Tuesday, come at 10 if you like',
  ])('is not heard where there is none: %s', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('is seldom heard in messages that are something else', () => {
    const messages = [1, 2, 3].flatMap((set) =>
      readFileSync(new URL(`./messages/set-${set}.jsonl`, import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { role?: string; text: string }),
    );
    const taken = messages.filter(
      ({ role, text }) => role !== 'therapist' && ['hand', 'concern'].includes(read(text) ?? ''),
    );
    expect(messages.length).toBeGreaterThan(400);
    expect(taken.map(({ text }) => text)).toEqual([]);
  });
});

test('the agreement is asked for by its name and nothing else', () => {
  for (const text of ['how we work', 'How we work together?', 'show me our agreement'])
    expect(asksForAgreement(text)).toBe(true);
  for (const text of ['how we work on Tuesday', 'agreement on centers', 'writing'])
    expect(asksForAgreement(text)).toBe(false);
});
