import { type Card, cardText } from '../../src/core/card.ts';
import type { Faults, Form } from '../../src/core/form.ts';
import { buttonsInChatText } from '../../src/core/wording/aside.ts';
import { alreadyText } from '../../src/core/wording/repeat.ts';
import { openFormLabel, slowCard } from '../../src/core/wording/trouble.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import type { Json } from './connector.ts';
import type { Heard } from './heard.ts';
import { closed, dialog, freshCard, notice, toast } from './invoke-response.ts';
import { type Origin, renderForm } from './render-form.ts';
import { message, renderMessage } from './render-message.ts';
import { renderOpener } from './render-opener.ts';
import type { Stage } from './stage.ts';

/** An answer, or a form that came back with faults and was opened again. */
export type Outcome =
  | Exclude<Answer, { kind: 'faults' }>
  | { readonly kind: 'faulty'; readonly form: Form; readonly faults: Faults };

/** What the waiting request gets, and what goes out beside it. */
export interface Response {
  readonly body?: Json | undefined;
  readonly send?: () => Promise<void>;
}

type Respond = (outcome: Outcome, stage: Stage, origin: Origin) => Response;

/** Cards are drawn before anything is sent, so that one of ours that is broken ends in words, not in silence. */
const say = (stage: Stage, card: Card, shown?: Shown): (() => Promise<void>) => {
  const content = renderMessage(card);
  return async () => {
    const message = await stage.say(content);
    if (message) await shown?.(message);
  };
};

type Shown = Extract<Answer, { kind: 'card' }>['shown'];

const replace = (stage: Stage, card: Card): (() => Promise<void>) => {
  const content = renderMessage(card);
  return () => stage.replace(content);
};

/** A form can only open by a tap, so words are answered with the button for it. */
const offer = (stage: Stage, form: Form, origin: Origin, faults: Faults = {}): (() => Promise<void>) => {
  const content = message(form.title, renderOpener(form, origin.opening, Object.values(faults)));
  return async () => void (await stage.say(content));
};

/** Said into the chat: the answer to a message, and to everything whose request could wait no longer. */
export const respondInChat: Respond = (outcome, stage, origin) => {
  switch (outcome.kind) {
    case 'card':
      return { send: say(stage, outcome.card, outcome.shown) };
    case 'replace':
      return { send: replace(stage, outcome.card) };
    case 'form':
      return { send: offer(stage, outcome.form, origin) };
    case 'faulty':
      return { send: offer(stage, outcome.form, origin, outcome.faults) };
    case 'none':
      return {};
  }
};

const respondToExecute: Respond = (outcome, stage, origin) => {
  const inChat = respondInChat(outcome, stage, origin);
  switch (outcome.kind) {
    case 'card':
      return { ...inChat, body: toast(outcome.card.push) };
    case 'replace':
      return { ...inChat, body: freshCard(outcome.card) };
    case 'form':
    case 'faulty':
      return { ...inChat, body: toast(openFormLabel) };
    case 'none':
      return { body: toast(alreadyText) };
  }
};

const respondToFetch: Respond = (outcome, stage, origin) => {
  switch (outcome.kind) {
    case 'form':
      return { body: dialog(outcome.form, renderForm(outcome.form, origin)) };
    case 'faulty':
      return { body: dialog(outcome.form, renderForm(outcome.form, origin, outcome.faults)) };
    case 'card':
      // A dialog shows words only; a card to tap on belongs in the chat.
      return hasButtons(outcome.card)
        ? {
            body: notice(`${cardText(outcome.card)}\n${buttonsInChatText}`),
            send: say(stage, outcome.card),
          }
        : { body: notice(cardText(outcome.card)) };
    case 'replace':
      return { body: notice(cardText(outcome.card)), send: replace(stage, outcome.card) };
    case 'none':
      return {};
  }
};

const hasButtons = (card: Card): boolean =>
  card.actions.length > 0 || card.parts.some(({ kind }) => kind === 'option' || kind === 'item');

const respondToSubmit: Respond = (outcome, stage, origin) =>
  outcome.kind === 'form' || outcome.kind === 'faulty'
    ? respondToFetch(outcome, stage, origin)
    : { ...respondInChat(outcome, stage, origin), body: closed };

export const respond: Readonly<Record<Heard['way'], Respond>> = {
  chat: respondInChat,
  execute: respondToExecute,
  fetch: respondToFetch,
  submit: respondToSubmit,
};

/** For a request that can wait no longer while the work goes on. */
export const respondSlowly: Readonly<Record<Heard['way'], (stage: Stage) => Response>> = {
  chat: (stage) => ({ send: () => stage.wait(renderMessage(slowCard())) }),
  execute: () => ({ body: toast(slowCard().push) }),
  fetch: () => ({ body: notice(slowCard().push) }),
  submit: () => ({ body: notice(slowCard().push) }),
};

/** Nothing was done: a dialog says so over the card or form, which stay for another try. */
export const respondToTrouble = (way: Heard['way'], card: Card, stage: Stage): Response => {
  switch (way) {
    case 'chat':
      return { send: say(stage, card) };
    case 'execute':
      return { body: toast(card.push) };
    case 'fetch':
    case 'submit':
      return { body: notice(card.push) };
  }
};
