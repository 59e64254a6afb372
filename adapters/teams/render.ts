import { buttonsIn, type Card, type Part } from '../../src/core/card.ts';
import type { Json } from './connector.ts';
import { dayStrip } from './day-strip.ts';
import { inert } from './escape.ts';
import { MAX_ACTIONS, MAX_MESSAGE_CARD_BYTES } from './limits.ts';
import { button } from './render-button.ts';
import { adaptiveCard, facts, paragraphs, titled } from './render-text.ts';

/** A card as an Adaptive Card in one column, so that a phone shows it like a desktop. */
export const renderCard = (card: Card): Json => {
  if (card.actions.length > MAX_ACTIONS)
    throw new Error(`card ${card.kind} has ${card.actions.length} actions`);
  return adaptiveCard(MAX_MESSAGE_CARD_BYTES, {
    fallbackText: inert(card.push),
    body: [...titled(card.title), ...drawn(card.parts)],
    ...(card.actions.length > 0 && { actions: card.actions.map(button) }),
  });
};

/** Adaptive Cards have no rule of their own: a divider is a line above what follows it. */
const drawn = (parts: readonly Part[]): readonly Json[] =>
  parts.flatMap((part, index) => {
    const [first, ...rest] = elements(part);
    if (first === undefined) return [];
    return [parts[index - 1]?.kind === 'divider' ? { ...first, separator: true } : first, ...rest];
  });

const tones = { plain: {}, strong: { weight: 'Bolder' }, muted: { isSubtle: true } } as const;

const elements = (part: Part): readonly Json[] => {
  switch (part.kind) {
    case 'text':
      return paragraphs(part.text, tones[part.tone ?? 'plain']);
    case 'facts':
      return [facts(part.facts)];
    case 'option':
      if (part.second !== undefined || part.action.label.length > LONGEST_BESIDE)
        return withButtonsBelow(part);
      return [
        {
          type: 'ColumnSet',
          columns: [
            {
              type: 'Column',
              width: 'stretch',
              items: [
                ...paragraphs(part.text),
                ...(part.detail === undefined
                  ? []
                  : paragraphs(part.detail, { isSubtle: true, spacing: 'None' })),
              ],
            },
            {
              type: 'Column',
              width: 'auto',
              verticalContentAlignment: 'Center',
              items: [{ type: 'ActionSet', actions: [button(part.action)] }],
            },
          ],
        },
      ];
    case 'day':
      return dayStrip(part);
    case 'link':
      return [
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.OpenUrl', title: inert(part.label), url: part.url }],
        },
      ];
    case 'divider':
      return [];
    case 'item':
      return item(part.card);
  }
};

/** Characters. On a phone, a longer button beside the words leaves them a column of one word. */
const LONGEST_BESIDE = 12;

/** Two buttons beside the words, or a long one, would leave a phone no room for them. */
const withButtonsBelow = (part: Extract<Part, { kind: 'option' }>): readonly Json[] => [
  ...paragraphs(part.text),
  ...(part.detail === undefined ? [] : paragraphs(part.detail, { isSubtle: true, spacing: 'None' })),
  { type: 'ActionSet', actions: buttonsIn(part).map(button) },
];

/** One of several: its buttons stand below it, not at the foot of the whole card. */
const item = ({ title, parts, actions }: Card): readonly Json[] => [
  ...(title === undefined ? [] : paragraphs(title, { weight: 'Bolder' })),
  ...drawn(parts),
  ...(actions.length > 0 ? [{ type: 'ActionSet', actions: actions.map(button) }] : []),
];
