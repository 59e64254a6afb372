import { MINUTE } from '../../core/time.ts';
import type { Found, Messenger } from '../../ports/messenger.ts';
import { addressOf, type KnownAddress } from '../../store/addresses.ts';
import { countAsk } from '../../store/asks.ts';
import { hold, lockMessageOf, markSent, settleRows } from '../../store/outbox-claims.ts';
import type { DueRow } from '../../store/outbox-due.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { withOrganization } from '../../store/with-organization.ts';
import { LEASE, type SendDeps, waitAfter } from './deps.ts';
import type { Pace } from './pace.ts';
import { tellSender } from './tell-sender.ts';

/** Worth a second message in a few minutes' time even if the first arrived; all others are not sent twice. */
const timeCritical: ReadonlySet<string> = new Set(['touch-base-reminder', 'visit-status']);

/** After so many tries a message that is never there, or never to be looked for, is let be. */
const MOST_ATTEMPTS = 12;

interface Doubt {
  readonly rows: readonly Row<'outbox'>[];
  readonly to: KnownAddress | undefined;
  readonly messenger: Messenger | undefined;
  readonly heldUntil: number;
}

/** Nobody knows whether it was sent: before any second try, we look whether it stands there. */
export const createLook =
  (deps: SendDeps, pace: Pace) =>
  async (due: DueRow): Promise<void> => {
    const doubt = await withOrganization(deps.db, due.organizationId, (trx) => take(deps, trx, due.id));
    if (!doubt) return;
    const { rows, to, messenger, heldUntil } = doubt;
    const [first] = rows;
    if (!first) return;
    const since = Math.min(...rows.map((row) => row.due_at)) - MINUTE;
    const found: Found =
      to && messenger
        ? await messenger.find(to, first.digest_id ?? first.id, since)
        : { kind: 'cannot-look', reason: 'nowhere to look' };
    deps.log.warn({ outboxId: due.id, found: found.kind }, 'message looked for');
    const now = deps.clock.now();
    const lookAt =
      found.kind === 'unknown' ? now + waitAfter(deps, found.retryAfterSeconds, first.attempts) : now;
    await withOrganization(deps.db, due.organizationId, async (trx) => {
      if (found.kind === 'found') await noteFound(trx, rows, heldUntil, found.message, now);
      else for (const row of rows) await settle(trx, row, heldUntil, found, now, lookAt);
    });
    if (found.kind === 'unknown') await pace.wait(due, lookAt);
  };

const take = async (deps: SendDeps, trx: Trx, id: string): Promise<Doubt | undefined> => {
  const now = deps.clock.now();
  const rows = await lockMessageOf(trx, id, ['sending', 'uncertain'], now);
  const [first] = rows;
  if (!first) return undefined;
  const heldUntil = now + LEASE;
  await hold(
    trx,
    rows.map((row) => row.id),
    'uncertain',
    heldUntil,
  );
  const to = first.platform ? await addressOf(trx, first.member_id, first.platform) : undefined;
  return { rows, to, messenger: first.platform ? deps.messengers[first.platform] : undefined, heldUntil };
};

const noteFound = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  heldUntil: number,
  message: Readonly<Record<string, string>>,
  now: number,
): Promise<void> => {
  const { platform, digest_id: digestId } = rows[0] ?? {};
  if (!platform) return;
  const sent = { platform, message, ...(digestId ? { digestId } : {}) };
  const noted = await markSent(
    trx,
    rows.map((row) => row.id),
    heldUntil,
    sent,
    now,
  );
  for (const row of rows)
    if (row.purpose === 'ask' && noted.includes(row.id)) await countAsk(trx, row.subject_id);
};

const settle = async (
  trx: Trx,
  row: Row<'outbox'>,
  heldUntil: number,
  found: Exclude<Found, { kind: 'found' }>,
  now: number,
  lookAt: number,
): Promise<void> => {
  const tries = row.attempts + 1;
  const ids = [row.id];
  if (found.kind === 'absent' && tries < MOST_ATTEMPTS)
    return settleRows(trx, ids, heldUntil, { state: 'queued', reason: 'was not there', due: now });
  if (found.kind === 'unknown' && tries < MOST_ATTEMPTS)
    return settleRows(trx, ids, heldUntil, { state: 'uncertain', reason: 'to be looked for', lookAt });
  const again = found.kind === 'cannot-look' && timeCritical.has(row.purpose) && !row.twin_possible;
  if (again && row.useful_until > now)
    return settleRows(trx, ids, heldUntil, {
      state: 'queued',
      reason: 'sent again without knowing',
      due: now,
      twinPossible: true,
    });
  const ending = found.kind === 'absent' ? ('failed' as const) : ('uncertain' as const);
  const why = found.kind === 'cannot-look' ? found.reason : 'tried too often';
  await settleRows(trx, ids, heldUntil, { state: ending, reason: why });
  await tellSender(trx, row, now);
};
