import { randomUUID } from 'node:crypto';
import type { Card } from '../../core/card.ts';
import { isQuiet, nextOpen } from '../../core/quiet-hours.ts';
import { addDays, type Instant, localTime, MINUTE } from '../../core/time.ts';
import type { Timetable } from '../../core/timetable.ts';
import type { Messenger } from '../../ports/messenger.ts';
import { addressOf, type KnownAddress } from '../../store/addresses.ts';
import { askById, reopenUnsure } from '../../store/asks.ts';
import { memberById } from '../../store/members.ts';
import { lastSentTo, lease, lockDueOf, settleRows } from '../../store/outbox-claims.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { timetableOf } from '../../store/timetables.ts';
import { deskFor } from '../desk.ts';
import { composeRows, together } from './compose-rows.ts';
import { LEASE, type SendDeps } from './deps.ts';
import { tellSender } from './tell-sender.ts';

/** A message ready to go: one row, or several as a digest. */
export interface Claim {
  readonly rows: readonly Row<'outbox'>[];
  readonly to: KnownAddress;
  readonly messenger: Messenger;
  readonly card: Card;
  /** What marks the message on the platform. */
  readonly key: string;
  readonly digestId: string | undefined;
  readonly heldUntil: Instant;
  readonly timetable: Timetable;
}

/** What one message can hold on either platform: Slack takes 50 blocks, a Teams card 28 KB. */
const MOST_IN_DIGEST = 5;

/** Too much for one message together: each goes by itself. */
export const APART = 'one by one';

/** Looks again, at the very moment: is it still worth saying, to somebody who is still here and free now? */
export const claim = async (deps: SendDeps, trx: Trx, id: string): Promise<Claim | undefined> => {
  const now = deps.clock.now();
  const waiting = await lockDueOf(trx, id, now, MOST_IN_DIGEST);
  const [first] = waiting;
  if (!first) return undefined;
  const rows = first.reason === APART ? [first] : waiting.filter((row) => row.reason !== APART);
  const me = await memberById(trx, first.member_id);
  if (!me.active) return letGo(trx, rows, 'cancelled', 'no longer here', now);
  const useful = rows.filter((row) => row.useful_until > now);
  await letGo(
    trx,
    rows.filter((row) => row.useful_until <= now),
    'expired',
    'no longer of use',
    now,
  );
  const to = await addressOf(trx, me.id);
  const messenger = to && deps.messengers[to.platform];
  if (!to || !messenger) return waitForAddress(trx, useful, now);

  const today = localTime(now, 'utc').date;
  const timetable = await timetableOf(trx, me, addDays(today, -1), addDays(today, 16));
  if (isQuiet(timetable, now))
    return void (await holdBack(trx, useful, timetable, now, 'students are there'));
  const gap = deps.limits[to.platform]?.personGapMs;
  const last = gap === undefined ? undefined : await lastSentTo(trx, me.id);
  if (gap !== undefined && last !== undefined && last + gap > now)
    return void (await wait(trx, useful, last + gap, 'one after the other'));

  for (const row of useful) if (row.purpose === 'ask') await reopenUnsure(trx, row.subject_id);
  const composed = await composeRows(await deskFor(trx, me, now), await stillOpen(trx, useful));
  const silent = useful.filter((row) => !composed.some((one) => one.row === row));
  await letGo(trx, silent, 'cancelled', 'nothing left to say', now);
  const card = together(composed.map((one) => one.card));
  const [only] = composed;
  if (!card || !only) return undefined;
  const digestId = composed.length > 1 ? randomUUID() : undefined;
  const heldUntil = now + LEASE;
  const sending = composed.map((one) => one.row);
  await lease(
    trx,
    sending.map((row) => row.id),
    { until: heldUntil, platform: to.platform, ...(digestId ? { digestId } : {}) },
  );
  return { rows: sending, to, messenger, card, key: digestId ?? only.row.id, digestId, heldUntil, timetable };
};

/** For the person's next open minute; a message that is of no use by then is let go. */
export const holdBack = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  timetable: Timetable,
  now: Instant,
  reason: string,
): Promise<void> => {
  for (const row of rows) {
    const due = nextOpen(timetable, now, row.useful_until);
    if (due === undefined) await letGo(trx, [row], 'expired', 'no student-free minute in time', now);
    else await wait(trx, [row], due, reason);
  }
};

/** A question that was answered while its message was in doubt needs none any more. */
const stillOpen = async (trx: Trx, rows: readonly Row<'outbox'>[]): Promise<Row<'outbox'>[]> => {
  const open: Row<'outbox'>[] = [];
  for (const row of rows) {
    const ask = row.purpose === 'ask' ? await askById(trx, row.subject_id) : undefined;
    if (ask?.state !== 'answered') open.push(row);
  }
  return open;
};

const letGo = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  state: 'expired' | 'cancelled',
  reason: string,
  now: Instant,
): Promise<undefined> => {
  if (rows.length === 0) return;
  await settleRows(
    trx,
    rows.map((row) => row.id),
    undefined,
    { state, reason },
  );
  if (state === 'expired') for (const row of rows) await tellSender(trx, row, now);
};

const wait = (trx: Trx, rows: readonly Row<'outbox'>[], due: Instant, reason: string): Promise<void> =>
  rows.length === 0
    ? Promise.resolve()
    : settleRows(
        trx,
        rows.map((row) => row.id),
        undefined,
        { state: 'queued', reason, due },
      );

/** Invited but not met yet, or moved away: looked for again each hour while it is of use. */
const waitForAddress = async (trx: Trx, rows: readonly Row<'outbox'>[], now: Instant): Promise<undefined> => {
  const later = now + 60 * MINUTE;
  await letGo(
    trx,
    rows.filter((row) => row.useful_until <= later),
    'expired',
    'nowhere to send it',
    now,
  );
  await wait(
    trx,
    rows.filter((row) => row.useful_until > later),
    later,
    'nowhere to send it yet',
  );
};
