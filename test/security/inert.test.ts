import { describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render.ts';
import { renderForm as renderModal } from '../../adapters/slack/render-form.ts';
import { cardView, renderHome } from '../../adapters/slack/render-view.ts';
import { renderCard } from '../../adapters/teams/render.ts';
import { renderForm as renderDialog } from '../../adapters/teams/render-form.ts';
import { csvText } from '../../src/core/csv-text.ts';
import { calendarUrl, cards, type Facts, facts, forms } from '../core/wording/every-card.ts';
import { fc } from '../setup/properties.ts';
import { fullSize } from './sizes.ts';

const hostile = fc.constantFrom(
  '<!channel>',
  '<!here|here>',
  '<@U0001>',
  '<#C0001>',
  '<http://evil.example|Approve>',
  '&lt;!here&gt;',
  '<at>Dana</at>',
  '[ok](http://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example',
  'www.evil.example',
  '\u0024{secret}',
  '{{DATE(2026-01-01,SHORT)}}',
  '**b** _i_ ~s~ `c`',
  '=HYPERLINK("http://evil.example")',
  '\u202e',
  '\u0000',
  '\r\nBEGIN:VEVENT',
  '\n# title',
);
const typed = (longest: number) =>
  fc
    .array(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 10 })), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').slice(0, longest) || 'x');
/** Everything that people may type, in every place where a wording file takes it. */
const told = fc
  .tuple(facts, typed(60), typed(40), fc.array(typed(60), { minLength: 1, maxLength: 6 }))
  .map(([f, name, room, names]): Facts => ({ ...f, name, room, names }));

interface Said {
  readonly path: string;
  readonly text: string;
}

/** Every string of a message, with where it stands; not what only our own program reads back. */
const saidIn = (value: unknown, path = ''): Said[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => saidIn(item, path));
  if (typeof value !== 'object' || value === null) return [];
  // In a field that is being filled in, text is what it is.
  const isInput = 'type' in value && String(value.type).startsWith('Input.');
  return Object.entries(value).flatMap(([key, item]) =>
    ['data', '$schema', 'url'].includes(key) || (key === 'value' && (isInput || path.endsWith('.choices')))
      ? []
      : saidIn(item, `${path}.${key}`),
  );
};

/** Where a tap would lead out of the chat. */
const urlsIn = (value: unknown): unknown[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, item]) => (key === 'url' ? [item] : urlsIn(item)));

const slackKinds = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...('type' in value && value.type === 'mrkdwn' ? ['mrkdwn'] : []),
        ...Object.values(value).flatMap(slackKinds),
      ];

/** About a dozen hostile strings in each run. */
const runs = { numRuns: fullSize ? 900 : 6 };

describe('whatever people type, in every card and form PushIn has', () => {
  test('Slack shows it as it is: no mention, no link, no markup', () => {
    fc.assert(
      fc.property(told, (f) => {
        const messages = cards(f).map((card) => renderMessage(card));
        // The one text Slack parses is the line of the notification.
        expect(messages.filter(({ text }) => /[<>]/.test(text))).toEqual([]);
        const views = [
          ...cards(f).flatMap((card) => [renderHome(card), cardView(card)]),
          ...forms(f).map((form) => renderModal(form)),
        ];
        expect([...messages, ...views].flatMap(slackKinds)).toEqual([]);
      }),
      runs,
    );
  });

  test('Teams shows it as it is: no mention, no link, no template, no Markdown link', () => {
    const active = [/<[a-z/!?]/i, /\$\{/, /\{\{/, /:\/\//, /\bwww\./i];
    const link = /(?<!\\)\]\(/;
    const origin = { opening: { words: 'pair' }, openedAt: 'f:1' };
    fc.assert(
      fc.property(told, (f) => {
        const drawn = [
          ...cards(f).map((card) => renderCard(card)),
          ...forms(f).map((form) => renderDialog(form, origin)),
        ];
        expect(drawn.flatMap(urlsIn).filter((url) => url !== calendarUrl)).toEqual([]);
        // Where Teams reads Markdown a link of its own counts too.
        const bad = drawn
          .flatMap((card) => saidIn(card))
          .filter(({ path, text }) =>
            (/\.(text|value)$/.test(path) ? [...active, link] : active).some((pattern) => pattern.test(text)),
          );
        expect(bad).toEqual([]);
      }),
      runs,
    );
  });
});

describe('whatever people type, in a table', () => {
  /** RFC 4180, read by the letter. */
  const cellsOf = (csv: string): string[] =>
    [...csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );

  test('is no formula, ends no line, and reads as it was typed', () => {
    fc.assert(
      fc.property(fc.array(typed(80), { minLength: 1, maxLength: 4 }), (texts) => {
        const cells = cellsOf(csvText([Object.fromEntries(texts.map((text, n) => [`c${n}`, text]))])).slice(
          texts.length,
        );
        expect(cells).toHaveLength(texts.length);
        for (const [n, cell] of cells.entries()) {
          expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@\t\r]/);
          expect(cell.replace(/^'/, '')).toBe((texts[n] ?? '').replaceAll('\0', '').replace(/^'/, ''));
        }
      }),
      { numRuns: fullSize ? 5_000 : 300 },
    );
  });
});
