import { type Activity, isPrivate, tenantOf } from './activity.ts';
import type { Place } from './connector.ts';
import { MAX_REMEMBERED_PEOPLE } from './limits.ts';

/** In which conversation Teams can be asked about somebody: the last one they were seen or named in. */
export interface Whereabouts {
  remember(activity: Activity): void;
  find(tenantId: string, userId: string): Place | undefined;
}

export const createWhereabouts = (): Whereabouts => {
  const places = new Map<string, Place>();
  const keyOf = (tenantId: string, userId: string): string => JSON.stringify([tenantId, userId]);
  const put = (key: string, place: Place): void => {
    places.delete(key);
    places.set(key, place);
    const [oldest] = places.keys();
    if (places.size > MAX_REMEMBERED_PEOPLE && oldest !== undefined) places.delete(oldest);
  };
  return {
    remember: (activity) => {
      const { serviceUrl, conversation, from, entities } = activity;
      const place = { serviceUrl, conversationId: conversation.id };
      const named = isPrivate(activity)
        ? []
        : (entities ?? []).flatMap(({ mentioned }) => mentioned?.id ?? []);
      for (const userId of [from.id, ...named]) put(keyOf(tenantOf(activity), userId), place);
    },
    find: (tenantId, userId) => places.get(keyOf(tenantId, userId)),
  };
};
