import type { Card } from '../../src/core/card.ts';
import { strangerCard, troubleCard } from '../../src/core/wording/trouble.ts';
import { faultFields } from '../../src/ports/fault-fields.ts';
import type { Answer, Inbound } from '../../src/ports/inbound.ts';
import { type Ears, NotReceived } from './ears.ts';
import { failureOf } from './errors.ts';
import { fromAccount, fromHome, fromMessage, homeTeam, isForeign } from './inbound.ts';
import {
  changedUser,
  type EventPayload,
  eventPayload,
  homeEvent,
  messageEvent,
  revokedTokens,
} from './payloads.ts';
import { renderMessage } from './render.ts';
import { renderHome } from './render-view.ts';
import type { Place } from './reply.ts';
import { sayAgain } from './tap-code.ts';
import { enterpriseOf } from './tenant.ts';

export interface EventContext {
  /** Set when Slack delivers an event again. */
  readonly retryNum?: number | undefined;
}

export const listenToEvents = (ears: Ears) => {
  const { receive, mouth, patience, web, log, switchOff } = ears;

  /** Acknowledged only once it is safe; otherwise Slack brings it again, and the dedupe key makes it happen once. */
  const receiveOrRefuse = async (
    inbound: Inbound,
    context: EventContext,
    deliver: (answer: Answer) => Promise<void>,
  ): Promise<void> => {
    const outcome = await patience.wait(receive(inbound));
    if (outcome.kind === 'done') return patience.later(() => deliver(outcome.value));
    if (outcome.kind === 'late') {
      patience.later(async () => {
        const rest = await outcome.rest;
        if (rest.kind === 'done') await deliver(rest.value);
      });
    } else if (context.retryNum === undefined) {
      // Said once, not at each of Slack's three redeliveries.
      patience.later(() => deliver({ kind: 'card', card: troubleCard() }));
    }
    throw new NotReceived(`slack event ${outcome.kind}`);
  };

  const whisperIn =
    (team: string, channel: string, user: string) =>
    async (card: Card): Promise<boolean> => {
      try {
        await (await web(team)).chat.postEphemeral({ channel, user, ...renderMessage(card) });
        return true;
      } catch (error) {
        log.warn({ call: 'chat.postEphemeral', ...failureOf(error) }, 'slack_call_failed');
        return false;
      }
    };

  const words = async (payload: EventPayload, context: EventContext, inPrivate: boolean): Promise<void> => {
    const message = messageEvent.parse(payload.event);
    const team = homeTeam(payload);
    const inbound = fromMessage(payload, message, inPrivate);
    const place: Place = {
      person: inbound.from,
      key: inbound.dedupeKey,
      ...(inPrivate ? {} : { whisper: whisperIn(team, message.channel, message.user) }),
      again: {
        name: sayAgain,
        ref: '',
        value: inbound.event.kind === 'words' ? inbound.event.text.slice(0, 300) : '',
      },
    };
    if (isForeign(payload, message)) return patience.later(() => mouth.say(place, strangerCard()));
    await receiveOrRefuse(inbound, context, (answer) => mouth.deliver(place, answer));
  };

  const publish = async (team: string, userId: string, answer: Answer): Promise<void> => {
    if (answer.kind !== 'card' && answer.kind !== 'replace') return;
    await (await web(team)).views.publish({ user_id: userId, view: renderHome(answer.card) });
  };

  return {
    /** A direct message; the bot's own, other bots', edits and deletions are none. */
    async message(body: unknown, context: EventContext): Promise<void> {
      const payload = eventPayload.parse(body);
      const { event } = payload;
      const bySomebodyElse = event['bot_id'] !== undefined || event['subtype'] !== undefined;
      if (event['channel_type'] !== 'im' || bySomebodyElse) return;
      if (event['user'] === payload.authorizations?.[0]?.user_id) return;
      await words(payload, context, true);
    },

    async mention(body: unknown, context: EventContext): Promise<void> {
      const payload = eventPayload.parse(body);
      if (payload.event['bot_id'] !== undefined || payload.event['subtype'] !== undefined) return;
      await words(payload, context, false);
    },

    /** Kept from Slack's sight until it is safe: otherwise Slack tells it again. */
    async ended(body: unknown, reason: string): Promise<void> {
      const payload = eventPayload.parse(body);
      const { event, team_id, authorizations = [] } = payload;
      const tokens = revokedTokens.safeParse(event);
      // A person's own token says nothing of ours.
      if (reason === 'tokens_revoked' && !tokens.data?.tokens.bot?.length) return;
      await switchOff(enterpriseOf(authorizations[0] ?? {}) ?? team_id, reason).catch((error: unknown) => {
        log.error(faultFields(error), 'slack_switch_off_failed');
        throw new NotReceived('slack event failed');
      });
    },

    /** Every change of anybody's profile comes here; what counts is whether the account is still a full member's. */
    async account(body: unknown): Promise<void> {
      const payload = eventPayload.parse(body);
      await receive(fromAccount(payload, changedUser.parse(payload.event).user)).catch((error: unknown) => {
        log.error(faultFields(error), 'slack_receive_failed');
        throw new NotReceived('slack event failed');
      });
    },

    async home(body: unknown, context: EventContext): Promise<void> {
      const payload = eventPayload.parse(body);
      const { user, tab } = homeEvent.parse(payload.event);
      if (tab !== 'home') return;
      await receiveOrRefuse(fromHome(payload, user), context, (answer) =>
        publish(homeTeam(payload), user, answer),
      );
    },
  };
};
