import type { Action, Card } from '../../src/core/card.ts';
import type { Form } from '../../src/core/form.ts';
import type { Address } from '../../src/core/people.ts';
import { openFormLabel, strangerCard } from '../../src/core/wording/trouble.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import type { MessageRef, Messenger } from '../../src/ports/messenger.ts';
import type { Dialog, Dialogs } from './dialog.ts';
import { renderForm } from './render-form.ts';
import { cardView } from './render-view.ts';
import type { Respond } from './respond.ts';

/** Where an answer can go, by what the person did. */
export interface Place {
  readonly person: Address;
  readonly key: string;
  /** Opened before the answer was known; it must not stay waiting. */
  readonly dialog?: Dialog | undefined;
  readonly triggerId?: string | undefined;
  /** Says something to this person alone where others read along; false when Slack does not take it any more. */
  readonly whisper?: ((card: Card) => Promise<boolean>) | undefined;
  /** Typed in a conversation of two, where a card that changes later can stand as a message. */
  readonly isDirect?: boolean;
  /** The tapped card, if Slack lets us change it. */
  readonly message?: MessageRef | undefined;
  /** The tapped card, if it was shown to this person alone. */
  readonly ephemeralUrl?: string | undefined;
  /** The tap that leads here again, with a fresh trigger. */
  readonly again: Omit<Action, 'label'>;
}

export interface Mouth {
  say(place: Place, card: Card): Promise<void>;
  deliver(place: Place, answer: Answer): Promise<void>;
}

export interface MouthDeps {
  readonly messenger: Messenger;
  readonly dialogs: Dialogs;
  readonly respond: Respond;
  readonly log: Log;
}

type Shown = Extract<Answer, { kind: 'card' }>['shown'];

const openFormCard = (form: Form, again: Place['again']): Card => ({
  kind: 'open-form',
  push: form.title,
  parts: [{ kind: 'text', text: form.title, tone: 'strong' }],
  actions: [{ ...again, label: openFormLabel, tone: 'primary', opensForm: true }],
});

export const createMouth = ({ messenger, dialogs, respond, log }: MouthDeps): Mouth => {
  const write = async (place: Place, card: Card, shown?: Shown): Promise<void> => {
    const whispered = async () => (await place.whisper?.(card)) === true;
    const stays = place.isDirect === true && shown !== undefined;
    if (!stays && (await whispered())) return;
    const delivery = await messenger.send(place.person, card, place.key);
    if (delivery.kind === 'sent') return shown?.(delivery.message);
    log.warn({ key: place.key, ...delivery }, 'slack_answer_not_delivered');
    if (stays) await whispered();
  };

  const say = async (place: Place, card: Card, shown?: Shown): Promise<void> => {
    if (place.dialog !== undefined && (await place.dialog.show(cardView(card)))) return;
    await write(place, card, shown);
  };

  const replace = async (place: Place, card: Card): Promise<void> => {
    const shown = place.dialog !== undefined && (await place.dialog.show(cardView(card)));
    if (place.message !== undefined) {
      const delivery = await messenger.edit(place.message, card);
      if (delivery.kind === 'sent') return;
      log.warn({ key: place.key, ...delivery }, 'slack_card_not_replaced');
    } else if (place.ephemeralUrl !== undefined && (await respond(place.ephemeralUrl, card, true))) return;
    if (!shown) await write(place, card);
  };

  const openForm = async (place: Place, form: Form): Promise<void> => {
    const view = renderForm(form);
    const { dialog, triggerId, person } = place;
    if (dialog !== undefined && (await dialog.show(view))) return;
    if (
      dialog === undefined &&
      triggerId !== undefined &&
      (await dialogs.open(person.tenantId, triggerId, view))
    ) {
      return;
    }
    await write(place, openFormCard(form, place.again));
  };

  return {
    say,
    async deliver(place, answer) {
      switch (answer.kind) {
        case 'card':
          return say(place, answer.card, answer.shown);
        case 'replace':
          return replace(place, answer.card);
        case 'form':
          return openForm(place, answer.form);
        case 'faults':
          throw new Error('slack: faults can only answer a submitted form');
        case 'none':
          // A redelivery cannot open a dialog, so whoever looks at one is somebody PushIn does not serve.
          await place.dialog?.show(cardView(strangerCard()));
      }
    },
  };
};
