import { readWords } from '../core/reading/read-words.ts';
import { instantOf } from '../core/time.ts';
import { otherActivityFault, otherActivityForm } from '../core/wording/ask.ts';
import { listed } from '../core/wording/parts.ts';
import {
  prebriefCard,
  prebriefEmptyFault,
  prebriefForm,
  prebriefReadCard,
  prebriefToldCard,
} from '../core/wording/prebrief.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { memberById } from '../store/members.ts';
import { refresh, wasShown } from '../store/outbox.ts';
import { confirmPrebrief, prebriefById, prebriefOf, writePrebrief } from '../store/prebriefs.ts';
import { dayAhead, visitsOfDay } from './compose/prebrief.ts';
import type { Counter } from './desk.ts';
import { field, isId, type OnSubmit, type OnTap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { ownComingVisit } from './own-coming-visit.ts';
import { recordActivity } from './record-activity.ts';
import { tell } from './tell.ts';

const ownPrebrief = async ({ trx, me }: Counter, ref: string) => {
  const prebrief = isId(ref) ? await prebriefById(trx, ref) : undefined;
  return prebrief?.teacher_id === me.id ? prebrief : undefined;
};

/** “All right.” */
export const confirmDay: OnTap = async (counter, tap) => {
  const prebrief = await ownPrebrief(counter, tap.ref);
  if (!prebrief) return { kind: 'replace', card: outdatedCard() };
  await confirmPrebrief(counter.trx, prebrief.id, counter.now);
  const day = { ...(await dayAhead(counter, prebrief)), confirmed: true };
  return { kind: 'replace', card: prebriefCard(day, counter.local.date) };
};

/** Materials, and anything they should know. */
export const openPrebriefForm: OnTap = async (counter, tap) => {
  const prebrief = await ownPrebrief(counter, tap.ref);
  if (!prebrief) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: prebriefForm(prebrief, counter.local.date) };
};

export const tellBeforehand: OnSubmit = async (counter, submit) => {
  const prebrief = await ownPrebrief(counter, submit.ref);
  if (!prebrief) return { kind: 'card', card: outdatedCard() };
  const materials = field(submit.values, 'materials').slice(0, 300);
  const words = field(submit.values, 'words').slice(0, 300);
  if (materials === '' && words === '') return { kind: 'faults', faults: { words: prebriefEmptyFault } };
  const visits = await visitsOfDay(counter.trx, prebrief);
  const rooms = visits.map(({ classroomId }) => classroomId);
  const faults = await exposedFaults(counter, rooms, submit, ['materials', 'words']);
  if (faults) return { kind: 'faults', faults };
  const version = await writePrebrief(counter.trx, prebrief.id, { materials, words });
  await refresh(counter.trx, prebrief.id);
  const therapists = new Map(visits.map((visit) => [visit.therapistId, visit]));
  for (const [to, visit] of therapists) {
    const usefulUntil = instantOf(visit.date, visit.end, visit.zone);
    const word = { to, purpose: 'prebrief-word', subjectId: prebrief.id, usefulUntil } as const;
    await tell(counter.trx, { ...word, occasion: String(version) }, counter.now);
  }
  if (await wasShown(counter.trx, prebrief.id, counter.me.id)) return { kind: 'none' };
  const names = [...therapists.values()].map(({ therapistName }) => therapistName);
  return { kind: 'card', card: prebriefToldCard(listed(names)) };
};

/** Only for those who come that day. */
export const readPrebrief: OnTap = async (counter, tap) => {
  const prebrief = isId(tap.ref) ? await prebriefById(counter.trx, tap.ref) : undefined;
  const visits = prebrief ? await visitsOfDay(counter.trx, prebrief) : [];
  if (!prebrief || !visits.some(({ therapistId }) => therapistId === counter.me.id))
    return { kind: 'card', card: outdatedCard() };
  const { name } = await memberById(counter.trx, prebrief.teacher_id);
  return { kind: 'card', card: prebriefReadCard(name, prebrief) };
};

/** “Something else”: the class will not do what the visit was agreed for. */
export const openOtherThen: OnTap = async (counter, tap) => {
  const own = await ownComingVisit(counter, tap.ref);
  if (own?.side !== 'teacher') return { kind: 'card', card: outdatedCard() };
  const form = otherActivityForm({ ...own.visit, version: 0 }, counter.local.date);
  return { kind: 'form', form: { ...form, name: 'prebrief.other' } };
};

export const tellOtherThen: OnSubmit = async (counter, submit) => {
  const own = await ownComingVisit(counter, submit.ref);
  if (own?.side !== 'teacher') return { kind: 'card', card: outdatedCard() };
  const { visit } = own;
  const words = field(submit.values, 'words');
  if (words === '') return { kind: 'faults', faults: { words: otherActivityFault.empty } };
  const reading = readWords(words, counter.local);
  const kind = reading.kind === 'answer' ? reading.activity : undefined;
  if (reading.kind !== 'answer' || kind === undefined)
    return { kind: 'faults', faults: { words: otherActivityFault.unknown } };
  const { classroomId, date, start, end } = visit;
  const welcome = reading.welcome === undefined ? {} : { welcome: reading.welcome };
  await recordActivity(counter, { classroomId, date, start, end, kind, confirmed: true, ...welcome });
  const prebriefId = await prebriefOf(counter.trx, visit.teacherId, date);
  const prebrief = prebriefId && (await prebriefById(counter.trx, prebriefId));
  if (!prebrief) return { kind: 'none' };
  await refresh(counter.trx, prebrief.id);
  if (await wasShown(counter.trx, prebrief.id, counter.me.id)) return { kind: 'none' };
  return { kind: 'card', card: prebriefCard(await dayAhead(counter, prebrief), counter.local.date) };
};
