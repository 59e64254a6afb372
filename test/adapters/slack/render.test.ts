import { describe, expect, test } from '@jest/globals';
import { messageMetadata, renderMessage } from '../../../adapters/slack/render.ts';
import { cardView, renderHome, waitingView } from '../../../adapters/slack/render-view.ts';
import type { Card, Part } from '../../../src/core/card.ts';
import { fc } from '../../setup/properties.ts';
import { markupIn, messageSchema, viewSchema } from './block-kit.ts';
import { cardSaying, fullCard } from './cards.ts';

const person = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '<!channel>',
    '<@U123>',
    '*_~`',
    '&amp;<script>',
    '',
    'x'.repeat(5_000),
    '😀'.repeat(2_500),
  ),
);
const action = fc.record({ name: fc.constant('tap'), label: fc.constant('Tap'), ref: fc.uuid() });
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: person }),
  fc.record({ kind: fc.constant('text' as const), text: person, tone: fc.constantFrom('strong', 'muted') }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: person, value: person }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('option' as const), text: person, detail: person, action }),
  fc.constant({ kind: 'divider' as const }),
);
const anyCard: fc.Arbitrary<Card> = fc.record(
  {
    kind: fc.constant('any'),
    push: person.filter((text) => text !== ''),
    title: person,
    parts: fc.array(part, { maxLength: 20 }),
    actions: fc.array(action, { minLength: 1, maxLength: 6 }),
  },
  { requiredKeys: ['kind', 'push', 'parts', 'actions'] },
);

describe('a card on Slack', () => {
  test('shows every part in order, its actions in one row at the end', () => {
    const { text, blocks } = renderMessage(fullCard);
    expect(text).toBe('A time for Room 12');
    expect(blocks.map((block) => block.type)).toEqual([
      'header',
      'section',
      'rich_text',
      'context',
      'rich_text',
      'divider',
      'section',
      'section',
      'actions',
    ]);
    expect(blocks.at(-1)).toMatchObject({
      elements: [
        { action_id: 'answer#0', text: { text: 'Yes' }, style: 'primary' },
        { action_id: 'answer#1', text: { text: 'Another time' } },
        { action_id: 'answer#2', text: { text: 'Not this week' }, style: 'danger' },
      ],
    });
  });

  test('is valid Block Kit as message, home and dialog, whatever people typed, and none of it is read as markup', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = renderMessage(card);
        messageSchema.parse(message);
        viewSchema.parse(renderHome(card));
        viewSchema.parse(cardView(card));
        expect(markupIn(message)).toEqual([]);
        expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
      { numRuns: 300 },
    );
  });

  test('cuts what a person typed where Slack would refuse it, visibly', () => {
    const { blocks } = renderMessage(cardSaying('y'.repeat(5_000)));
    const [section] = blocks as { text: { text: string } }[];
    expect(section?.text.text).toHaveLength(3_000);
    expect(section?.text.text.endsWith('y…')).toBe(true);
  });

  test('shows typed markup as it was typed', () => {
    const said = '<!channel> *not bold* & <@U1>';
    expect(JSON.stringify(renderMessage(cardSaying(said)).blocks)).toContain(said);
    expect(renderMessage(cardSaying(said)).text).toBe('&lt;!channel&gt; *not bold* &amp; &lt;@U1&gt;');
  });

  test.each([
    ['a label over 75 characters', { ...fullCard, actions: [{ name: 'a', label: 'l'.repeat(76), ref: '' }] }],
    ['an empty label', { ...fullCard, actions: [{ name: 'a', label: '', ref: '' }] }],
    ['a value over 2,000', { ...fullCard, actions: [{ name: 'a', label: 'l', ref: 'r'.repeat(2_000) }] }],
    ['26 actions', { ...fullCard, actions: Array(26).fill(fullCard.actions[0]) }],
    ['51 blocks', { ...fullCard, parts: Array(51).fill({ kind: 'divider' }) }],
  ])('with %s is a bug of ours and throws', (_what, card: Card) => {
    expect(() => renderMessage(card)).toThrow(/^slack: /);
  });

  test('carries its kind and the key it can be found by', () => {
    expect(messageMetadata(fullCard, 'outbox-7')).toEqual({
      event_type: 'pushin_card',
      event_payload: { key: 'outbox-7', kind: 'proposal' },
    });
  });
});

describe('a dialog that is not a form', () => {
  test('waits under the title of the form to come, cut to what fits', () => {
    const view = viewSchema.parse(waitingView('A title that is far too long for Slack'));
    expect(view).toMatchObject({ title: { text: 'A title that is far too…' } });
  });

  test('shows a short title once, a long one in full below', () => {
    expect(JSON.stringify(cardView(fullCard)).match(/Tuesday in Room 12/g)).toHaveLength(1);
    const long = { ...fullCard, title: 'A very long title about Tuesday in Room 12' };
    expect(JSON.stringify(cardView(long).blocks)).toContain(long.title);
  });
});
