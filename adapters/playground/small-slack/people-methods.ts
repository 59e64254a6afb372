import { DateTime } from 'luxon';
import { type Method, type MethodDeps, refuse } from './method.ts';
import { channelOf } from './threads.ts';

/** Who is there. */
export const peopleMethods = ({ seats, team }: MethodDeps): Readonly<Record<string, Method>> => {
  const seatOf = (user: unknown) => seats.find((seat) => seat.id === user);

  return {
    'auth.test': () => ({
      ok: true,
      url: 'http://127.0.0.1/',
      team: team.teamId,
      team_id: team.teamId,
      user: 'pushin',
      user_id: team.botUser,
      bot_id: team.botId,
      is_enterprise_install: false,
    }),

    'team.info': () => ({
      ok: true,
      team: { id: team.teamId, name: team.teamId, domain: team.teamId.toLowerCase() },
    }),

    'users.info': ({ user }) => {
      const seat = seatOf(user);
      if (seat === undefined) return refuse('user_not_found');
      return {
        ok: true,
        user: {
          id: seat.id,
          team_id: team.teamId,
          name: handleOf(seat.name),
          real_name: seat.name,
          deleted: false,
          is_bot: false,
          is_app_user: false,
          is_restricted: false,
          is_ultra_restricted: false,
          tz: team.zone,
          tz_label: team.zone,
          tz_offset: DateTime.now().setZone(team.zone).offset * 60,
          profile: { real_name: seat.name, display_name: seat.name, team: team.teamId },
        },
      };
    },

    'conversations.open': ({ users }) => {
      const seat = seatOf(users);
      return seat ? { ok: true, channel: { id: channelOf(seat.id) } } : refuse('user_not_found');
    },

    'dnd.info': ({ user }) =>
      seatOf(user)
        ? { ok: true, dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1, snooze_enabled: false }
        : refuse('user_not_found'),
  };
};

export const handleOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '.')
    .replace(/^\.|\.$/g, '');
