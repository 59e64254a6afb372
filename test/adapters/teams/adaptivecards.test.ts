import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { renderCard } from '../../../adapters/teams/render.ts';
import { renderForm } from '../../../adapters/teams/render-form.ts';
import { renderOpener } from '../../../adapters/teams/render-opener.ts';
import type { Action, Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import { cards, facts, forms } from '../../core/wording/every-card.ts';
import { fc } from '../../setup/properties.ts';

/** Microsoft's own renderer, which Node cannot import unbundled. */
interface Renderer {
  readonly AdaptiveCard: new () => { parse(card: unknown, context: Context): void };
  readonly SerializationContext: new (version: unknown) => Context;
  readonly Versions: { readonly v1_5: unknown };
}
interface Context {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}

let renderer: Renderer;
beforeAll(async () => {
  const entry = fileURLToPath(
    new URL('../../../node_modules/adaptivecards/lib/adaptivecards.js', import.meta.url),
  );
  const bundle = await build({ entryPoints: [entry], bundle: true, format: 'cjs', write: false });
  const loaded = { exports: {} };
  new Function('module', 'exports', bundle.outputFiles[0]?.text ?? '')(loaded, loaded.exports);
  renderer = loaded.exports as Renderer;
});

const complaints = (card: unknown): string[] => {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  new renderer.AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
};

const action: Action = { name: 'ask.answer', label: 'Writing', ref: 'ask-7', tone: 'primary' };
const card: Card = {
  kind: 'test',
  push: 'You have a question',
  title: 'Tuesday at 10',
  parts: [
    { kind: 'text', text: 'What is happening?', tone: 'strong' },
    { kind: 'divider' },
    { kind: 'facts', facts: [{ label: 'Room', value: '12' }] },
    { kind: 'option', text: 'Tue 10:00', detail: 'Writing', action },
  ],
  actions: [action, { ...action, opensForm: true, tone: 'danger' }],
};
const options = [{ value: 'a', label: 'A' }];
const form: Form = {
  name: 'pair',
  ref: '',
  title: 'Pair',
  intro: 'Hello',
  submit: 'Send',
  fields: [
    { kind: 'text', name: 'a', label: 'A', maxLength: 9, multiline: true, hint: 'Short' },
    { kind: 'choice', name: 'b', label: 'B', options },
    { kind: 'choices', name: 'c', label: 'C', options, value: ['a'] },
    { kind: 'date', name: 'd', label: 'D', value: '2026-09-15' },
    { kind: 'time', name: 'e', label: 'E', value: '10:00' },
  ],
};

test('the renderer would complain of an element it does not know', () => {
  expect(complaints({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Nope' }] })).toHaveLength(1);
});

test('it knows every element, action and field of ours', () => {
  const origin = { opening: { words: 'pair' }, openedAt: 'f:1' };
  expect(complaints(renderCard(card))).toEqual([]);
  expect(complaints(renderForm(form, origin, { a: 'Too long.' }))).toEqual([]);
  expect(complaints(renderOpener(form, origin.opening, ['Too long.']))).toEqual([]);
});

test('it takes every card and form PushIn has without a complaint', () => {
  const origin = { opening: { words: 'pair' }, openedAt: 'f:1' };
  for (const f of fc.sample(facts, 5)) {
    expect(cards(f).flatMap((one) => complaints(renderCard(one)))).toEqual([]);
    expect(forms(f).flatMap((one) => complaints(renderForm(one, origin)))).toEqual([]);
  }
});
