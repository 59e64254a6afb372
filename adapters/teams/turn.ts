import { outdatedCard, troubleCard } from '../../src/core/wording/trouble.ts';
import { faultFields } from '../../src/ports/fault-fields.ts';
import type { Inbound, Receive } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import { within } from '../../src/within.ts';
import type { Activity } from './activity.ts';
import {
  type Outcome,
  type Response,
  respond,
  respondInChat,
  respondSlowly,
  respondToTrouble,
} from './answers.ts';
import type { Connector, Json } from './connector.ts';
import { refilled } from './form-values.ts';
import type { Heard } from './heard.ts';
import { inboundOf, keyOf, openingEvent } from './inbound.ts';
import { ANSWER_WITHIN_MS, SLOW_AFTER_MS } from './limits.ts';
import { listen } from './listen.ts';
import { createStage, type Stage } from './stage.ts';

/** One activity of somebody known: gives the body of the response, and never throws. */
export interface Turns {
  take(activity: Activity): Promise<Json | undefined>;
  /** When everything that is still on its way has arrived. */
  settled(): Promise<void>;
}

export const createTurns = (deps: {
  receive: Receive;
  connector: Connector;
  appId: string;
  log: Log;
}): Turns => {
  const { receive, log } = deps;
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const forget = (): unknown => underWay.delete(work);
    work.then(forget, forget);
    return work;
  };

  const outcomeOf = async (activity: Activity, heard: Heard): Promise<Outcome> => {
    if (heard.inbound === undefined) return { kind: 'card', card: outdatedCard() };
    const answer = await receive(heard.inbound);
    if (answer.kind !== 'faults') return answer;
    const reopened = await receive(reopening(activity, heard));
    // Without its form there is nothing left to correct: what became of it since is the answer.
    if (reopened.kind === 'faults') return { kind: 'none' };
    if (reopened.kind !== 'form' || heard.inbound.event.kind !== 'submit') return reopened;
    return {
      kind: 'faulty',
      form: refilled(reopened.form, heard.inbound.event.values),
      faults: answer.faults,
    };
  };

  const fail = (activity: Activity, error: unknown): void =>
    log.error({ activityId: activity.id, type: activity.type, ...faultFields(error) }, 'teams-turn-failed');

  /** The response as a value: a bug or a database that is gone becomes the sentence that says so. */
  const prepare = (
    activity: Activity,
    heard: Heard,
    stage: Stage,
    outcome: Promise<Outcome>,
    how: typeof respondInChat,
  ): Promise<Response> =>
    outcome
      .then((known) => how(known, stage, heard.origin))
      .catch((error: unknown) => {
        fail(activity, error);
        return respondToTrouble(how === respondInChat ? 'chat' : heard.way, troubleCard(), stage);
      });

  const send = (activity: Activity, { send: sending }: Response): Promise<void> =>
    (sending?.() ?? Promise.resolve()).catch((error: unknown) => fail(activity, error));

  return {
    take: async (activity) => {
      const begun = performance.now();
      const heard = listen(activity);
      if (heard === undefined) return undefined;
      const stage = createStage(deps, activity, heard.tapped);
      const outcome = outcomeOf(activity, heard);
      const prepared = track(prepare(activity, heard, stage, outcome, respond[heard.way]));
      const ready = await within(SLOW_AFTER_MS, prepared, undefined);
      const response = ready ?? respondSlowly[heard.way](stage);
      const sent = track(send(activity, response));
      if (ready === undefined) {
        const late = async (): Promise<void> => {
          await sent;
          await send(activity, await prepare(activity, heard, stage, outcome, respondInChat));
          await stage.clear();
        };
        track(late());
      }
      await within(Math.max(0, ANSWER_WITHIN_MS - (performance.now() - begun)), sent, undefined);
      return response.body;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
};

const reopening = (activity: Activity, heard: Heard): Inbound =>
  inboundOf(
    activity,
    keyOf('reopen', activity.conversation.id, activity.id),
    openingEvent(heard.origin.opening, heard.tapped),
  );
