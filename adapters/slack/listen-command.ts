import type { RespondArguments } from '@slack/bolt';
import type { Card } from '../../src/core/card.ts';
import { formOpenedBy } from '../../src/core/commands.ts';
import { outdatedCard, slowCard, troubleCard } from '../../src/core/wording/trouble.ts';
import type { Ears } from './ears.ts';
import { fromCommand } from './inbound.ts';
import { commandPayload } from './payloads.ts';
import { renderMessage } from './render.ts';
import type { Place } from './reply.ts';
import { sayAgain } from './tap-code.ts';

const shown = (card: Card): RespondArguments => ({ response_type: 'ephemeral', ...renderMessage(card) });

/** A test workspace may name its command `/pushin-dev`. */
const ours = /^\/pushin(-\w+)?$/;

/** `/pushin …`: the acknowledgment carries the answer; a form opens first and is filled after. */
export const listenToCommands =
  ({ receive, mouth, dialogs, respond, patience }: Ears) =>
  async (body: unknown, ack: (answer?: RespondArguments) => Promise<void>): Promise<void> => {
    const command = commandPayload.parse(body);
    if (!ours.test(command.command)) return ack(shown(outdatedCard()));

    const inbound = fromCommand(command);
    const words = inbound.event.kind === 'words' ? inbound.event.text : '';
    const title = formOpenedBy(words);
    const dialog =
      title === undefined ? undefined : dialogs.openWaiting(inbound.from.tenantId, command.trigger_id, title);
    const place: Place = {
      person: inbound.from,
      key: inbound.dedupeKey,
      dialog,
      triggerId: command.trigger_id,
      whisper: (card) => respond(command.response_url, card, false),
      isDirect: command.channel_id?.startsWith('D') === true,
      // A button holds 2,000 characters, and JSON may make six of one; words that open a form are few.
      again: { name: sayAgain, ref: '', value: words.slice(0, 300) },
    };

    const outcome = await patience.wait(receive(inbound));
    if (outcome.kind === 'late') {
      patience.later(async () => {
        const rest = await outcome.rest;
        if (rest.kind === 'done') await mouth.deliver(place, rest.value);
        else await mouth.say(place, troubleCard());
      });
      return ack(dialog === undefined ? shown(slowCard()) : undefined);
    }
    const answer = outcome.kind === 'done' ? outcome.value : { kind: 'card' as const, card: troubleCard() };
    // An acknowledgment cannot be changed later.
    const stays = place.isDirect === true && answer.kind === 'card' && answer.shown !== undefined;
    if (dialog === undefined && !stays && (answer.kind === 'card' || answer.kind === 'replace')) {
      return ack(shown(answer.card));
    }
    patience.later(() => mouth.deliver(place, answer));
    return ack();
  };
