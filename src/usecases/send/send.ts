import { setTimeout as pause } from 'node:timers/promises';
import { DAY, type Stretch } from '../../core/time.ts';
import type { Delivery } from '../../ports/messenger.ts';
import { confirmAddress, markUnreachable } from '../../store/addresses.ts';
import { countAsk } from '../../store/asks.ts';
import { markSent, settleRows } from '../../store/outbox-claims.ts';
import type { DueRow } from '../../store/outbox-due.ts';
import type { Trx } from '../../store/schema.ts';
import { withOrganization } from '../../store/with-organization.ts';
import { APART, type Claim, claim, holdBack } from './claim.ts';
import { FENCE, LOOK_AFTER, type SendDeps, waitAfter } from './deps.ts';
import type { Pace } from './pace.ts';
import { tellPartners, tellSender } from './tell-sender.ts';

/** Sends what waits for one person: claimed in one transaction, sent outside any, noted in another. */
export const createSend =
  (deps: SendDeps, pace: Pace) =>
  async (due: DueRow): Promise<void> => {
    const steady = deps.steady ?? (() => performance.now());
    const begun = steady();
    const claimed = await withOrganization(deps.db, due.organizationId, (trx) => claim(deps, trx, due.id));
    if (!claimed) return;
    const isWanted = () => steady() - begun < FENCE && !deps.isStopping?.();
    const { messenger, to, card, key } = claimed;
    const asleep = await quietTime(deps, pace, due, claimed);
    if (asleep) {
      const { doNotDisturb = [] } = claimed.timetable;
      const timetable = { ...claimed.timetable, doNotDisturb: [...doNotDisturb, asleep] };
      return withOrganization(deps.db, due.organizationId, (trx) =>
        holdBack(trx, claimed.rows, timetable, deps.clock.now(), 'does not want to be disturbed'),
      );
    }
    const account = await checkAccount(deps, pace, due, claimed);
    const delivery: Delivery =
      account === 'departed'
        ? { kind: 'unreachable', reason: 'no longer an account' }
        : await messenger.send(to, card, key, isWanted);
    if (delivery.kind !== 'sent')
      deps.log.warn({ outboxId: due.id, outcome: delivery.kind, ...reasonOf(delivery) }, 'message not sent');
    const now = deps.clock.now();
    const asked = delivery.kind === 'rate-limited' ? delivery.retryAfterSeconds : undefined;
    const waitUntil = now + waitAfter(deps, asked, claimed.rows[0]?.attempts ?? 0);
    const isTwin = await stubbornly(() =>
      withOrganization(deps.db, due.organizationId, async (trx) => {
        if (account === 'confirmed') await confirmAddress(trx, to, now);
        return record(trx, claimed, delivery, now, waitUntil);
      }),
    );
    if (delivery.kind === 'rate-limited') await pace.wait({ ...due, platform: to.platform }, waitUntil);
    // Held up past its lease, and another has sent it since: the person shall see one.
    if (isTwin && delivery.kind === 'sent') await messenger.remove(delivery.message);
  };

/**
 * What became of a message is known here alone, so a database that is just restarting is asked again for a while. Noting
 * the same ending twice changes nothing.
 */
const stubbornly = async <T>(note: () => Promise<T>): Promise<T> => {
  for (let waitMs = 250; waitMs < 4_000; waitMs *= 2) {
    try {
      return await note();
    } catch {
      await pause(waitMs);
    }
  }
  return note();
};

const reasonOf = (delivery: Delivery) => ('reason' in delivery ? { reason: delivery.reason } : {});

/** The platform's own quiet, when it is now. What cannot be asked keeps nobody's message back. */
const quietTime = async (
  deps: SendDeps,
  pace: Pace,
  due: DueRow,
  { to }: Claim,
): Promise<Stretch | undefined> => {
  const lane = { organizationId: due.organizationId, platform: to.platform };
  if (!(await pace.allows(lane, 'quiet'))) return undefined;
  try {
    const quiet = await deps.directory.doNotDisturb(to);
    const now = deps.clock.now();
    return quiet && quiet.start <= now && now < quiet.end ? quiet : undefined;
  } catch {
    return undefined;
  }
};

const CONFIRMED_FOR = 3 * DAY;

/**
 * Slack takes messages to accounts that were closed, and nobody would ever know; Teams refuses them. A check that
 * cannot be made now keeps nobody's message back.
 */
const checkAccount = async (
  deps: SendDeps,
  pace: Pace,
  due: DueRow,
  { to }: Claim,
): Promise<'confirmed' | 'departed' | 'unchecked'> => {
  const { platform, confirmedAt } = to;
  if (platform !== 'slack') return 'unchecked';
  if (confirmedAt !== null && deps.clock.now() - confirmedAt < CONFIRMED_FOR) return 'unchecked';
  try {
    if (!(await pace.allows({ organizationId: due.organizationId, platform }, 'check'))) return 'unchecked';
    return (await deps.directory.describe(to)) ? 'confirmed' : 'departed';
  } catch {
    return 'unchecked';
  }
};

/** Gives whether what was sent stands there twice. */
const record = async (
  trx: Trx,
  { rows, to, heldUntil, digestId }: Claim,
  delivery: Delivery,
  now: number,
  waitUntil: number,
): Promise<boolean> => {
  const ids = rows.map((row) => row.id);
  switch (delivery.kind) {
    case 'sent': {
      const { platform } = to;
      const { message } = delivery;
      const sent = { platform, message, ...(digestId ? { digestId } : {}) };
      const noted = await markSent(trx, ids, heldUntil, sent, now);
      for (const row of rows)
        if (row.purpose === 'ask' && noted.includes(row.id)) await countAsk(trx, row.subject_id);
      return noted.length === 0 && !(await standsAs(trx, ids, message));
    }
    case 'rate-limited':
      await settleRows(trx, ids, heldUntil, { state: 'queued', reason: 'rate limited', due: waitUntil });
      return false;
    case 'withheld':
      await settleRows(trx, ids, heldUntil, { state: 'queued', reason: 'put back' });
      return false;
    case 'uncertain': {
      const { reason, sendAgain } = delivery;
      for (const row of rows)
        await settleRows(
          trx,
          [row.id],
          heldUntil,
          sendAgain && !row.twin_possible
            ? { state: 'queued', reason, due: waitUntil, twinPossible: true }
            : { state: 'uncertain', reason, lookAt: now + LOOK_AFTER },
        );
      return false;
    }
    case 'unreachable': {
      await settleRows(trx, ids, heldUntil, { state: 'failed', reason: delivery.reason });
      const isNews = await markUnreachable(trx, to);
      const told = isNews ? await tellPartners(trx, rows[0]?.member_id ?? '', to, now) : new Set<string>();
      for (const row of rows) await tellSender(trx, row, now, told);
      return false;
    }
    case 'refused':
      if (digestId !== undefined) {
        await settleRows(trx, ids, heldUntil, { state: 'queued', reason: APART });
        return false;
      }
      await settleRows(trx, ids, heldUntil, { state: 'failed', reason: delivery.reason });
      for (const row of rows) await tellSender(trx, row, now);
      return false;
  }
};

const standsAs = async (trx: Trx, ids: readonly string[], message: Readonly<Record<string, string>>) => {
  const row = await trx
    .selectFrom('outbox')
    .select('id')
    .where('id', 'in', [...ids])
    .where('message', '=', JSON.stringify(message) as never)
    .executeTakeFirst();
  return row !== undefined;
};
