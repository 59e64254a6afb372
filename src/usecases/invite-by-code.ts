import type { Card } from '../core/card.ts';
import type { Address } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import { invitationCodeCard } from '../core/wording/pair.ts';
import { alreadyKnownCard, welcomeCard, wrongCodeCard } from '../core/wording/welcome.ts';
import { rememberAddress } from '../store/addresses.ts';
import { addInvitation, useInvitation } from '../store/invitations.ts';
import { memberById } from '../store/members.ts';
import { invitedPairingsOf } from '../store/pairings.ts';
import { classroomsOfParas } from '../store/paras.ts';
import type { Trx } from '../store/schema.ts';
import type { Desk } from './desk.ts';
import { newCode } from './new-code.ts';
import { tell } from './tell.ts';

/** A code for a person PushIn has not met; with it they are known on whatever platform they use. */
export const inviteByCode = async (desk: Desk, member: { id: string; name: string }): Promise<Card> => {
  const code = newCode();
  await addInvitation(desk.trx, code, member.id, desk.now);
  return invitationCodeCard(member.name, code);
};

/** Somebody typed a code: from now on this account is that member, and what waited for them is sent. */
export const redeemCode = async (trx: Trx, code: string, from: Address, now: Instant): Promise<Card> => {
  const memberId = await useInvitation(trx, code, now);
  if (memberId === undefined) return wrongCodeCard();
  await rememberAddress(trx, memberId, from, now);
  const member = await memberById(trx, memberId);
  for (const pairing of await invitedPairingsOf(trx, memberId)) {
    await tell(trx, { to: memberId, purpose: 'invitation', subjectId: pairing.id }, now);
  }
  for (const room of await classroomsOfParas(trx, [memberId]))
    await tell(trx, { to: memberId, purpose: 'class-para', subjectId: room.id }, now);
  return welcomeCard(member.name, member.role);
};

export const codeOfKnown = (desk: Desk): Card => alreadyKnownCard(desk.me.name);
