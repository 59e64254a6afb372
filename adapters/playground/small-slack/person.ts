import { randomUUID } from 'node:crypto';
import { isAccepted, type Reply } from '../deliver.ts';
import { parseObject } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { Done, Json } from '../wire.ts';
import { words } from '../words.ts';
import { mentioning } from './mentions.ts';
import { handleOf } from './people-methods.ts';
import type { Responses } from './responses.ts';
import type { Sender } from './sender.ts';
import type { Surfaces } from './surfaces.ts';
import { channelOf, type Threads } from './threads.ts';
import type { Team } from './types.ts';

export interface PersonDeps {
  readonly seats: readonly Seat[];
  readonly team: Team;
  readonly threads: Threads;
  readonly surfaces: Surfaces;
  readonly responses: Responses;
  readonly sender: Sender;
}

export const done: Done = { ok: true };

/** The fields every payload about a person's act begins with. */
export const actorFields = ({ team }: PersonDeps, seat: Seat): Json => ({
  user: { id: seat.id, username: handleOf(seat.name), name: handleOf(seat.name), team_id: team.teamId },
  team: { id: team.teamId, domain: team.teamId.toLowerCase() },
  api_app_id: team.appId,
  token: 'unused',
  enterprise: null,
  is_enterprise_install: false,
});

/** What somebody types to the bot, and the visit of its home page. */
export const createPerson = (deps: PersonDeps) => {
  const { team, threads, surfaces, responses, sender } = deps;

  const event = async (seat: Seat, content: Json): Promise<Done> => {
    const reply = await sender.event({
      type: 'event_callback',
      token: 'unused',
      team_id: team.teamId,
      api_app_id: team.appId,
      event: content,
      event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
      event_time: Math.floor(Date.now() / 1000),
      is_ext_shared_channel: false,
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.teamId,
          user_id: team.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
    });
    return isAccepted(reply) ? done : unanswered(seat, words.notTaken);
  };

  const unanswered = (seat: Seat, text: string): Done => {
    threads.post({ channel: channelOf(seat.id), author: 'USLACKBOT', text, onlyYou: true });
    return { ok: false, error: text };
  };

  const message = (seat: Seat, typed: string): Promise<Done> => {
    const text = mentioning(typed, deps.seats, 'message');
    const channel = channelOf(seat.id);
    const { ts } = threads.post({ channel, author: seat.id, text });
    return event(seat, {
      type: 'message',
      channel,
      channel_type: 'im',
      user: seat.id,
      text,
      ts,
      event_ts: ts,
      team: team.teamId,
      client_msg_id: randomUUID(),
    });
  };

  const command = async (seat: Seat, typed: string): Promise<Done> => {
    const channel = channelOf(seat.id);
    const [word = '', ...rest] = typed.split(' ');
    if (word !== '/pushin') return unanswered(seat, words.unknownCommand(word));
    threads.post({ channel, author: seat.id, text: mentioning(typed, deps.seats, 'message'), onlyYou: true });
    const reply = await sender.form({
      token: 'unused',
      team_id: team.teamId,
      team_domain: team.teamId.toLowerCase(),
      channel_id: channel,
      channel_name: 'directmessage',
      user_id: seat.id,
      user_name: handleOf(seat.name),
      command: word,
      text: mentioning(rest.join(' ').trim(), deps.seats, 'command'),
      api_app_id: team.appId,
      is_enterprise_install: 'false',
      response_url: responses.grant(channel),
      trigger_id: surfaces.trigger(seat.id),
    });
    if (!isAccepted(reply)) return unanswered(seat, words.commandFailed(word, failure(reply)));
    const content = parseObject(reply.body) ?? (reply.body.trim() === '' ? undefined : { text: reply.body });
    if (content) responses.say(channel, content);
    return done;
  };

  return {
    say: (seat: Seat, typed: string): Promise<Done> =>
      typed.startsWith('/') ? command(seat, typed) : message(seat, typed),

    openHome: (seat: Seat): Promise<Done> => {
      const view = surfaces.home(seat.id);
      return event(seat, {
        type: 'app_home_opened',
        user: seat.id,
        channel: channelOf(seat.id),
        tab: 'home',
        event_ts: threads.nextTs(),
        ...(view ? { view } : {}),
      });
    },
  };
};

const failure = (reply: Reply): string => (reply.status === 0 ? 'operation_timeout' : 'dispatch_failed');
