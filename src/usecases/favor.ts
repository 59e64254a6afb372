import { favors } from '../core/favors.ts';
import { beginsAt } from '../core/has-begun.ts';
import { HOUR } from '../core/time.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import {
  favorCard,
  favorEmptyFault,
  favorForm,
  favorReadCard,
  favorStatusCard,
} from '../core/wording/favor.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { addFavor, type FavorView, favorById, settleFavor } from '../store/favors.ts';
import { cancelQueued, refresh } from '../store/outbox.ts';
import type { Counter } from './desk.ts';
import { chosen, field, isId, type OnSubmit, type OnTap, type Tap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { ownComingVisit } from './own-coming-visit.ts';
import { lastMoment } from './queue-intentions.ts';
import { tell } from './tell.ts';

/** “Offer a hand”: for the lesson of a visit, from the list or in own words. */
export const openFavorForm: OnTap = async (counter, tap) => {
  const own = await ownComingVisit(counter, tap.ref);
  if (own?.side !== 'therapist') return { kind: 'card', card: outdatedCard() };
  const { visit } = own;
  const lesson = `${visit.classroomName}, ${formatWhen(visit.date, visit.start, counter.local.date)}`;
  return { kind: 'form', form: favorForm(visit.id, visit.teacherName, lesson) };
};

export const offerFavor: OnSubmit = async (counter, submit) => {
  const own = await ownComingVisit(counter, submit.ref);
  if (own?.side !== 'therapist') return { kind: 'card', card: outdatedCard() };
  const { visit } = own;
  const words = field(submit.values, 'own').slice(0, 200);
  const what = words === '' ? chosen(submit.values, 'what', favors) : words;
  if (what === undefined) return { kind: 'faults', faults: { what: favorEmptyFault } };
  const faults = await exposedFaults(counter, [visit.classroomId], submit, ['own']);
  if (faults) return { kind: 'faults', faults };
  const id = await addFavor(counter.trx, visit.id, what, counter.now);
  const usefulUntil = beginsAt(visit);
  await tell(counter.trx, { to: visit.teacherId, purpose: 'favor', subjectId: id, usefulUntil }, counter.now);
  return { kind: 'card', card: favorStatusCard(await stands(counter, id), counter.local.date) };
};

const stands = async (counter: Counter, id: string): Promise<FavorView> => {
  const favor = await favorById(counter.trx, id);
  if (!favor) throw new Error(`favor ${id} is gone within its own transaction`);
  return favor;
};

const mine = async (counter: Counter, tap: Tap, side: 'therapistId' | 'teacherId') => {
  const favor = isId(tap.ref) ? await favorById(counter.trx, tap.ref) : undefined;
  return favor?.[side] === counter.me.id ? favor : undefined;
};

/** The teacher's tap makes it the therapist's to do, and another takes it back. */
export const answerFavor: OnTap = async (counter, tap) => {
  const favor = await mine(counter, tap, 'teacherId');
  if (!favor) return { kind: 'replace', card: outdatedCard() };
  const yes = tap.value === 'yes';
  const settled = yes
    ? await settleFavor(counter.trx, favor.id, ['offered'], 'wanted')
    : await settleFavor(counter.trx, favor.id, ['offered', 'wanted'], 'no_need');
  if (settled) await spread(counter, favor, yes, tap);
  return { kind: 'replace', card: favorCard(await stands(counter, favor.id), counter.local.date) };
};

const spread = async (counter: Counter, favor: FavorView, yes: boolean, tap: Tap): Promise<void> => {
  const { trx, now } = counter;
  await cancelQueued(trx, favor.id, 'answered otherwise');
  await refresh(trx, favor.id, tap.message);
  const lesson = beginsAt(favor);
  const about = { to: favor.therapistId, subjectId: favor.id, usefulUntil: lesson } as const;
  // A no needs no message unless she counts on a yes.
  if (yes || favor.state === 'wanted')
    await tell(trx, { ...about, purpose: 'favor-status', occasion: String(favor.version) }, now);
  const last = await lastMoment(trx, favor.therapistId, favor, now);
  if (yes && last > now + HOUR) await tell(trx, { ...about, purpose: 'favor-due', notBefore: last }, now);
};

export const finishFavor: OnTap = async (counter, tap) => {
  const favor = await mine(counter, tap, 'therapistId');
  if (!favor) return { kind: 'replace', card: outdatedCard() };
  if (await settleFavor(counter.trx, favor.id, ['wanted'], 'done')) {
    await cancelQueued(counter.trx, favor.id, 'done');
    await refresh(counter.trx, favor.id, tap.message);
  }
  return { kind: 'replace', card: favorStatusCard(await stands(counter, favor.id), counter.local.date) };
};

/** An offer in own words, for its two people. */
export const readFavor: OnTap = async (counter, tap) => {
  const favor = (await mine(counter, tap, 'teacherId')) ?? (await mine(counter, tap, 'therapistId'));
  return { kind: 'card', card: favor ? favorReadCard(favor) : outdatedCard() };
};
