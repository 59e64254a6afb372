import { describe, expect, test } from '@jest/globals';
import { markdownHtml } from '../../../adapters/playground/page/teams/markdown.ts';
import { fc } from '../../setup/properties.ts';

describe('text of an Adaptive Card', () => {
  test.each([
    ['**Room 12**, at 10:00-10:30', '<strong>Room 12</strong>, at 10:00-10:30'],
    ['_soon_ or *now*', '<em>soon</em> or <em>now</em>'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['\\*\\*not bold\\*\\* and \\_so\\_', '**not bold** and _so_'],
    ['2 \\< 3', '2 &lt; 3'],
    [
      '[site](https://a.example/b)',
      '<a href="https://a.example/b" target="_blank" rel="noreferrer">site</a>',
    ],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['a\n- b', 'a<br>• b'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ])('%j is drawn as %j', (text, html) => {
    expect(markdownHtml(text)).toBe(html);
  });

  test('whatever somebody typed, only harmless tags come out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab<>&"\'`*_[]()\\/:=\n-https'), maxLength: 60 }),
        (text) => {
          const rest = markdownHtml(text)
            .replace(/<a href="https:\/\/[^"<>]*" target="_blank" rel="noreferrer">|<\/a>/g, '')
            .replace(/<\/?(?:strong|em)>|<br>/g, '');
          expect(rest).not.toMatch(/[<>"]/);
        },
      ),
    );
  });
});
