import { MINUTE } from '../core/time.ts';
import {
  touchBaseEmptyFault,
  touchBaseForm,
  touchBaseReadCard,
  touchBaseWroteCard,
} from '../core/wording/touch-base.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { giveCalendarKey } from '../store/calendar-keys.ts';
import { cancelQueued, refresh } from '../store/outbox.ts';
import { answerTouchBase, endTouchBase, writeTouchBase } from '../store/touch-bases.ts';
import { noteRead } from '../store/trail.ts';
import { drawTouchBase, isAgreed, ownTouchBase } from './compose/touch-base.ts';
import type { Counter } from './desk.ts';
import { field, isId, type OnSubmit, type OnTap } from './door.ts';
import { exposedFaults } from './exposed-faults.ts';
import { retryTalk } from './retry-talk.ts';
import { tell } from './tell.ts';

const ownAt = (counter: Counter, ref: string) =>
  isId(ref) ? ownTouchBase(counter, ref) : Promise.resolve(undefined);

/** A reminder is for the way there: five minutes before, if the person may be written to then. */
const REMIND_MINUTES_BEFORE = 5;

export const answerTouchBaseTime: OnTap = async (counter, tap) => {
  const seen = await ownAt(counter, tap.ref);
  if (!seen || seen.touchBase.at === null) return { kind: 'replace', card: outdatedCard() };
  const open = seen.touchBase.at > counter.now;
  if (open) {
    await answerTouchBase(counter.trx, tap.ref, seen.side, tap.value === 'yes' ? 'yes' : 'no');
    await refresh(counter.trx, tap.ref, tap.message);
  }
  const said = (await ownTouchBase(counter, tap.ref)) ?? seen;
  if (open && isAgreed(said.touchBase)) {
    await giveCalendarKey(counter.trx, tap.ref);
    for (const to of [seen.pairing.teacherId, seen.pairing.therapistId]) {
      await tell(
        counter.trx,
        {
          to,
          purpose: 'touch-base-reminder',
          subjectId: tap.ref,
          notBefore: seen.touchBase.at - REMIND_MINUTES_BEFORE * MINUTE,
          usefulUntil: seen.touchBase.at + seen.touchBase.minutes * MINUTE,
        },
        counter.now,
      );
    }
  }
  const current = (await ownTouchBase(counter, tap.ref)) ?? said;
  return { kind: 'replace', card: await drawTouchBase(counter, current) };
};

/** One of the two says so, and it is done for both. */
export const sayTalked: OnTap = async (counter, tap) => {
  const seen = await ownAt(counter, tap.ref);
  if (!seen || seen.touchBase.at === null) return { kind: 'replace', card: outdatedCard() };
  await endTouchBase(counter.trx, tap.ref, counter.now);
  await cancelQueued(counter.trx, tap.ref, 'they talked');
  await refresh(counter.trx, tap.ref, tap.message);
  const current = (await ownTouchBase(counter, tap.ref)) ?? seen;
  return { kind: 'replace', card: await drawTouchBase(counter, current) };
};

/** A missed one gets other minutes once; after that, or where there are none, the questions in writing. */
export const sayMissed: OnTap = async (counter, tap) => {
  const seen = await ownAt(counter, tap.ref);
  const missed = seen?.touchBase.at;
  if (!seen || !missed || missed > counter.now || seen.touchBase.version !== tap.version)
    return { kind: 'replace', card: outdatedCard() };
  await retryTalk(counter.trx, seen.touchBase, seen.pairing, counter.now);
  await refresh(counter.trx, tap.ref, tap.message);
  const current = (await ownTouchBase(counter, tap.ref)) ?? seen;
  return { kind: 'replace', card: await drawTouchBase(counter, current) };
};

export const openTouchBaseForm: OnTap = async (counter, tap) => {
  const seen = await ownAt(counter, tap.ref);
  if (!seen) return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: touchBaseForm(tap.ref, seen.partner.name) };
};

const questions = ['worked', 'hard', 'next'] as const;

/** The talk in writing: kept, and brought to the partner when no students are around. */
export const writeTouchBaseAnswers: OnSubmit = async (counter, submit) => {
  const seen = await ownAt(counter, submit.ref);
  if (!seen) return { kind: 'card', card: outdatedCard() };
  const written = Object.fromEntries(
    questions.map((name) => [name, field(submit.values, name).slice(0, 500)]),
  );
  if (Object.values(written).every((words) => words === '')) {
    return { kind: 'faults', faults: { worked: touchBaseEmptyFault } };
  }
  const faults = await exposedFaults(counter, [seen.pairing.classroomId], submit, questions);
  if (faults) return { kind: 'faults', faults };
  await writeTouchBase(counter.trx, submit.ref, seen.side, written);
  await tell(
    counter.trx,
    { to: seen.partner.id, purpose: 'touch-base-notes', subjectId: submit.ref },
    counter.now,
  );
  return { kind: 'card', card: touchBaseWroteCard(seen.partner.name) };
};

/** Behind a tap, so that the words are on the screen only when the person wants them there. */
export const readTouchBaseNotes: OnTap = async (counter, tap) => {
  const seen = await ownAt(counter, tap.ref);
  const written = seen?.side === 'teacher' ? seen.touchBase.therapist_wrote : seen?.touchBase.teacher_wrote;
  if (!seen || !written) return { kind: 'card', card: outdatedCard() };
  await noteRead(counter.trx, counter.me.id, 'touch-base notes', tap.ref, counter.now);
  return { kind: 'card', card: touchBaseReadCard(seen.partner.name, written) };
};
