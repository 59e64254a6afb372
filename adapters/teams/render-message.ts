import type { Card } from '../../src/core/card.ts';
import type { Json } from './connector.ts';
import { inert } from './escape.ts';
import { renderCard } from './render.ts';

/** `summary` is all the activity feed and a lock screen show of it. */
export const renderMessage = (card: Card): Json => message(card.push, renderCard(card));

export const message = (push: string, content: Json): Json => ({
  type: 'message',
  summary: inert(push),
  attachments: [attachment(content)],
});

export const attachment = (content: Json): Json => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content,
});
