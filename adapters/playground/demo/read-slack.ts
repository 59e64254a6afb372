import type { Json } from '../wire.ts';
import type { Ask, Button, Filled, Line, OpenForm, Sheet } from './sheet.ts';
import { chosen } from './sheet.ts';

interface Element extends Json {
  readonly type: string;
  readonly action_id: string;
  readonly text?: unknown;
  readonly options?: readonly Json[];
}
interface Block extends Json {
  readonly type: string;
  readonly block_id: string;
  readonly accessory?: Element;
  readonly element?: Element;
}
/** Where the blocks are: a message of that person, or one of the app's views. */
interface Place {
  readonly seat: string;
  readonly on: 'message' | 'view';
  readonly id: string;
}

/** The words of a text object, or of rich text however deep. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, elements } = value as Json;
  return textOf(text ?? elements);
};

const button = (place: Place, block: Block, element: Element): Button => ({
  label: textOf(element.text),
  press: { act: 'slack/tap', body: { ...place, blockId: block.block_id, actionId: element.action_id } },
});

const buttonsIn = (place: Place, block: Block): Button[] =>
  (block['elements'] as Element[]).map((element) => button(place, block, element));

const linesOf = (place: Place, block: Block): readonly Line[] => {
  if (block.type === 'actions') return [{ text: '', row: buttonsIn(place, block) }];
  if (block.type === 'header' || block.type === 'input') return [];
  const texts = textOf(block['text'] ?? block['elements']).split('\n');
  const { accessory } = block;
  return texts
    .filter((text) => text !== '')
    .map((text, index) => ({
      text,
      ...(index === 0 && accessory?.type === 'button' ? { button: button(place, block, accessory) } : {}),
    }));
};

export const readBlocks = (content: readonly Json[], place: Place): Sheet => {
  const blocks = content as readonly Block[];
  const foot = blocks.at(-1)?.type === 'actions' ? blocks.at(-1) : undefined;
  return {
    title: textOf(blocks.find(({ type }) => type === 'header')?.['text']),
    lines: blocks.filter((block) => block !== foot).flatMap((block) => linesOf(place, block)),
    buttons: foot ? buttonsIn(place, foot) : [],
  };
};

/** A modal: a form when it can be submitted, else a card in a window of its own. */
export const readView = (view: Json, seat: string): Sheet | OpenForm => {
  const id = String(view['id']);
  const blocks = view['blocks'] as readonly Block[];
  const { lines, buttons, title } = readBlocks(blocks, { seat, on: 'view', id });
  const sheet = { title: title || textOf(view['title']), lines, buttons };
  if (!view['submit']) return sheet;
  const inputs = blocks.filter(({ type }) => type === 'input');
  return {
    ...sheet,
    submit: textOf(view['submit']),
    isTyped: (label) => inputs.some((input) => isLabelled(input, label) && !input.element?.options),
    fill: (filled) => fill(seat, id, inputs, filled),
  };
};

const isLabelled = (input: Block, label: string): boolean => textOf(input['label']) === label;

const fill = (seat: string, view: string, inputs: readonly Block[], filled: Filled): Ask => {
  const values: Record<string, Json> = {};
  for (const [label, given] of Object.entries(filled)) {
    const block = inputs.find((input) => isLabelled(input, label));
    const element = block?.element;
    if (!block || !element) throw new Error(`No field “${label}”`);
    const choices = element.options?.map((option) => ({
      label: textOf(option['text']),
      value: String(option['value']),
    }));
    const pick = (one: string): string => (choices ? chosen(choices, one) : one);
    values[block.block_id] = {
      [element.action_id]: typeof given === 'string' ? pick(given) : given.map(pick),
    };
  }
  return { act: 'slack/submit', body: { seat, view, values } };
};
