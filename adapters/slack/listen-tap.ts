import { outdatedCard, strangerCard, troubleCard } from '../../src/core/wording/trouble.ts';
import type { Ears } from './ears.ts';
import { fromTap, isStranger, teamOfInteraction } from './inbound.ts';
import { tapPayload } from './payloads.ts';
import type { Place } from './reply.ts';
import { decodeTap } from './tap-code.ts';

/** A tapped button: acknowledged when it is safe, or empty-handed when that takes long; the answer follows by itself. */
export const listenToTaps =
  ({ receive, mouth, dialogs, respond, patience }: Ears) =>
  async (body: unknown, ack: () => Promise<void>): Promise<void> => {
    const tap = tapPayload.parse(body);
    const [action] = tap.actions;
    const team = teamOfInteraction(tap);
    // Slack also reports a tap on a link.
    if (action === undefined || team === undefined || action.url !== undefined) return ack();

    const code = decodeTap(action.action_id, action.value);
    const inbound = fromTap(team, tap, code ?? { name: action.action_id, ref: '' });
    const { event } = inbound;
    const url = tap.response_url;
    const direct = inbound.from.conversation['channel'] !== undefined;
    const place: Place = {
      person: inbound.from,
      key: inbound.dedupeKey,
      triggerId: tap.trigger_id,
      isDirect: tap.container?.channel_id?.startsWith('D') === true,
      message: event.kind === 'tap' ? event.message : undefined,
      ...(url === undefined || direct ? {} : { whisper: (card) => respond(url, card, false) }),
      ...(tap.container?.is_ephemeral === true ? { ephemeralUrl: url } : {}),
      again: {
        name: code?.name ?? '',
        ref: code?.ref ?? '',
        ...(code?.value === undefined ? {} : { value: code.value }),
        ...(code?.version === undefined ? {} : { version: code.version }),
      },
    };

    if (isStranger(team, tap.user) || code === undefined) {
      patience.later(() => mouth.say(place, code === undefined ? outdatedCard() : strangerCard()));
      return ack();
    }

    const there =
      code.opensForm === true && tap.trigger_id !== undefined
        ? {
            ...place,
            dialog: dialogs.openWaiting(team, tap.trigger_id, action.text?.text ?? 'PushIn'),
          }
        : place;
    const outcome = await patience.wait(receive(inbound));
    patience.later(async () => {
      const end = outcome.kind === 'late' ? await outcome.rest : outcome;
      if (end.kind === 'done') await mouth.deliver(there, end.value);
      else await mouth.say(there, troubleCard());
    });
    return ack();
  };
