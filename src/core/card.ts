import type { Span } from './time.ts';

/**
 * A message as data. The platforms draw it (Block Kit, Adaptive Cards); the core knows neither.
 * All text is plain: adapters escape it, so whatever a person typed stays inert.
 */
export interface Card {
  /** What it is about, e.g. `ask` or `proposal`; stable, for tests and platform metadata. */
  readonly kind: string;
  /** The one line a notification or lock screen shows. Never a student, a focus or a service. */
  readonly push: string;
  readonly title?: string;
  readonly parts: readonly Part[];
  /** At most 6 (Teams store rule); the buttons of `option` parts are not counted. */
  readonly actions: readonly Action[];
}

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'strong' | 'muted' }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A row with a button of its own, e.g. one proposed time. */
  | {
      readonly kind: 'option';
      readonly text: string;
      readonly detail?: string;
      readonly action: Action;
      readonly second?: Action;
    }
  /** A day as a strip of time, with the parts that stand out; the words beside it say the same. */
  | { readonly kind: 'day'; readonly hours: Span; readonly open: readonly Span[] }
  /** Leads out of the chat: `url` is ours, never anybody’s words. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'divider' }
  /** One of several messages that came together, with its own buttons. */
  | { readonly kind: 'item'; readonly card: Card };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Action {
  /** Which use case the tap reaches, e.g. `ask.answer`. */
  readonly name: string;
  /** At most 75 characters (Slack's button text). */
  readonly label: string;
  /** Opaque id of the thing acted on; who may do it is asked again at the tap. */
  readonly ref: string;
  readonly value?: string;
  /** The version of the thing this button was drawn for; an older button explains instead of acting. */
  readonly version?: number;
  readonly tone?: 'primary' | 'danger';
  /** The tap opens a form, so the platform must show a dialog at once. */
  readonly opensForm?: true;
}

/** The words of a card without its layout: the fallback where no layout can be shown, and the demo's transcript. */
export const cardText = (card: Card): string =>
  [card.title, ...card.parts.map(partText)].filter((line) => line !== undefined && line !== '').join('\n');

const partText = (part: Part): string => {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'facts':
      return part.facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n');
    case 'option':
      return part.detail === undefined ? part.text : `${part.text}\n${part.detail}`;
    case 'link':
      return `${part.label}: ${part.url}`;
    case 'day':
    case 'divider':
      return '';
    case 'item':
      return cardText(part.card);
  }
};

/** The messages in a message: those of a digest, or the one it is. */
export const cardsIn = (card: Card): readonly Card[] => {
  const items = card.parts.flatMap((part) => (part.kind === 'item' ? [part.card] : []));
  return items.length === 0 ? [card] : items;
};

/** Whether it still waits for a tap. */
export const isOpen = (card: Card): boolean =>
  card.actions.length > 0 || card.parts.some((part) => part.kind === 'link' || buttonsIn(part).length > 0);

/** The buttons in a part of a card. */
export const buttonsIn = (part: Part): readonly Action[] => {
  if (part.kind === 'option') return part.second === undefined ? [part.action] : [part.action, part.second];
  return part.kind === 'item' ? [...part.card.parts.flatMap(buttonsIn), ...part.card.actions] : [];
};
