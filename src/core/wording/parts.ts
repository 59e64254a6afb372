import type { Action, Card, Part } from '../card.ts';

export const text = (words: string): Part => ({ kind: 'text', text: words });
export const strong = (words: string): Part => ({ kind: 'text', text: words, tone: 'strong' });
export const muted = (words: string): Part => ({ kind: 'text', text: words, tone: 'muted' });

/** A card that only says something. */
export const note = (kind: string, title: string, words?: string): Card => ({
  kind,
  push: title,
  title,
  parts: words === undefined ? [] : [text(words)],
  actions: [],
});

/** A card with one more line below. */
export const withNote = (card: Card, words: string): Card => ({
  ...card,
  parts: [...card.parts, muted(words)],
});

/** "K.", "K. and Otter", "K., Otter and Bee". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** At the start of a line or a title: "Every day". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

export const action = (name: string, label: string, ref: string, more: Partial<Action> = {}): Action => ({
  name,
  label,
  ref,
  ...more,
});
