import type { Button, KnownBlock, RichTextBlock, RichTextElement, RichTextText } from '@slack/types';
import type { Action, Card, Fact, Part } from '../../src/core/card.ts';
import { dayStrip } from './day-strip.ts';
import { limits } from './limits.ts';
import { encodeTap } from './tap-code.ts';
import { cut, escaped, exact, plain } from './text.ts';

export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const button = (action: Action, index: number): Button => ({
  type: 'button',
  action_id: exact(`${action.name}#${index}`, limits.actionId, 'action id'),
  text: { type: 'plain_text', text: exact(action.label, limits.buttonLabel, 'button label'), emoji: false },
  value: encodeTap(action),
  ...(action.tone === undefined ? {} : { style: action.tone }),
});

/** Bold without mrkdwn: rich text elements are literal, so `*`, `_` and `<!channel>` stay what they are. */
const richText = (elements: RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

const bold = (text: string): RichTextText => ({
  type: 'text',
  text: cut(text, limits.text),
  style: { bold: true },
});

const factLines = (facts: readonly Fact[]): RichTextText[] =>
  facts.flatMap((fact, index) => [
    bold(`${fact.label}: `),
    { type: 'text', text: cut(fact.value || ' ', limits.text) + (index < facts.length - 1 ? '\n' : '') },
  ]);

const partBlocks = (part: Part, index: number): KnownBlock[] =>
  part.kind === 'item' ? itemBlocks(part.card) : [partBlock(part, index), ...secondRow(part)];

/** A section takes one button; of two both stand below it. */
const secondRow = (part: Part): KnownBlock[] =>
  part.kind === 'option' && part.second !== undefined ? buttonRow([part.action, part.second]) : [];

const buttonRow = (actions: readonly Action[]): KnownBlock[] =>
  actions.length === 0 ? [] : [{ type: 'actions', elements: actions.map(button) }];

/** A header cuts words short, so the title of one among several is a bold line. */
const itemBlocks = ({ title, parts, actions }: Card): KnownBlock[] => [
  ...(title === undefined ? [] : [richText([bold(title)])]),
  ...parts.filter(hasWords).flatMap(partBlocks),
  ...buttonRow(actions),
];

const partBlock = (part: Exclude<Part, { kind: 'item' }>, index: number): KnownBlock => {
  switch (part.kind) {
    case 'text':
      if (part.tone === 'strong') return richText([bold(part.text)]);
      if (part.tone === 'muted') return { type: 'context', elements: [plain(part.text, limits.text)] };
      return { type: 'section', text: plain(part.text, limits.text) };
    case 'facts':
      return richText(factLines(part.facts));
    case 'option': {
      const text = part.detail === undefined ? part.text : `${part.text}\n${part.detail}`;
      return {
        type: 'section',
        text: plain(text, limits.text),
        ...(part.second === undefined ? { accessory: button(part.action, index) } : {}),
      };
    }
    case 'day':
      return { type: 'section', text: plain(dayStrip(part), limits.text) };
    case 'link':
      return richText([{ type: 'link', url: part.url, text: cut(part.label, limits.text) }]);
    case 'divider':
      return { type: 'divider' };
  }
};

/** Empty texts and fact lists draw nothing, and Slack refuses them. */
const hasWords = (part: Part): boolean =>
  part.kind === 'text' ? part.text !== '' : part.kind !== 'facts' || part.facts.length > 0;

export const cardBlocks = (card: Card, limit: number): KnownBlock[] => {
  if (card.actions.length > limits.actionsInBlock) {
    throw new Error(`slack: ${card.kind} has more than ${limits.actionsInBlock} actions`);
  }
  const blocks: KnownBlock[] = [
    ...(card.title === undefined
      ? []
      : [{ type: 'header' as const, text: plain(card.title, limits.header) }]),
    ...card.parts.filter(hasWords).flatMap(partBlocks),
    ...buttonRow(card.actions),
  ];
  if (blocks.length > limit) throw new Error(`slack: ${card.kind} needs ${blocks.length} of ${limit} blocks`);
  return blocks;
};

/** A card as a message: blocks for the screen, the push line for notifications and screen readers. */
export const renderMessage = (card: Card): SlackMessage => ({
  text: escaped(card.push, limits.text),
  blocks: cardBlocks(card, limits.blocksInMessage),
});

/** Marks a message so that it can be found again when nobody knows whether it arrived. */
export const messageMetadata = (card: Card, key: string) => ({
  event_type: 'pushin_card',
  event_payload: { key, kind: card.kind },
});
