import type { Card } from '../../src/core/card.ts';
import type { Form } from '../../src/core/form.ts';
import type { Json } from './connector.ts';
import { inert, inertLines } from './escape.ts';
import { renderCard } from './render.ts';
import { attachment } from './render-message.ts';

/** The tapped card becomes this one before the tapper's eyes. */
export const freshCard = (card: Card): Json => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: renderCard(card),
});

/** A line beside the tapped card, which stays as it is. */
export const toast = (text: string): Json => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: inert(text),
});

/** Above this many fields a dialog gets all the height there is. */
const ROOMY_FROM = 4;

export const dialog = (form: Form, content: Json): Json => ({
  task: {
    type: 'continue',
    value: {
      title: inert(form.title),
      width: 'medium',
      height: form.fields.length >= ROOMY_FROM ? 'large' : 'medium',
      card: attachment(content),
    },
  },
});

/** A dialog that only says something. */
export const notice = (text: string): Json => ({
  task: { type: 'message', value: inertLines(text) },
});

/** The dialog closes. */
export const closed = undefined;
