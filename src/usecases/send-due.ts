import type { Instant } from '../core/time.ts';
import { faultFields } from '../ports/fault-fields.ts';
import { type DueRow, dueRows, type Errand, nextMoment } from '../store/outbox-due.ts';
import { asScheduler } from '../store/with-organization.ts';
import type { SendDeps } from './send/deps.ts';
import { createEdit } from './send/edit.ts';
import { inLanes } from './send/lanes.ts';
import { createLook } from './send/look.ts';
import { createPace } from './send/pace.ts';
import { createSend } from './send/send.ts';

/** Rows looked at in one go. */
const BATCH = 200;

/** At a time in one process: a call to a platform is mostly waiting, and most database connections stay free. */
const LANES = 6;

/**
 * Sends what is due, over all organizations, as far as the platforms allow it now; what a person may not get now waits
 * for their next free minute. Gives the instant at which it is worth looking again.
 */
export const createSendDue = (deps: SendDeps): (() => Promise<Instant | undefined>) => {
  const pace = createPace(deps);
  const errands: Readonly<Record<Errand, (row: DueRow) => Promise<void>>> = {
    send: createSend(deps, pace),
    look: createLook(deps, pace),
    edit: createEdit(deps, pace),
  };

  const run = async (row: DueRow): Promise<void> => {
    if (deps.isStopping?.() || pace.isWaiting(row)) return;
    try {
      await errands[row.errand](row);
    } catch (fault) {
      // One message's trouble must not keep back the others; a database that is gone ends the round at its next look.
      deps.log.error({ outboxId: row.id, ...faultFields(fault) }, 'message not handled');
    }
  };

  return async () => {
    const tried = new Set<string>();
    let next: Instant | undefined;
    for (;;) {
      const now = deps.clock.now();
      const due = await asScheduler(deps.db, async (trx) => {
        next = await nextMoment(trx, now);
        return dueRows(trx, now, BATCH, pace.closed());
      });
      const fresh = onePerPerson(due.filter((row) => !tried.has(stepOf(row))));
      if (fresh.length === 0 || deps.isStopping?.()) break;
      const admitted = await pace.admit(fresh);
      for (const row of admitted) tried.add(stepOf(row));
      await inLanes(admitted, LANES, laneOf, run);
    }
    const opens = pace.opens();
    return next === undefined || opens === undefined ? (next ?? opens) : Math.min(next, opens);
  };
};

/** Each is done once a round: looked up, and perhaps then sent. */
const stepOf = ({ errand, id }: DueRow): string => `${errand} ${id}`;

const laneOf = ({ organizationId, platform }: DueRow): string => `${organizationId} ${platform}`;

/** What waits for the same person goes in one message, so one row stands for all. */
const onePerPerson = (rows: readonly DueRow[]): DueRow[] => {
  const people = new Set<string>();
  return rows.filter(({ errand, memberId }) => {
    if (errand !== 'send') return true;
    if (people.has(memberId)) return false;
    people.add(memberId);
    return true;
  });
};
