import { setTimeout as pause } from 'node:timers/promises';
import { faultFields } from '../../ports/fault-fields.ts';
import type { WaitingLane } from '../../store/outbox-due.ts';
import { lockPeopleWaiting, type Whom } from '../../store/outbox-waiting.ts';
import { withOrganization } from '../../store/with-organization.ts';
import { type Attempt, attempt } from './attempt.ts';
import { type Claims, claim } from './claim.ts';
import { FENCE, type SendDeps } from './deps.ts';
import type { Pace } from './pace.ts';
import { record } from './record.ts';

/**
 * So many people of one tenant are claimed in one transaction, and what became of it is noted in another. More would
 * cost less each, but a worker that dies leaves all of them in doubt.
 */
export const TOGETHER = 4;

/**
 * Sends what waits for the next few people of a lane. Gives how many of them it had to do with; those who still wait
 * and are not to be tried again in this round are added to `putBack`.
 */
export const createSend = (deps: SendDeps, pace: Pace) => {
  const steady = deps.steady ?? (() => performance.now());

  const send = async (lane: WaitingLane, putBack: Set<string>, whom: Whom): Promise<number> => {
    const begun = steady();
    const isWanted = () => steady() - begun < FENCE && !deps.isStopping?.();
    const { people, claims, closedUntil, fault } = await claimNext(deps, lane, whom);
    if (closedUntil !== undefined) pace.close(lane, closedUntil);
    const [first] = people;
    if (fault !== undefined && people.length > 1) {
      for (const only of people) await send(lane, putBack, { only });
    } else if (fault !== undefined) {
      if (first === undefined) throw fault;
      deps.log.error({ memberId: first, ...faultFields(fault) }, 'message not handled');
      putBack.add(first);
    }
    const attempts = await Promise.all(claims.map((one) => attempt(deps, one, isWanted)));
    const twins = await note(deps, lane, attempts);
    for (const { claim, ending, again } of attempts) {
      if (ending.kind === 'rate-limited') await pace.wait({ ...lane, platform: claim.to.platform }, again);
      if (ending.kind === 'withheld') for (const row of claim.rows) putBack.add(row.member_id);
    }
    // Held up past its lease, and another has sent it since: the person shall see one.
    for (const { claim, ending } of twins)
      if (ending.kind === 'sent') await claim.messenger.remove(ending.message);
    return people.length;
  };

  return (lane: WaitingLane, putBack: Set<string>): Promise<number> =>
    send(lane, putBack, { most: TOGETHER, except: [...putBack] });
};

/** A fault undoes the claims of all of them, so it comes with whom it was about. */
const claimNext = async (
  deps: SendDeps,
  lane: WaitingLane,
  whom: Whom,
): Promise<Claims & { readonly people: readonly string[]; readonly fault?: unknown }> => {
  let people: readonly string[] = [];
  try {
    const claimed = await withOrganization(deps.db, lane.organizationId, async (trx) => {
      people = await lockPeopleWaiting(trx, lane.platform, deps.clock.now(), whom);
      return claim(deps, trx, lane, people);
    });
    return { ...claimed, people };
  } catch (fault) {
    return { claims: [], people, fault };
  }
};

/** Notes what became of all of them, together or, where that fails, each for itself. Gives those that stand there twice. */
const note = async (
  deps: SendDeps,
  { organizationId }: WaitingLane,
  attempts: readonly Attempt[],
): Promise<readonly Attempt[]> => {
  const write = (some: readonly Attempt[]) =>
    withOrganization(deps.db, organizationId, async (trx) => {
      const twins: Attempt[] = [];
      for (const one of some) if (await record(trx, one)) twins.push(one);
      return twins;
    });
  if (attempts.length === 0) return [];
  try {
    return await write(attempts);
  } catch {
    const each = await Promise.all(
      attempts.map((one) =>
        stubbornly(() => write([one])).catch((fault) => {
          deps.log.error({ outboxId: one.claim.rows[0]?.id, ...faultFields(fault) }, 'ending not noted');
          return [];
        }),
      ),
    );
    return each.flat();
  }
};

/**
 * What became of a message is known here alone, so a database that is just restarting is asked again for a while. Noting
 * the same ending twice changes nothing.
 */
const stubbornly = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let waitMs = 250; waitMs < 4_000; waitMs *= 2) {
    await pause(waitMs);
    try {
      return await write();
    } catch {
      // Asked once more, the last time below.
    }
  }
  return write();
};
