import { answeredAsideText, fromGroupText, writeToMeAsideText } from '../../src/core/wording/aside.ts';
import type { Log } from '../../src/ports/log.ts';
import type { MessageRef } from '../../src/ports/messenger.ts';
import { type Activity, isPrivate, tenantOf } from './activity.ts';
import { type Called, type Connector, idOf, type Json, type Place } from './connector.ts';
import { openConversation } from './conversation.ts';
import { failureOf } from './errors.ts';
import { placeOf, refTo } from './messenger.ts';

/** The conversation of one turn. Nothing here throws: what could not be sent is in the log. */
export interface Stage {
  /** Where it stands now, if it could be said. */
  say(message: Json): Promise<MessageRef | undefined>;
  /** Says that the answer will follow; the next thing said takes the place of it. */
  wait(message: Json): Promise<void>;
  /** Changes the tapped message, or says the new one where the tapped one can't be changed. */
  replace(message: Json): Promise<void>;
  /** Takes the waiting message away when nothing took its place. */
  clear(): Promise<void>;
}

export const createStage = (
  deps: { connector: Connector; appId: string; log: Log },
  activity: Activity,
  tapped: MessageRef | undefined,
): Stage => {
  const { connector, log } = deps;
  const here: Place = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  /** Where the answer goes: never where others could read it. Opened once, and only when there is something to say. */
  let place: Promise<Place | undefined> | undefined;
  const answerPlace = (): Promise<Place | undefined> => {
    place ??= isPrivate(activity) ? Promise.resolve(here) : takeAside();
    return place;
  };
  const targeted = activity.recipient.isTargeted === true;
  let waiting: string | undefined;

  const noted = async (what: string, calling: Promise<Called | undefined>): Promise<Called | undefined> => {
    const called = await calling;
    return called && note(what, called);
  };

  const note = (what: string, called: Called): Called => {
    if (called.kind !== 'answered' || called.status >= 300) {
      log.warn({ what, activityId: activity.id, ...failureOf(called) }, 'teams-answer-not-sent');
    }
    return called;
  };

  /** A question put in a channel or group: the answer goes to the asker's own chat, and the channel hears only that. */
  const takeAside = async (): Promise<Place | undefined> => {
    const { serviceUrl, from } = activity;
    const opened = await openConversation(
      deps,
      { tenantId: tenantOf(activity), userId: from.id },
      serviceUrl,
    );
    const aside = 'place' in opened ? opened.place : undefined;
    const text = aside ? answeredAsideText : writeToMeAsideText;
    note('aside', await connector.post(here, { type: 'message', text }));
    return aside;
  };

  const post = async (message: Json): Promise<Called | undefined> => {
    if (targeted)
      return connector.post(here, { ...message, recipient: { id: activity.from.id } }, 'targeted');
    const there = await answerPlace();
    if (there === undefined) return undefined;
    // A message that follows from a channel has to say so (Teams store rule).
    return connector.post(there, there === here ? message : { ...message, text: fromGroupText });
  };

  const say = async (message: Json): Promise<MessageRef | undefined> => {
    const instead = waiting;
    waiting = undefined;
    const there = await answerPlace();
    if (instead !== undefined && there) {
      note('say', await connector.put(there, instead, message));
      return refTo(there, instead);
    }
    const called = await noted('say', post(message));
    const id = called && idOf(called);
    // What only one person of a group sees is gone after a day, and can't be changed.
    return there && id !== undefined && !targeted ? refTo(there, id) : undefined;
  };

  return {
    say,
    wait: async (message) => {
      const called = await noted('wait', post(message));
      waiting = called && idOf(called);
    },
    replace: async (message) => {
      const target = tapped && placeOf(tapped);
      if (target === undefined) return void (await say(message));
      note('replace', await connector.put(target.place, target.activityId, message));
    },
    clear: async () => {
      if (waiting === undefined) return;
      const there = await answerPlace();
      if (there) note('clear', await connector.remove(there, waiting));
      waiting = undefined;
    },
  };
};
