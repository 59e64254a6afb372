import { type Agreement, contacts, entries, interruptings, noises } from '../core/agreement.ts';
import type { Card } from '../core/card.ts';
import { partnerOf } from '../core/partner.ts';
import {
  agreementFault,
  agreementForm,
  agreementListCard,
  agreementSavedCard,
} from '../core/wording/agreement.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { whatIDoCard } from '../core/wording/what-i-do.ts';
import { keepAgreement } from '../store/agreements.ts';
import { refresh } from '../store/outbox.ts';
import { activePairingsOf, pairingById } from '../store/pairings.ts';
import { agreementFacts } from './compose/agreement.ts';
import type { Counter, Desk } from './desk.ts';
import { chosen, field, isId, type OnSubmit, type OnTap, type Submit } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { tell } from './tell.ts';

const factsAt = (counter: Counter, ref: string) =>
  isId(ref) ? agreementFacts(counter, ref) : Promise.resolve(undefined);

/** “How we work”: open to both, and to nobody else. */
export const openAgreement: OnTap = async (counter, tap) => {
  const facts = await factsAt(counter, tap.ref);
  return facts ? { kind: 'form', form: agreementForm(facts) } : { kind: 'card', card: outdatedCard() };
};

export const changeAgreement: OnSubmit = async (counter, submit) => {
  const facts = await factsAt(counter, submit.ref);
  const pairing = facts && (await pairingById(counter.trx, submit.ref));
  if (!facts || !pairing) return { kind: 'card', card: outdatedCard() };
  const agreement = readAgreement(submit);
  if (agreement === undefined) return { kind: 'faults', faults: { entry: agreementFault } };
  const faults = await exposedFaults(counter, [pairing.classroomId], submit, ['words']);
  if (faults) return { kind: 'faults', faults };
  await keepAgreement(counter.trx, pairing.id, agreement, counter.me.id, counter.now);
  await refresh(counter.trx, pairing.id);
  const { id: to } = partnerOf(pairing, counter.me.id);
  const occasion = String(counter.now);
  await tell(counter.trx, { to, purpose: 'agreement', subjectId: pairing.id, occasion }, counter.now);
  return { kind: 'card', card: agreementSavedCard(facts.partner) };
};

const readAgreement = ({ values }: Submit): Agreement | undefined => {
  const entry = chosen(values, 'entry', entries);
  const noise = chosen(values, 'noise', noises);
  const interrupting = chosen(values, 'interrupting', interruptings);
  const contact = chosen(values, 'contact', contacts);
  if (!entry || !noise || !interrupting || !contact) return undefined;
  return { entry, noise, interrupting, contact, words: field(values, 'words').slice(0, 300) };
};

/** “how we work”, in words: each pair of mine. */
export const listAgreements = async ({ trx, me }: Desk): Promise<Card> => {
  const pairings = await activePairingsOf(trx, me.id);
  return agreementListCard(
    pairings.map((pairing) => ({
      pairingId: pairing.id,
      classroomName: pairing.classroomName,
      partner: partnerOf(pairing, me.id).name,
    })),
  );
};

/** “What they do”, for the teacher who is asked. */
export const readWhatTheyDo: OnTap = async (counter, tap) => {
  const pairing = isId(tap.ref) ? await pairingById(counter.trx, tap.ref) : undefined;
  if (pairing?.teacherId !== counter.me.id || pairing.discipline === null)
    return { kind: 'card', card: outdatedCard() };
  return { kind: 'card', card: whatIDoCard(pairing.therapistName, pairing.discipline) };
};
