import type { Log } from '../../src/ports/log.ts';
import type { MessageRef } from '../../src/ports/messenger.ts';
import type { Activity } from './activity.ts';
import { type Called, type Connector, idOf, type Json, type Place } from './connector.ts';
import { failureOf } from './errors.ts';
import { placeOf } from './messenger.ts';

/** The conversation of one turn. Nothing here throws: what could not be sent is in the log. */
export interface Stage {
  say(message: Json): Promise<void>;
  /** Says that the answer will follow; the next thing said takes the place of it. */
  wait(message: Json): Promise<void>;
  /** Changes the tapped message, or says the new one where the tapped one can't be changed. */
  replace(message: Json): Promise<void>;
  /** Takes the waiting message away when nothing took its place. */
  clear(): Promise<void>;
}

export const createStage = (
  deps: { connector: Connector; log: Log },
  activity: Activity,
  tapped: MessageRef | undefined,
): Stage => {
  const { connector, log } = deps;
  const place: Place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  const targeted = activity.recipient.isTargeted === true;
  let waiting: string | undefined;

  const note = (what: string, called: Called): Called => {
    if (called.kind !== 'answered' || called.status >= 300) {
      log.warn({ what, activityId: activity.id, ...failureOf(called) }, 'teams-answer-not-sent');
    }
    return called;
  };

  const post = async (message: Json): Promise<Called> =>
    targeted
      ? connector.post(place, { ...message, recipient: { id: activity.from.id } }, 'targeted')
      : connector.post(place, message);

  const say = async (message: Json): Promise<void> => {
    const instead = waiting;
    waiting = undefined;
    note('say', instead === undefined ? await post(message) : await connector.put(place, instead, message));
  };

  return {
    say,
    wait: async (message) => {
      waiting = idOf(note('wait', await post(message)));
    },
    replace: async (message) => {
      const target = tapped && placeOf(tapped);
      if (target === undefined) return say(message);
      note('replace', await connector.put(target.place, target.activityId, message));
    },
    clear: async () => {
      if (waiting !== undefined) note('clear', await connector.remove(place, waiting));
      waiting = undefined;
    },
  };
};
