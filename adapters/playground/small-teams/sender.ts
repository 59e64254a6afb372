import { randomUUID } from 'node:crypto';
import type { Delivery, Reply } from '../deliver.ts';
import type { Seat } from '../seats.ts';
import type { Json } from '../wire.ts';
import { accountOf, chatOf } from './chats.ts';
import type { Keys } from './keys.ts';

/** After this many milliseconds Teams gives up on an answer (and would send a message again). */
const PATIENCE = 15_000;
const PATH = '/api/messages';

export type Sender = ReturnType<typeof createSender>;

/** Activities as Teams sends them, each with a token of its own. */
export const createSender = (deps: {
  delivery: Delivery;
  keys: Keys;
  appId: string;
  tenantId: string;
  zone: string;
  serviceUrl: () => string;
}) => {
  const bot = { id: `28:${deps.appId}`, name: 'PushIn' };

  return {
    bot,
    async send(seat: Seat, content: Json): Promise<Reply> {
      const serviceUrl = deps.serviceUrl();
      const now = new Date().toISOString();
      const activity = {
        id: randomUUID(),
        timestamp: now,
        localTimezone: deps.zone,
        serviceUrl,
        channelId: 'msteams',
        from: { id: accountOf(seat), name: seat.name, aadObjectId: seat.id },
        conversation: { conversationType: 'personal', tenantId: deps.tenantId, id: chatOf(seat) },
        recipient: bot,
        locale: 'en-US',
        ...content,
        entities: [
          { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: deps.zone },
          ...((content['entities'] as Json[] | undefined) ?? []),
        ],
        channelData: { ...(content['channelData'] as Json | undefined), tenant: { id: deps.tenantId } },
      };
      return deps.delivery.post({
        path: PATH,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          authorization: `Bearer ${await deps.keys.sign(serviceUrl)}`,
        },
        body: JSON.stringify(activity),
        patience: PATIENCE,
      });
    },
  };
};
