import type { Card } from '../../core/card.ts';
import type { Address } from '../../core/people.ts';
import type { MessageRef, Messenger } from '../../ports/messenger.ts';
import { addressOf } from '../../store/addresses.ts';
import { memberById } from '../../store/members.ts';
import { endEdit, hold, lockMessageOf } from '../../store/outbox-claims.ts';
import type { DueRow } from '../../store/outbox-due.ts';
import type { Trx } from '../../store/schema.ts';
import { withOrganization } from '../../store/with-organization.ts';
import { deskFor } from '../desk.ts';
import { composeRows, together } from './compose-rows.ts';
import { LEASE, type SendDeps, waitAfter } from './deps.ts';
import type { Pace } from './pace.ts';

interface Edit {
  readonly ids: readonly string[];
  readonly message: MessageRef;
  readonly to: Address;
  readonly messenger: Messenger;
  readonly card: Card;
  readonly heldUntil: number;
}

/** Changes a card in place. It makes no sound, so it waits for nobody; a worker that dies at it leaves it due. */
export const createEdit =
  (deps: SendDeps, pace: Pace) =>
  async (due: DueRow): Promise<void> => {
    const edit = await withOrganization(deps.db, due.organizationId, (trx) => take(deps, trx, due.id));
    if (!edit) return;
    const { ids, message, to, messenger, card, heldUntil } = edit;
    const delivery = await messenger.edit(message, card, to);
    if (delivery.kind !== 'sent')
      deps.log.warn({ outboxId: due.id, outcome: delivery.kind }, 'card not changed');
    // Changing a card twice does no harm, so a change in doubt is made again.
    const isToRepeat = delivery.kind === 'rate-limited' || delivery.kind === 'uncertain';
    const asked = delivery.kind === 'rate-limited' ? delivery.retryAfterSeconds : undefined;
    const again = isToRepeat ? deps.clock.now() + waitAfter(deps, asked, 0) : undefined;
    await withOrganization(deps.db, due.organizationId, (trx) => endEdit(trx, ids, heldUntil, again));
    if (delivery.kind === 'rate-limited' && again !== undefined) await pace.wait(due, again);
  };

const take = async (deps: SendDeps, trx: Trx, id: string): Promise<Edit | undefined> => {
  const now = deps.clock.now();
  const rows = await lockMessageOf(trx, id, ['sent'], now);
  const [first] = rows;
  if (!first) return undefined;
  const ids = rows.map((row) => row.id);
  const heldUntil = now + LEASE;
  await hold(trx, ids, 'sent', heldUntil);
  const messenger = first.platform ? deps.messengers[first.platform] : undefined;
  const me = await memberById(trx, first.member_id);
  // A card of somebody who is no longer served tells them nothing new.
  const to = first.platform && me.active ? await addressOf(trx, me.id, first.platform) : undefined;
  const cards = to ? await composeRows(await deskFor(trx, me, now, deps.publicUrl), rows) : [];
  const card = together(cards.map((one) => one.card));
  if (!first.message || !messenger || !to || !card) return void (await endEdit(trx, ids, heldUntil));
  return { ids, message: first.message, to, messenger, card, heldUntil };
};
