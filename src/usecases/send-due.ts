import type { Instant } from '../core/time.ts';
import { faultFields } from '../ports/fault-fields.ts';
import { type DueRow, dueRows, nextMoment, type WaitingLane, waitingLanes } from '../store/outbox-due.ts';
import { swapSearchesLeft } from '../store/swap-searches.ts';
import { asScheduler } from '../store/with-organization.ts';
import type { SendDeps } from './send/deps.ts';
import { createEdit } from './send/edit.ts';
import { inLanes } from './send/lanes.ts';
import { createLook } from './send/look.ts';
import { createPace } from './send/pace.ts';
import { createSend, TOGETHER } from './send/send.ts';

/** Rows looked at in one go, and people of one lane. */
const BATCH = 200;

/** At a time in one process: a call to a platform is mostly waiting, and most database connections stay free. */
const LANES = 3;

/**
 * Sends what is due, over all organizations, as far as the platforms allow it now; what a person may not get now waits
 * for their next free minute. Gives the instant at which it is worth looking again.
 */
export const createSendDue = (deps: SendDeps): (() => Promise<Instant | undefined>) => {
  const pace = createPace(deps);
  const send = createSend(deps, pace);
  const errands: Readonly<Record<DueRow['errand'], (row: DueRow) => Promise<void>>> = {
    look: createLook(deps, pace),
    edit: createEdit(deps, pace),
  };

  return async () => {
    const tried = new Set<string>();
    const putBack = new Set<string>();

    /** Gives how much it did. */
    const run = async (step: DueRow | WaitingLane): Promise<number> => {
      if (deps.isStopping?.() || pace.isWaiting(step)) return 0;
      if (step.errand === 'send' && pace.isClosed(step)) return 0;
      try {
        if (step.errand === 'send') return await send(step, putBack);
        await errands[step.errand](step);
      } catch (fault) {
        // One message's trouble must not keep back the others; a database that is gone ends the round at its next look.
        const about = step.errand === 'send' ? {} : { outboxId: step.id };
        deps.log.error({ ...about, ...faultFields(fault) }, 'message not handled');
      }
      return step.errand === 'send' ? 0 : 1;
    };

    let next: Instant | undefined;
    // Once a round: what finds no answer stays for the next.
    let { findSwaps } = deps;
    for (let isOver = false; !isOver; ) {
      const now = deps.clock.now();
      const closed = pace.closed();
      const { rows, lanes, isLost } = await asScheduler(deps.db, async (trx) => {
        next = await nextMoment(trx, now);
        return {
          rows: await dueRows(trx, now, BATCH, closed),
          lanes: await waitingLanes(trx, now, closed),
          isLost: findSwaps !== undefined && (await swapSearchesLeft(trx)).length > 0,
        };
      });
      if (isLost) {
        await findSwaps?.();
        findSwaps = undefined;
        continue;
      }
      const admitted = await pace.admit(rows.filter((row) => !tried.has(stepOf(row))));
      for (const row of admitted) tried.add(stepOf(row));
      let done = 0;
      await inLanes([...admitted, ...lanes.flatMap(inGroups)], LANES, laneOf, async (step) => {
        done += await run(step);
      });
      isOver = done === 0 || deps.isStopping?.() === true;
    }
    const opens = pace.opens();
    return next === undefined || opens === undefined ? (next ?? opens) : Math.min(next, opens);
  };
};

/** Each is done once a round. */
const stepOf = ({ errand, id }: DueRow): string => `${errand} ${id}`;

const laneOf = ({ organizationId, platform }: DueRow | WaitingLane): string =>
  `${organizationId} ${platform}`;

/** A lane as often as it takes to write to everybody in it, within reason. */
const inGroups = (lane: WaitingLane): WaitingLane[] =>
  Array.from({ length: Math.ceil(Math.min(lane.people, BATCH) / TOGETHER) }, () => lane);
