import type { Called, Connector, Place } from './connector.ts';
import { idOf } from './connector.ts';
import { globalServiceUrl } from './service-url.ts';

interface Person {
  readonly tenantId: string;
  readonly userId: string;
}

/** Opens the one-to-one conversation with a person, or finds it: Teams gives the same one every time. */
export const openConversation = async (
  deps: { connector: Connector; appId: string },
  person: Person,
  serviceUrl: string = globalServiceUrl,
): Promise<{ place: Place } | { failed: Called }> => {
  const called = await deps.connector.open(serviceUrl, {
    isGroup: false,
    bot: { id: `28:${deps.appId}` },
    members: [{ id: person.userId }],
    tenantId: person.tenantId,
    channelData: { tenant: { id: person.tenantId } },
  });
  const conversationId = idOf(called);
  return conversationId === undefined ? { failed: called } : { place: { serviceUrl, conversationId } };
};
