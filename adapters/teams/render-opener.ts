import type { Form } from '../../src/core/form.ts';
import { openFormLabel } from '../../src/core/wording/trouble.ts';
import type { Json } from './connector.ts';
import { inert } from './escape.ts';
import { MAX_MESSAGE_CARD_BYTES } from './limits.ts';
import type { Opening } from './payload.ts';
import { dialogButton } from './render-button.ts';
import { adaptiveCard, paragraphs, titled } from './render-text.ts';

/** The small card whose button opens a form. */
export const renderOpener = (form: Form, opening: Opening, sentences: readonly string[] = []): Json =>
  adaptiveCard(MAX_MESSAGE_CARD_BYTES, {
    fallbackText: inert(form.title),
    body: [...titled(form.title), ...sentences.flatMap((sentence) => paragraphs(sentence))],
    actions: [dialogButton({ title: openFormLabel, style: 'positive' }, opening)],
  });
