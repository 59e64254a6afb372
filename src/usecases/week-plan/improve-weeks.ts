import { setTimeout as wait } from 'node:timers/promises';
import type { PlannedWeek } from '../../core/week-plan/planned-week.ts';
import { withFixed } from '../../core/week-plan/with-wishes.ts';
import type { Clock } from '../../ports/clock.ts';
import { faultFields } from '../../ports/fault-fields.ts';
import type { Log } from '../../ports/log.ts';
import type { Planner } from '../../ports/planner.ts';
import { refresh } from '../../store/outbox.ts';
import type { Db } from '../../store/schema.ts';
import { takeBetter, weekPlanById } from '../../store/week-plans.ts';
import { withOrganization } from '../../store/with-organization.ts';
import { tell } from '../tell.ts';

interface ImproveDeps {
  readonly db: Db;
  readonly planner: Planner;
  readonly clock: Clock;
  readonly log: Log;
  readonly nudge: () => void;
  readonly pause?: (ms: number, until: AbortSignal) => Promise<unknown>;
}

/**
 * Between two changes of a card: people read it, and a platform takes about one a second. It is also the time in
 * which the first answer has arrived, so that the card that stays is known.
 */
const LOOK_MS = 2_000;

/** Thinks on about planned weeks, one after the other, and changes their cards as they get better. */
export const createWeekImprover = ({
  db,
  planner,
  clock,
  log,
  nudge,
  pause = (ms, signal) => wait(ms, undefined, { ref: false, signal }).catch(() => undefined),
}: ImproveDeps) => {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  const improve = async (organizationId: string, id: string): Promise<void> => {
    const plan = await withOrganization(db, organizationId, (trx) => weekPlanById(trx, id));
    if (plan?.state !== 'draft' || stopping.signal.aborted) return;
    let readBest = (): PlannedWeek => plan.week;
    let shown = plan.week;
    let isOver = false;
    const leaving = new AbortController();
    const signal = AbortSignal.any([stopping.signal, leaving.signal]);
    const show = async (isLast: boolean): Promise<void> => {
      const best = readBest();
      if (isSame(best, shown) && !isLast) return;
      if (best.objective >= shown.objective - 1e-6) shown = best;
      await withOrganization(db, organizationId, async (trx) => {
        if (!(await takeBetter(trx, id, shown, isLast))) return;
        const now = clock.now();
        // Where the first answer was for a moment only, this is the card that stays.
        await tell(trx, { to: plan.therapist_id, purpose: 'week-plan', subjectId: id }, now);
        await refresh(trx, id);
      });
      nudge();
    };
    const onBetter = (read: () => PlannedWeek): void => {
      readBest = () => withFixed(plan.caseload, read());
    };
    const looks = (async () => {
      for (;;) {
        await pause(LOOK_MS, stopping.signal);
        if (isOver) return;
        await show(false);
        // Sent or replaced: no better week is wanted any more.
        const { state } = (await withOrganization(db, organizationId, (trx) => weekPlanById(trx, id))) ?? {};
        if (state !== 'draft') leaving.abort();
      }
    })();
    try {
      const last = await planner.improve(plan.caseload.caseload, { onBetter, signal });
      onBetter(() => last);
    } finally {
      isOver = true;
      await looks;
      // A process that stops leaves the plan as it is; the next tick that finds it so ends it.
      await show(true);
    }
  };

  return {
    improve: (organizationId: string, id: string): void => {
      running = running
        .then(() => improve(organizationId, id))
        .catch((fault: unknown) => log.error({ planId: id, ...faultFields(fault) }, 'week not improved'));
    },
    /** Resolves when nothing is being thought about. */
    settled: (): Promise<void> => running,
    stop: async (): Promise<void> => {
      stopping.abort();
      await running;
    },
  };
};

const isSame = (a: PlannedWeek, b: PlannedWeek): boolean =>
  Math.abs(a.objective - b.objective) < 1e-6 && a.bound === b.bound;
