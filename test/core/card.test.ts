import { describe, expect, test } from '@jest/globals';
import { buttonsIn, type Card, cardsIn, cardText, isOpen, type Part } from '../../src/core/card.ts';

const button = (name: string) => ({ name, label: name, ref: 'id' });
const card = (changes: Partial<Card> = {}): Card => ({
  kind: 'ask',
  push: 'A question',
  parts: [],
  actions: [],
  ...changes,
});
const option: Part = { kind: 'option', text: 'Tuesday', action: button('take') };
const both: Part = { ...option, detail: 'fits best', second: button('other') };
const link: Part = { kind: 'link', label: 'The form', url: 'https://example.org/f' };
const item = (inner: Card): Part => ({ kind: 'item', card: inner });

describe('a card without its layout', () => {
  test('is its title and the words of each part, a line each', () => {
    const parts: Part[] = [
      { kind: 'text', text: 'Hello' },
      { kind: 'divider' },
      {
        kind: 'facts',
        facts: [
          { label: 'Room', value: '12' },
          { label: 'Day', value: 'Monday' },
        ],
      },
      { kind: 'day', hours: { start: 480, end: 900 }, open: [] },
      option,
      both,
      link,
      item(card({ title: 'Within', parts: [{ kind: 'text', text: 'Another' }] })),
    ];
    expect(cardText(card({ title: 'Title', parts, actions: [button('unseen')] }))).toBe(
      'Title\nHello\nRoom: 12\nDay: Monday\nTuesday\nTuesday\nfits best\nThe form: https://example.org/f\nWithin\nAnother',
    );
    expect(cardText(card())).toBe('');
  });
});

describe('the messages in a card', () => {
  test('are those of a digest, or the card itself', () => {
    const [one, two] = [card({ title: 'one' }), card({ title: 'two' })];
    expect(cardsIn(card({ parts: [link, item(one), item(two)] }))).toEqual([one, two]);
    const alone = card({ parts: [option] });
    expect(cardsIn(alone)).toEqual([alone]);
  });
});

describe('a card waits for a tap', () => {
  test.each<[string, Partial<Card>, boolean]>([
    ['with a button below it', { actions: [button('go')] }, true],
    ['with a button in a row', { parts: [option] }, true],
    ['with a link', { parts: [link] }, true],
    ['with a message that has one', { parts: [item(card({ parts: [option] }))] }, true],
    ['not with words alone', { parts: [{ kind: 'text', text: 'Done' }, { kind: 'divider' }] }, false],
    ['not with a message that has none', { parts: [item(card({ parts: [{ kind: 'divider' }] }))] }, false],
    ['not when it is empty', {}, false],
  ])('%s', (_words, changes, waits) => {
    expect(isOpen(card(changes))).toBe(waits);
  });
});

test('the buttons of a part are its own, and those of a message in the order they are seen', () => {
  expect(buttonsIn(option)).toEqual([button('take')]);
  expect(buttonsIn(both)).toEqual([button('take'), button('other')]);
  expect(buttonsIn(link)).toEqual([]);
  const inner = card({ parts: [both], actions: [button('below')] });
  expect(buttonsIn(item(inner)).map(({ name }) => name)).toEqual(['take', 'other', 'below']);
});
