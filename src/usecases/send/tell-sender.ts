import { partnerOf } from '../../core/partner.ts';
import type { Address } from '../../core/people.ts';
import type { Instant } from '../../core/time.ts';
import { isUndeliveredSubject } from '../../core/wording/undelivered.ts';
import { seenAt } from '../../store/addresses.ts';
import { activePairingsOf, pairingById } from '../../store/pairings.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { touchBaseById } from '../../store/touch-bases.ts';
import { visitById } from '../../store/visits.ts';
import { tell } from '../tell.ts';

/** Whoever set a message going hears once that it did not arrive. */
export const tellSender = async (
  trx: Trx,
  row: Row<'outbox'>,
  now: Instant,
  except: ReadonlySet<string> = new Set(),
): Promise<void> => {
  const sender = await senderOf(trx, row);
  if (sender === undefined || sender === row.member_id || except.has(sender)) return;
  await tell(trx, { to: sender, purpose: 'undelivered', subjectId: row.id }, now);
};

const senderOf = async (trx: Trx, row: Row<'outbox'>): Promise<string | undefined> => {
  if (!isUndeliveredSubject(row.purpose)) return undefined;
  switch (row.purpose) {
    case 'invitation':
      return (await pairingById(trx, row.subject_id))?.therapistId;
    case 'visit-ask':
      return (await visitById(trx, row.subject_id))?.therapistId;
    case 'touch-base-notes': {
      const touchBase = await touchBaseById(trx, row.subject_id);
      const pairing = touchBase && (await pairingById(trx, touchBase.pairing_id));
      return pairing && partnerOf(pairing, row.member_id).id;
    }
  }
};

/** Everybody who works with somebody we can no longer write to hears it, once until they are back. */
export const tellPartners = async (
  trx: Trx,
  memberId: string,
  address: Address,
  now: Instant,
): Promise<ReadonlySet<string>> => {
  const pairings = await activePairingsOf(trx, memberId);
  const partners = new Set(pairings.map((pairing) => partnerOf(pairing, memberId).id));
  const occasion = String(await seenAt(trx, address));
  for (const to of partners)
    await tell(trx, { to, purpose: 'unreachable', subjectId: memberId, occasion }, now);
  return partners;
};
