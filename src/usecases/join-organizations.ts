import type { Card } from '../core/card.ts';
import { mayDo } from '../core/rights.ts';
import {
  cannotMoveCard,
  codeTooOldCard,
  joinAskedCard,
  joinConfirmCard,
  joinedCard,
  joiningCodeCard,
  joinQuestionCard,
  joinRefusedCard,
  nobodyTypedCard,
} from '../core/wording/joining.ts';
import { rememberAddress, roleAt } from '../store/addresses.ts';
import {
  answerCode,
  dropJoining,
  type Guest,
  hostOfCode,
  joiningById,
  makeJoining,
} from '../store/joinings.ts';
import { addMember } from '../store/members.ts';
import { isUnpaired, moveOut, moveTenantsIn, whatWasTold } from '../store/move-organization.ts';
import { currentOrganization, organizationName } from '../store/organizations.ts';
import { crossOver } from '../store/with-organization.ts';
import type { Counter } from './desk.ts';
import { isId, type OnTap, type Tap } from './door.ts';
import { newCode } from './new-code.ts';

/**
 * Two organizations become one: a coordinator of one makes a code, a coordinator of the other types it and says yes,
 * and the first says yes to that person. Only a side without pairings moves, and what it told is forgotten.
 */
const instead = (card: Card) => ({ kind: 'replace', card }) as const;

export const startJoining: OnTap = async ({ trx, me, now }) => {
  const code = newCode();
  const { id } = await makeJoining(trx, code, me.id, now);
  return { kind: 'card', card: joiningCodeCard(id, code) };
};

/** A code that somebody we know typed; undefined when it is none of these. */
export const hearJoinCode = async ({ trx, me, now }: Counter, code: string): Promise<Card | undefined> => {
  if (!mayDo(me.role, 'tap joining.answer')) return undefined;
  const host = await hostOfCode(trx, code, now);
  if (host === undefined) return undefined;
  return (await isUnpaired(trx)) ? joinQuestionCard(code, host, await whatWasTold(trx)) : cannotMoveCard();
};

export const answerJoining: OnTap = async ({ trx, me, now, from }, { ref: code }) => {
  if ((await hostOfCode(trx, code, now)) === undefined) return instead(codeTooOldCard());
  if (!(await isUnpaired(trx))) return instead(cannotMoveCard());
  const guest: Guest = {
    organizationId: await currentOrganization(trx),
    organizationName: await organizationName(trx),
    person: me.name,
    account: from,
  };
  return instead((await answerCode(trx, code, guest)) ? joinAskedCard() : codeTooOldCard());
};

const found = ({ trx, now }: Counter, { ref }: Tap) => (isId(ref) ? joiningById(trx, ref, now) : undefined);

export const lookAtJoining: OnTap = async (counter, tap) => {
  const joining = await found(counter, tap);
  if (!joining) return instead(codeTooOldCard());
  const { guest } = joining;
  return instead(
    guest ? joinConfirmCard(tap.ref, guest.person, guest.organizationName) : nobodyTypedCard(tap.ref),
  );
};

export const confirmJoining: OnTap = async (counter, tap) => {
  const guest = (await found(counter, tap))?.guest;
  if (!guest) return instead(codeTooOldCard());
  const { trx, me, now } = counter;
  await dropJoining(trx, tap.ref);
  const moved = await crossOver(trx, guest.organizationId, async () => {
    // Within the hour they may have left, or become somebody else's choice.
    const role = await roleAt(trx, guest.account);
    return role && mayDo(role, 'tap joining.answer') ? { tenants: await moveOut(trx) } : undefined;
  });
  if (!moved) return instead(codeTooOldCard());
  const { tenants } = moved;
  if (!tenants) return instead(cannotMoveCard());
  await moveTenantsIn(trx, tenants);
  const known = { schoolId: me.schoolId, name: guest.person, role: 'coordinator' } as const;
  await rememberAddress(trx, await addMember(trx, known), guest.account, now);
  return instead(joinedCard(guest.person));
};

export const refuseJoining: OnTap = async (counter, tap) => {
  if (isId(tap.ref)) await dropJoining(counter.trx, tap.ref);
  return instead(joinRefusedCard());
};
