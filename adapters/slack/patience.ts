import { faultFields } from '../../src/ports/fault-fields.ts';
import type { Log } from '../../src/ports/log.ts';
import { within } from '../../src/within.ts';
import { patienceMs } from './limits.ts';

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed' }
  /** Not done while Slack waited; `rest` resolves to how it ended and never rejects. */
  | { readonly kind: 'late'; readonly rest: Promise<Outcome<T>> };

export interface Patience {
  /** Waits as long as Slack does. A failure is logged here, once. */
  wait<T>(work: Promise<T>): Promise<Outcome<T>>;
  /** Goes on after the acknowledgment; a failure is logged, since nobody waits for it any more. */
  later(work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export const createPatience = (log: Log): Patience => {
  const underWay = new Set<Promise<void>>();
  const logged = (event: string) => (error: unknown) => {
    log.error(faultFields(error), event);
  };

  return {
    wait<T>(work: Promise<T>): Promise<Outcome<T>> {
      const ended: Promise<Outcome<T>> = work.then(
        (value) => ({ kind: 'done', value }),
        (error: unknown) => {
          logged('slack_receive_failed')(error);
          return { kind: 'failed' };
        },
      );
      return within(patienceMs, ended, { kind: 'late', rest: ended });
    },

    later(work) {
      const running = work().catch(logged('slack_answer_failed'));
      underWay.add(running);
      void running.finally(() => underWay.delete(running));
    },

    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
};
