import { describe, expect, test } from '@jest/globals';
import { renderCard } from '../../../adapters/teams/render.ts';
import { renderMessage } from '../../../adapters/teams/render-message.ts';
import type { Action, Card, Part } from '../../../src/core/card.ts';
import { fc } from '../../setup/properties.ts';
import { adaptiveCardSchema } from './adaptive-card-schema.ts';

const card = (changes: Partial<Card>): Card => ({
  kind: 'test',
  push: 'You have a question',
  parts: [],
  actions: [],
  ...changes,
});
const draw = (changes: Partial<Card>) => adaptiveCardSchema.parse(renderCard(card(changes)));
const action: Action = { name: 'ask.answer', label: 'Writing', ref: 'ask-7', value: 'writing', version: 2 };
const data = { action: 'ask.answer', ref: 'ask-7', value: 'writing', version: 2 };

describe('a card', () => {
  test('is drawn in one column, every text wrapping', () => {
    const parts: Part[] = [
      { kind: 'text', text: 'What is happening?', tone: 'strong' },
      { kind: 'divider' },
      { kind: 'facts', facts: [{ label: 'Room', value: '12' }] },
      { kind: 'text', text: 'Room 12', tone: 'muted' },
    ];
    expect(draw({ title: 'Tuesday at 10', parts }).body).toEqual([
      {
        type: 'TextBlock',
        text: 'Tuesday at 10',
        wrap: true,
        size: 'Medium',
        weight: 'Bolder',
        style: 'heading',
      },
      { type: 'TextBlock', text: 'What is happening?', wrap: true, weight: 'Bolder' },
      { type: 'FactSet', separator: true, facts: [{ title: 'Room', value: '12' }] },
      { type: 'TextBlock', text: 'Room 12', wrap: true, isSubtle: true },
    ]);
  });

  test('keeps the lines of a text apart', () => {
    const { body } = draw({ parts: [{ kind: 'text', text: 'one\n\ntwo\r\nthree' }] });
    expect(body.map((element) => 'text' in element && element.text)).toEqual(['one', 'two', 'three']);
  });

  test('puts the button of an option beside it', () => {
    const { body } = draw({ parts: [{ kind: 'option', text: 'Tue 10:00', detail: 'Writing', action }] });
    expect(JSON.stringify(body)).toMatch(/Tue 10:00.*Writing.*ActionSet/);
  });

  test('shows only its push line in the feed and where it cannot be drawn', () => {
    const message = renderMessage(card({ parts: [{ kind: 'text', text: 'K. and Otter' }] }));
    expect(message).toMatchObject({ type: 'message', summary: 'You have a question' });
    expect(message).not.toHaveProperty('text');
    expect(renderCard(card({}))).toMatchObject({ fallbackText: 'You have a question' });
  });

  test('has room for six buttons, and a seventh is a mistake of ours', () => {
    expect(draw({ actions: Array.from({ length: 6 }, () => action) }).actions).toHaveLength(6);
    expect(() => draw({ actions: Array.from({ length: 7 }, () => action) })).toThrow(/7 actions/);
  });

  test('of more lines than 28 KB is cut at its end', () => {
    const card = draw({
      parts: Array.from({ length: 60 }, () => ({ kind: 'text', text: 'x'.repeat(400) }) as const),
    });
    expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(28 * 1024);
    expect(JSON.stringify(card)).toContain('"…"');
  });

  test('of one line of more than 28 KB is a mistake of ours', () => {
    const long = (count: number) => ({ parts: [{ kind: 'text', text: 'x'.repeat(count) } as const] });
    expect(JSON.stringify(draw(long(14_000))).length * 2).toBeLessThanOrEqual(28 * 1024);
    expect(() => draw(long(14_336))).toThrow(/bytes/);
  });
});

describe('a button', () => {
  test('carries what it means to new clients and to old ones', () => {
    const [button] = draw({ actions: [action] }).actions ?? [];
    expect(button).toEqual({
      type: 'Action.Execute',
      title: 'Writing',
      verb: 'ask.answer',
      data,
      fallback: { type: 'Action.Submit', title: 'Writing', data },
    });
  });

  test('that opens a form asks Teams for a dialog', () => {
    const [button] = draw({ actions: [{ ...action, opensForm: true }] }).actions ?? [];
    expect(button).toEqual({
      type: 'Action.Submit',
      title: 'Writing',
      data: { ...data, msteams: { type: 'task/fetch' } },
    });
  });

  test.each([
    ['primary', 'positive'],
    ['danger', 'destructive'],
  ] as const)('that is %s looks %s', (tone, style) => {
    expect(draw({ actions: [{ ...action, tone }] }).actions?.[0]).toMatchObject({ style });
  });
});

describe('whatever people typed', () => {
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<at>x</at>', '[a](https://e.x)', '\u0024{x}', '{{TIME(x)}}'),
    )
    .map((typed) => `a ${typed}`);
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: text, value: text }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('option' as const), text, detail: text, action: fc.constant(action) }),
    fc.constant({ kind: 'divider' as const }),
  );

  test('makes a card Teams can draw, with nothing active in any of its texts', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), text, (parts, title) => {
        const drawn = JSON.stringify(draw({ title, push: title, parts }).body);
        expect(drawn).not.toMatch(/<at>|\$\{|\{\{TIME|:\/\/|[^\\]\]\(/);
      }),
      { numRuns: 500 },
    );
  });
});
