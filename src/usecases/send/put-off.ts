import { nextOpen } from '../../core/quiet-hours.ts';
import { type Instant, MINUTE } from '../../core/time.ts';
import type { Timetable } from '../../core/timetable.ts';
import { settleRows } from '../../store/outbox-claims.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { tellSender } from './tell-sender.ts';

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

/** Not to be said any more; who set it going hears it when its time ran out. */
export const letGo = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  state: 'expired' | 'cancelled',
  reason: string,
  now: Instant,
): Promise<void> => {
  if (rows.length === 0) return;
  await settleRows(
    trx,
    rows.map((row) => row.id),
    undefined,
    { state, reason },
  );
  if (state === 'expired') for (const row of rows) await tellSender(trx, row, now);
};

/** Due again then. */
export const wait = (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  due: Instant,
  reason: string,
): Promise<void> =>
  rows.length === 0
    ? Promise.resolve()
    : settleRows(
        trx,
        rows.map((row) => row.id),
        undefined,
        { state: 'queued', reason, due },
      );

/** Invited but not met yet, or moved away: looked for again each hour while it is of use. */
export const waitForAddress = async (
  trx: Trx,
  rows: readonly Row<'outbox'>[],
  now: Instant,
): Promise<void> => {
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
