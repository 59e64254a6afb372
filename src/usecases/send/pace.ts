import { grouped } from '../../core/grouped.ts';
import type { Instant } from '../../core/time.ts';
import { closeUntil, type Taken, take } from '../../store/allowances.ts';
import type { DueRow, Errand, Lane } from '../../store/outbox-due.ts';
import type { Trx } from '../../store/schema.ts';
import { withOrganization } from '../../store/with-organization.ts';
import type { SendDeps } from './deps.ts';

/** Calls made besides a message, and left out where the platform allows no more of them. */
type Asking = 'check' | 'quiet';

type LimitDeps = Pick<SendDeps, 'limits' | 'clock'>;

const limitOf = ({ limits }: LimitDeps, platform: Lane['platform'], call: Errand | Asking) =>
  platform === null ? undefined : limits[platform]?.[call];

/** Takes of what the tenant's platform allows now, in the transaction that makes use of it; all where nobody counts. */
export const takeNow = async (
  deps: LimitDeps,
  trx: Trx,
  platform: Lane['platform'],
  call: Errand | Asking,
  wanted: number,
): Promise<Taken> => {
  const now = deps.clock.now();
  const limit = limitOf(deps, platform, call);
  return limit && wanted > 0 ? take(trx, limit.name, limit, wanted, now) : { count: wanted, next: now };
};

/** What each tenant's platform lets through now, counted for all instances together. */
export interface Pace {
  /** Lanes this instance need not look at before a time. */
  closed(): readonly Lane[];
  /** Whether its platform has just asked for patience: what was admitted a moment ago may not go any more. */
  isWaiting(lane: Lane): boolean;
  /** When the first of them opens again. */
  opens(): Instant | undefined;
  /** Whether nothing may go there now. */
  isClosed(lane: Lane): boolean;
  /** Nothing more goes there before that instant, by this instance. */
  close(lane: Lane, until: Instant): void;
  /** Those of the rows that may be looked for or changed now. */
  admit(rows: readonly DueRow[]): Promise<DueRow[]>;
  /** The platform asked for patience. It doesn't say of what, so the tenant's whole lane waits. */
  wait(lane: Lane, until: Instant): Promise<void>;
}

export const createPace = (deps: SendDeps): Pace => {
  const closed = new Map<string, { lane: Lane; until: Instant }>();
  const waiting = new Map<string, Instant>();
  const keyOf = ({ organizationId, platform, errand }: Lane) => `${organizationId} ${platform} ${errand}`;
  const close = (lane: Lane, until: Instant): void => {
    const { organizationId, platform, errand } = lane;
    closed.set(keyOf(lane), { lane: { organizationId, platform, errand }, until });
  };

  return {
    closed: () => {
      const now = deps.clock.now();
      for (const [key, { until }] of closed) if (until <= now) closed.delete(key);
      return [...closed.values()].map(({ lane }) => lane);
    },
    close,
    isClosed: (lane) => (closed.get(keyOf(lane))?.until ?? 0) > deps.clock.now(),
    isWaiting: (lane) => (waiting.get(keyOf(lane)) ?? 0) > deps.clock.now(),
    opens: () => {
      const times = [...closed.values()].map(({ until }) => until);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    admit: async (rows) => {
      const admitted: DueRow[] = [];
      for (const ready of grouped(rows.map((row) => [keyOf(row), row])).values()) {
        const [first] = ready;
        if (!limitOf(deps, first.platform, first.errand)) {
          admitted.push(...ready);
          continue;
        }
        const { count, next } = await withOrganization(deps.db, first.organizationId, (trx) =>
          takeNow(deps, trx, first.platform, first.errand, ready.length),
        );
        admitted.push(...ready.slice(0, count));
        if (count < ready.length) close(first, next);
      }
      return admitted;
    },
    wait: async (lane, until) => {
      const limit = limitOf(deps, lane.platform, lane.errand);
      if (!limit) return;
      close(lane, until);
      waiting.set(keyOf(lane), until);
      await withOrganization(deps.db, lane.organizationId, (trx) =>
        closeUntil(trx, limit.name, limit, until, deps.clock.now()),
      );
    },
  };
};
