import type { Instant } from '../../core/time.ts';
import { closeUntil, take } from '../../store/allowances.ts';
import type { DueRow, Errand, Lane } from '../../store/outbox-due.ts';
import { withOrganization } from '../../store/with-organization.ts';
import type { SendDeps } from './deps.ts';

/** Calls made besides a message, and left out where the platform allows no more of them. */
type Asking = 'check' | 'quiet';

/** What each tenant's platform lets through now, counted for all instances together. */
export interface Pace {
  /** Lanes this instance need not look at before a time. */
  closed(): readonly Lane[];
  /** Whether its platform has just asked for patience: what was admitted a moment ago may not go any more. */
  isWaiting(lane: Lane): boolean;
  /** When the first of them opens again. */
  opens(): Instant | undefined;
  /** Those of the rows that may go now. */
  admit(rows: readonly DueRow[]): Promise<DueRow[]>;
  /** Whether one more call of that kind may be made. */
  allows(lane: Omit<Lane, 'errand'>, call: Asking): Promise<boolean>;
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
  const limitOf = (platform: Lane['platform'], call: Errand | Asking) =>
    platform === null ? undefined : deps.limits[platform]?.[call];

  const takeFor = async (
    organizationId: string,
    limit: NonNullable<ReturnType<typeof limitOf>>,
    wanted: number,
  ) =>
    withOrganization(deps.db, organizationId, (trx) =>
      take(trx, limit.name, limit, wanted, deps.clock.now()),
    );

  return {
    closed: () => {
      const now = deps.clock.now();
      for (const [key, { until }] of closed) if (until <= now) closed.delete(key);
      return [...closed.values()].map(({ lane }) => lane);
    },
    isWaiting: (lane) => (waiting.get(keyOf(lane)) ?? 0) > deps.clock.now(),
    opens: () => {
      const times = [...closed.values()].map(({ until }) => until);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    admit: async (rows) => {
      const lanes = new Map<string, DueRow[]>();
      for (const row of rows) lanes.set(keyOf(row), [...(lanes.get(keyOf(row)) ?? []), row]);
      const admitted: DueRow[] = [];
      for (const ready of lanes.values()) {
        const [first] = ready;
        const limit = first && limitOf(first.platform, first.errand);
        if (!limit) admitted.push(...ready);
        else {
          const { count, next } = await takeFor(first.organizationId, limit, ready.length);
          admitted.push(...ready.slice(0, count));
          if (count < ready.length) close(first, next);
        }
      }
      return admitted;
    },
    allows: async ({ organizationId, platform }, call) => {
      const limit = limitOf(platform, call);
      return limit === undefined || (await takeFor(organizationId, limit, 1)).count > 0;
    },
    wait: async (lane, until) => {
      const limit = limitOf(lane.platform, lane.errand);
      if (!limit) return;
      close(lane, until);
      waiting.set(keyOf(lane), until);
      await withOrganization(deps.db, lane.organizationId, (trx) =>
        closeUntil(trx, limit.name, limit, until, deps.clock.now()),
      );
    },
  };
};
