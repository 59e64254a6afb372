import { outdatedCard } from '../../src/core/wording/trouble.ts';
import type { Ears } from './ears.ts';
import { anyInteraction } from './payloads.ts';

/** Shortcuts and the like, which only another version of the app can have offered. */
export const listenToOutdated =
  ({ respond, messenger, patience }: Ears) =>
  async (body: unknown, ack: () => Promise<void>): Promise<void> => {
    const { team, user, response_url: url } = anyInteraction.parse(body);
    const tenantId = team?.id ?? user.team_id;
    patience.later(async () => {
      if (url !== undefined && (await respond(url, outdatedCard(), false))) return;
      if (tenantId === undefined) return;
      const person = { platform: 'slack' as const, tenantId, userId: user.id, conversation: {} };
      await messenger.send(person, outdatedCard(), 'outdated');
    });
    return ack();
  };
