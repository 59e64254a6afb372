import type { Card } from '../core/card.ts';
import type { Address, Platform } from '../core/people.ts';
import { isQuiet, nextOpen } from '../core/quiet-hours.ts';
import { addDays, type Instant, localTime, MINUTE } from '../core/time.ts';
import type { Clock } from '../ports/clock.ts';
import { faultFields } from '../ports/fault-fields.ts';
import type { Log } from '../ports/log.ts';
import type { Delivery, MessageRef, Messenger } from '../ports/messenger.ts';
import { addressOf, markUnreachable } from '../store/addresses.ts';
import { countAsk, reopenUnsure } from '../store/asks.ts';
import { memberById } from '../store/members.ts';
import {
  clearStale,
  dueRows,
  lease,
  lockRow,
  markSent,
  markStale,
  nextDue,
  postpone,
  settleRow,
} from '../store/outbox.ts';
import type { Db, Row, Trx } from '../store/schema.ts';
import { timetableOf } from '../store/timetables.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';
import { compose } from './compose.ts';
import { deskFor } from './desk.ts';

export type Messengers = Readonly<Partial<Record<Platform, Messenger>>>;

interface SendDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly messengers: Messengers;
  readonly log: Log;
}

/** Rows looked at in one go; the next tick or nudge takes the rest. */
const BATCH = 200;

/** Longer than a platform call may take (5 s) with room for a slow commit, so that no living worker loses a row. */
const LEASE = MINUTE;

/** A platform that asks for patience without saying how long. */
const RETRY_LATER = MINUTE;

/** Sends what is due, over all organizations; what a person may not get now waits for their next free minute. */
export const createSendDue = (deps: SendDeps) => async (): Promise<void> => {
  const rows = await asScheduler(deps.db, (trx) => dueRows(trx, deps.clock.now(), BATCH));
  for (const row of rows) {
    try {
      const errand = await withOrganization(deps.db, row.organizationId, (trx) => prepare(deps, trx, row.id));
      if (errand) await deliver(deps, row.organizationId, errand);
    } catch (fault) {
      deps.log.error({ outboxId: row.id, ...faultFields(fault) }, 'message not handled');
      // One message's trouble must not keep back the others; a database that is gone ends the round here.
      await asScheduler(deps.db, nextDue);
    }
  }
};

type Errand =
  | {
      readonly kind: 'send';
      readonly row: Row<'outbox'>;
      readonly to: Address;
      readonly messenger: Messenger;
      readonly card: Card;
    }
  | {
      readonly kind: 'edit';
      readonly row: Row<'outbox'>;
      readonly message: MessageRef;
      readonly messenger: Messenger;
      readonly card: Card;
    };

/** Looks again, at the very moment: is it still worth saying, to somebody who is still here and free now? */
const prepare = async (deps: SendDeps, trx: Trx, id: string): Promise<Errand | undefined> => {
  const now = deps.clock.now();
  const row = await lockRow(trx, id, now);
  if (!row) return undefined;
  if (row.state === 'sent') return prepareEdit(deps, trx, row, now);
  if (row.state === 'sending') {
    // Its worker is gone and may have sent it; nobody must see it twice.
    await settleRow(trx, id, 'uncertain', 'the sender stopped in the middle');
    return undefined;
  }
  if (row.useful_until <= now) return void (await settleRow(trx, id, 'expired', 'no longer of use'));
  const me = await memberById(trx, row.member_id);
  const to = me.active ? await addressOf(trx, me.id) : undefined;
  const messenger = to && deps.messengers[to.platform];
  if (!to || !messenger) return waitForAddress(trx, row, now);
  const today = localTime(now, 'utc').date;
  const timetable = await timetableOf(trx, me, addDays(today, -1), addDays(today, 16));
  if (isQuiet(timetable, now)) {
    const due = nextOpen(timetable, now, row.useful_until);
    if (due === undefined) await settleRow(trx, id, 'expired', 'no student-free minute in time');
    else await postpone(trx, id, due, 'students are there');
    return undefined;
  }
  if (row.purpose === 'ask') await reopenUnsure(trx, row.subject_id);
  const card = await compose(row.purpose)?.(await deskFor(trx, me, now), row.subject_id);
  if (!card) return void (await settleRow(trx, id, 'cancelled', 'nothing left to say'));
  await lease(trx, id, now + LEASE);
  return { kind: 'send', row, to, messenger, card };
};

/** Invited but not met yet, or moved away: looked for again each hour while it is of use. */
const waitForAddress = async (trx: Trx, row: Row<'outbox'>, now: Instant): Promise<undefined> => {
  const later = now + 60 * MINUTE;
  if (later >= row.useful_until) await settleRow(trx, row.id, 'expired', 'nowhere to send it');
  else await postpone(trx, row.id, later, 'nowhere to send it yet');
  return undefined;
};

/** Changing a card makes no sound, so it waits for nobody. */
const prepareEdit = async (
  deps: SendDeps,
  trx: Trx,
  row: Row<'outbox'>,
  now: Instant,
): Promise<Errand | undefined> => {
  await clearStale(trx, row.id);
  const messenger = row.platform ? deps.messengers[row.platform] : undefined;
  if (!row.message || !messenger) return undefined;
  const me = await memberById(trx, row.member_id);
  const card = await compose(row.purpose)?.(await deskFor(trx, me, now), row.subject_id);
  return card && { kind: 'edit', row, message: row.message, messenger, card };
};

const deliver = async (deps: SendDeps, organizationId: string, errand: Errand): Promise<void> => {
  const { row } = errand;
  if (errand.kind === 'edit') {
    const delivery = await errand.messenger.edit(errand.message, errand.card);
    if (delivery.kind === 'sent') return;
    deps.log.warn({ outboxId: row.id, outcome: delivery.kind }, 'card not changed');
    // Changing a card twice does no harm, so a change in doubt is made again.
    if (delivery.kind === 'rate-limited' || delivery.kind === 'uncertain')
      await withOrganization(deps.db, organizationId, (trx) => markStale(trx, row.id));
    return;
  }
  const delivery = await errand.messenger.send(errand.to, errand.card, row.id);
  if (delivery.kind !== 'sent')
    deps.log.warn({ outboxId: row.id, outcome: delivery.kind }, 'message not sent');
  await withOrganization(deps.db, organizationId, (trx) =>
    record(trx, errand.row, errand.to, delivery, deps.clock.now()),
  );
};

const record = async (
  trx: Trx,
  row: Row<'outbox'>,
  to: Address,
  delivery: Delivery,
  now: Instant,
): Promise<void> => {
  switch (delivery.kind) {
    case 'sent':
      if (row.purpose === 'ask') await countAsk(trx, row.subject_id);
      return markSent(trx, row.id, { platform: to.platform, message: delivery.message }, now);
    case 'rate-limited':
      return postpone(
        trx,
        row.id,
        now + Math.max(delivery.retryAfterSeconds * 1000, RETRY_LATER),
        'rate limited',
      );
    case 'unreachable':
      await markUnreachable(trx, to);
      return settleRow(trx, row.id, 'failed', delivery.reason);
    case 'refused':
      return settleRow(trx, row.id, 'failed', delivery.reason);
    case 'uncertain':
      return settleRow(trx, row.id, 'uncertain', delivery.reason);
  }
};
