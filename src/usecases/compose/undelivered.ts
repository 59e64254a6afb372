import { isUndeliveredSubject, undeliveredCard, unreachableCard } from '../../core/wording/undelivered.ts';
import { lastAddressOf } from '../../store/addresses.ts';
import { memberById } from '../../store/members.ts';
import { outboxRow } from '../../store/outbox-claims.ts';
import type { Composer } from './composer.ts';

/** The subject is the message; one that arrived after all has nothing to tell. */
export const composeUndelivered: Composer = async (desk, rowId) => {
  const row = await outboxRow(desk.trx, rowId);
  if (!row || !isUndeliveredSubject(row.purpose)) return undefined;
  if (row.state !== 'expired' && row.state !== 'failed' && row.state !== 'uncertain') return undefined;
  const { name } = await memberById(desk.trx, row.member_id);
  return undeliveredCard(name, row.purpose, row.reason === 'nowhere to send it' ? 'nowhere' : row.state);
};

/** The subject is the person; one who has written since is reachable again. */
export const composeUnreachable: Composer = async (desk, memberId) => {
  const last = await lastAddressOf(desk.trx, memberId);
  if (!last || last.reachable) return undefined;
  return unreachableCard((await memberById(desk.trx, memberId)).name, last.platform);
};
