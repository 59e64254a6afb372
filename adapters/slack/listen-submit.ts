import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Card } from '../../src/core/card.ts';
import type { Faults } from '../../src/core/form.ts';
import { outdatedCard, slowCard, strangerCard, troubleCard } from '../../src/core/wording/trouble.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import type { Ears } from './ears.ts';
import { fromSubmit, isStranger, teamOfInteraction } from './inbound.ts';
import { limits } from './limits.ts';
import { formMetadata, type SubmitPayload, submitPayload } from './payloads.ts';
import { renderForm } from './render-form.ts';
import { cardView, formCallback } from './render-view.ts';
import type { Place } from './reply.ts';
import { enterpriseOf } from './tenant.ts';
import { plain } from './text.ts';

type Ack = (answer?: ViewResponseAction) => Promise<void>;

const fieldNames = ({ blocks }: SubmitPayload['view']): string[] =>
  blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : []));

/** Slack shows a sentence only at a field that exists; one that concerns none stands at the first. */
const shownAt = (view: SubmitPayload['view'], faults: Faults): Record<string, string> => {
  const names = fieldNames(view);
  const errors: Record<string, string> = {};
  for (const [field, sentence] of Object.entries(faults)) {
    const at = names.includes(field) ? field : (names[0] ?? field);
    errors[at] = errors[at] === undefined ? sentence : `${errors[at]} ${sentence}`;
  }
  return errors;
};

/** The same form with the faults on top: Slack keeps what was typed, as long as blocks keep their names. */
const withFaults = (view: SubmitPayload['view'], faults: Faults): ModalView =>
  ({
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title,
    ...(view.submit ? { submit: view.submit } : {}),
    blocks: [{ type: 'section', text: plain(Object.values(faults).join('\n'), limits.text) }, ...view.blocks],
  }) as unknown as ModalView;

const parsedMetadata = (view: SubmitPayload['view']) => {
  if (view.callback_id !== formCallback) return undefined;
  try {
    return formMetadata.parse(JSON.parse(view.private_metadata));
  } catch {
    return undefined;
  }
};

/** A submitted form: the acknowledgment closes it, or keeps it open with everything typed still there. */
export const listenToSubmits = ({ receive, mouth, dialogs, patience }: Ears) => {
  /** Slack waited long enough: the form stayed open and now hears how it ended. */
  const finishLate = async (place: Place, view: SubmitPayload['view'], answer: Answer): Promise<void> => {
    const dialog = dialogs.onScreen(place.person.tenantId, view.id);
    if (answer.kind === 'faults') {
      await dialog.show(withFaults(view, answer.faults));
    } else if (answer.kind === 'form') {
      await dialog.show(renderForm(answer.form));
    } else if (answer.kind !== 'none') {
      await dialog.show(cardView(answer.card));
      await mouth.say(place, answer.card);
    }
  };

  return async (body: unknown, ack: Ack): Promise<void> => {
    const submit = submitPayload.parse(body);
    const { view } = submit;
    const stay = (card: Card) => ack({ response_action: 'errors', errors: shownAt(view, { '': card.push }) });
    const become = (card: Card) => ack({ response_action: 'update', view: cardView(card) });

    const team = enterpriseOf(submit) ?? view.app_installed_team_id ?? teamOfInteraction(submit);
    if (team === undefined || isStranger(team, submit.user)) return become(strangerCard());
    const metadata = parsedMetadata(view);
    if (metadata === undefined) return become(outdatedCard());

    const inbound = fromSubmit(team, submit, metadata);
    const place: Place = { person: inbound.from, key: inbound.dedupeKey, again: { name: '', ref: '' } };
    const outcome = await patience.wait(receive(inbound));
    if (outcome.kind === 'failed') return stay(troubleCard());
    if (outcome.kind === 'late') {
      patience.later(async () => {
        const rest = await outcome.rest;
        if (rest.kind === 'done') await finishLate(place, view, rest.value);
        else await finishLate(place, view, { kind: 'faults', faults: { '': troubleCard().push } });
      });
      return stay(slowCard());
    }
    const answer = outcome.value;
    switch (answer.kind) {
      case 'faults':
        return ack({ response_action: 'errors', errors: shownAt(view, answer.faults) });
      case 'form':
        return ack({ response_action: 'update', view: renderForm(answer.form) });
      case 'none':
        return ack();
      case 'card':
      case 'replace':
        patience.later(() => mouth.say(place, answer.card));
        return ack();
    }
  };
};
