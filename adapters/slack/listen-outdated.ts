import { outdatedCard } from '../../src/core/wording/trouble.ts';
import type { Ears } from './ears.ts';
import { teamOfInteraction } from './inbound.ts';
import { anyInteraction } from './payloads.ts';

/** Shortcuts and the like, which only another version of the app can have offered. */
export const listenToOutdated =
  ({ respond, messenger, patience }: Ears) =>
  async (body: unknown, ack: () => Promise<void>): Promise<void> => {
    const interaction = anyInteraction.parse(body);
    const { user, response_url: url } = interaction;
    const tenantId = teamOfInteraction(interaction);
    patience.later(async () => {
      if (url !== undefined && (await respond(url, outdatedCard(), false))) return;
      if (tenantId === undefined) return;
      const person = { platform: 'slack' as const, tenantId, userId: user.id, conversation: {} };
      await messenger.send(person, outdatedCard(), 'outdated');
    });
    return ack();
  };
