import { expect, test } from '@jest/globals';
import { readDiffering } from '../../../src/core/reading/read-differing.ts';

const aliases = ['K.', 'Otter'];

test.each([
  ['Otter: 1 × 20 outside', [{ alias: 'Otter', count: 1, minutes: 20, setting: 'pull_out' }]],
  ['otter: 1x20 pull-out', [{ alias: 'Otter', count: 1, minutes: 20, setting: 'pull_out' }]],
  ['K.: 3 x 45', [{ alias: 'K.', count: 3, minutes: 45, setting: 'push_in' }]],
  ['K.: 1*30 in class or outside', [{ alias: 'K.', count: 1, minutes: 30, setting: 'either' }]],
  ['K.: 1 x 15 with the adults', [{ alias: 'K.', count: 1, minutes: 15, setting: 'consult' }]],
  ['', []],
] as const)('“%s” is read student by student', (text, lines) => {
  expect(readDiffering(text, aliases, 'push_in')).toEqual({ ok: true, lines });
});

test('two entries for one student add up, with semicolons or line by line', () => {
  const reading = readDiffering('Otter: 2 × 30 in the class;\nOtter: 1 × 20 outside', aliases, 'push_in');
  expect(reading.ok && reading.lines.map(({ setting }) => setting)).toEqual(['push_in', 'pull_out']);
});

test.each([
  ['Otter twice a week', 'unclear'],
  ['Otter: 0 x 30', 'unclear'],
  ['Bee: 1 x 30', 'unknown-alias'],
])('“%s” is asked about, and nothing is guessed', (text, why) => {
  expect(readDiffering(text, aliases, 'push_in')).toMatchObject({ ok: false, why });
});
