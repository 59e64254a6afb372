import { DAY, instantOf, mondayOf } from '../core/time.ts';
import {
  feedbackFault,
  feedbackForm,
  feedbackKeptCard,
  hows,
  wishes,
  wordReadCard,
} from '../core/wording/feedback.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { addToFeedback, feedbackOn, sayHow } from '../store/feedback.ts';
import { queuedSince, refresh } from '../store/outbox.ts';
import { takeTurn } from '../store/turns.ts';
import { type VisitView, visitById } from '../store/visits.ts';
import { drawFeedback } from './compose/feedback.ts';
import type { Counter, Desk } from './desk.ts';
import { field, isId, type OnSubmit, type OnTap } from './door.ts';
import { hasEffortLeft } from './effort.ts';
import { exposedFaults } from './exposed-faults.ts';
import { lastStretch } from './last-stretch.ts';
import { tell } from './tell.ts';

/** A visit of last week is no longer before one's eyes. */
const USEFUL = 4 * DAY;

/** Once a visit was held: its teacher is asked how it was, at most once a week and within her effort. */
export const askFeedback = async ({ trx, now, local }: Desk, visit: VisitView): Promise<void> => {
  await takeTurn(trx, `asks of ${visit.teacherId}`);
  const monday = instantOf(mondayOf(local.date), 0, visit.zone);
  if ((await queuedSince(trx, visit.teacherId, ['visit-feedback'], monday)) > 0) return;
  if (!(await hasEffortLeft(trx, visit.teacherId, local.date, visit.zone))) return;
  await tell(
    trx,
    {
      to: visit.teacherId,
      purpose: 'visit-feedback',
      subjectId: visit.id,
      notBefore: await lastStretch(trx, visit.teacherId, visit.zone, now),
      usefulUntil: now + USEFUL,
    },
    now,
  );
};

const hers = async (counter: Counter, id: string): Promise<VisitView | undefined> => {
  const visit = isId(id) ? await visitById(counter.trx, id) : undefined;
  return visit?.teacherId === counter.me.id ? visit : undefined;
};

export const sayHowItWas: OnTap = async (counter, tap) => {
  const visit = await hers(counter, tap.ref);
  const how = hows.find((known) => known === tap.value);
  if (!visit || !how || visit.outcome === null) return { kind: 'replace', card: outdatedCard() };
  await sayHow(counter.trx, visit.id, how, counter.now);
  return { kind: 'replace', card: await drawFeedback(counter, visit) };
};

export const sayWish: OnTap = async (counter, tap) => {
  const visit = await hers(counter, tap.ref);
  const wish = wishes.find((known) => known === tap.value);
  const said = visit && (await feedbackOn(counter.trx, visit.id));
  if (!visit || !wish || !said) return { kind: 'replace', card: outdatedCard() };
  if (said.wish === null) {
    await addToFeedback(counter.trx, visit.id, { wish });
    await tell(
      counter.trx,
      { to: visit.therapistId, purpose: 'visit-word', subjectId: visit.id },
      counter.now,
    );
  }
  return { kind: 'replace', card: await drawFeedback(counter, visit) };
};

export const openFeedbackForm: OnTap = async (counter, tap) => {
  const visit = await hers(counter, tap.ref);
  if (!visit || !(await feedbackOn(counter.trx, visit.id))) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: feedbackForm(visit.id, visit.therapistName) };
};

export const addWord: OnSubmit = async (counter, submit) => {
  const visit = await hers(counter, submit.ref);
  if (!visit || !(await feedbackOn(counter.trx, visit.id))) return { kind: 'card', card: outdatedCard() };
  const words = field(submit.values, 'words').slice(0, 300);
  if (words === '') return { kind: 'faults', faults: { words: feedbackFault } };
  const faults = await exposedFaults(counter, [visit.classroomId], submit, ['words']);
  if (faults) return { kind: 'faults', faults };
  await addToFeedback(counter.trx, visit.id, { words });
  await refresh(counter.trx, visit.id);
  return { kind: 'card', card: feedbackKeptCard(visit.therapistName) };
};

export const readWord: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitById(counter.trx, tap.ref) : undefined;
  const said = visit?.therapistId === counter.me.id ? await feedbackOn(counter.trx, visit.id) : undefined;
  if (!visit || !said?.words) return { kind: 'card', card: outdatedCard() };
  return { kind: 'card', card: wordReadCard(visit.teacherName, said.words) };
};
