import { describe, expect, test } from '@jest/globals';
import { inert, lines, markdown } from '../../../adapters/teams/escape.ts';
import { fc } from '../../setup/properties.ts';

const hostile = fc.constantFrom(
  '<at>Dana</at>',
  '[tap here](https://evil.example)',
  '![x](http://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example',
  'www.evil.example',
  '\u0024{secret}',
  '{{DATE(2026-01-01,SHORT)}}',
  '**loud** _soft_ ~~gone~~ `code`',
  '# title',
  '> quote',
  '- item',
  '12. item',
  '&#91;x&#93;(http://e.x)',
  '&lt;at&gt;',
  '\\[x](y)',
  '\\',
  '\u202e',
  '\u0000',
  '\n',
  '    ',
  '👩🏽‍🏫',
);
const typed = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** What a reader sees: Markdown's backslashes taken away, and what has no width. */
const seen = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u2060', '');
const meant = (text: string): string => lines(text).join(' ').replaceAll('\u2060', '');

const active = [/<[a-z/!?]/i, /\$\{/, /\{\{/, /:\/\//, /\bwww\./i];

describe('text that somebody typed', () => {
  test('holds no mention, template, function or link where text is shown as it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const pattern of active) expect(inert(text)).not.toMatch(pattern);
        expect(inert(text).replaceAll('\u2060', '')).toBe(meant(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('holds no Markdown either where Teams would draw it, and reads as it was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const escaped = markdown(text);
        for (const pattern of active) expect(escaped).not.toMatch(pattern);
        // Without the escaped characters nothing is left that Markdown acts on.
        const bare = escaped.replace(/\\[!-/:-@[-`{-~]/g, '·');
        expect(bare).not.toMatch(/[\\`*_[\]~]|&[#a-z]|^[#>+=-]|^\d+[.)]/i);
        expect(seen(escaped)).toBe(meant(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['Ms. Rivera, Room 12: Tue 10:00–10:30', 'Ms. Rivera, Room 12: Tue 10:00–10:30'],
    ['fine-motor (2 × 30 min) & K.', 'fine-motor (2 × 30 min) & K.'],
    ['a < b and $5', 'a < b and $5'],
  ])('%s needs no escape at all', (text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  test('of ten thousand characters is escaped at once', () => {
    const begun = process.cpuUsage();
    for (const piece of ['<', '{', '[', '\\', ' ', '\n', 'w', '&#', '1']) markdown(piece.repeat(10_000));
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});
