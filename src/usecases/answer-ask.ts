import { type ActivityKind, activityKinds } from '../core/activity-kind.ts';
import { whenToAskAgain } from '../core/ask-plan.ts';
import { activitiesOn } from '../core/class-day.ts';
import type { WhenResult } from '../core/reading/read-when.ts';
import { readWords } from '../core/reading/read-words.ts';
import { HOUR, instantOf, type Span } from '../core/time.ts';
import type { Welcome } from '../core/welcome.ts';
import {
  alreadyAnsweredNote,
  noAskExpiredCard,
  otherActivityFault,
  otherActivityForm,
} from '../core/wording/ask.ts';
import { withNote } from '../core/wording/parts.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { whenFault } from '../core/wording/when.ts';
import type { Answer } from '../ports/inbound.ts';
import { forgetActivity } from '../store/activities.ts';
import { type AskView, askById, countAsAsked, settleAsk } from '../store/asks.ts';
import { cancelQueuedFor, refresh, wasShown } from '../store/outbox.ts';
import { activePairingsOfClassroom } from '../store/pairings.ts';
import { classWeek } from './class-week.ts';
import { ASKED_AT_MOST, drawAsk, hasPassed } from './compose/ask.ts';
import type { Counter } from './desk.ts';
import { field, isId, isOvertaken, type OnSubmit, type OnTap, type Tap } from './door.ts';
import { recordActivity } from './record-activity.ts';
import { tell } from './tell.ts';

/** A button with a kind on it: one tap, and every therapist of the class knows. */
export const answerAsk: OnTap = (counter, tap) =>
  withAsk(counter, tap, async (ask) => {
    const kind = activityKinds.find((known) => known === tap.value);
    if (!kind) return { kind: 'replace', card: outdatedCard() };
    const span = await usualSpan(counter, ask, kind);
    await recordActivity(
      counter,
      { ...span, classroomId: ask.classroomId, date: ask.date, kind, confirmed: true },
      tap.message,
    );
    return redraw(counter, ask.id);
  });

/** “Not sure yet”: asked once more, the school day before, and then let be. */
export const beUnsure: OnTap = (counter, tap) =>
  withAsk(counter, tap, async (ask) => {
    await notSureYet(counter, ask, tap.message);
    return redraw(counter, ask.id);
  });

/** “Skip this one”: not asked again about that time; the next question comes as ever. */
export const skipAsk: OnTap = (counter, tap) =>
  withAsk(counter, tap, async (ask) => {
    await letAskBe(counter, ask, tap.message);
    return redraw(counter, ask.id);
  });

export const letAskBe = async (counter: Counter, ask: AskView, shown?: Tap['message']): Promise<void> => {
  await cancelQueuedFor(counter.trx, ask.id, ask.teacherId, 'skipped');
  await leaveOpen(counter, ask, false, shown);
};

export const notSureYet = (counter: Counter, ask: AskView, shown?: Tap['message']): Promise<void> =>
  leaveOpen(counter, ask, ask.timesAsked < ASKED_AT_MOST, shown);

const leaveOpen = async (
  counter: Counter,
  ask: AskView,
  again: boolean,
  shown: Tap['message'],
): Promise<void> => {
  const { trx, now, school } = counter;
  await settleAsk(trx, ask.id, again ? 'unsure' : 'left');
  if (!again) await countAsAsked(trx, ask.id, ASKED_AT_MOST);
  // Said after an answer, it takes the answer back: nobody is sent into the room on it.
  if (ask.activityId) await forgetActivity(trx, ask.activityId);
  await refresh(trx, ask.id, shown);
  const starts = instantOf(ask.date, ask.start, school.zone);
  for (const { therapistId: to } of await activePairingsOfClassroom(trx, ask.classroomId)) {
    // News of an answer that still waits would say the same, and a card that is there changes in place.
    await cancelQueuedFor(trx, ask.id, to, 'not sure after all');
    if (await wasShown(trx, ask.id, to)) continue;
    await tell(trx, { to, purpose: 'activity-news', subjectId: ask.id, usefulUntil: starts }, now);
  }
  if (!again) return;
  // Asked on the school day before already: later that day, not at the next breath.
  const dayBefore = instantOf(whenToAskAgain(ask.date, school), 0, school.zone);
  const notBefore = Math.max(dayBefore, now + 2 * HOUR);
  await tell(
    trx,
    {
      to: ask.teacherId,
      purpose: 'ask',
      subjectId: ask.id,
      occasion: 'again',
      notBefore,
      usefulUntil: starts,
    },
    now,
  );
};

export const openOtherActivity: OnTap = async (counter, tap) => {
  const ask = await askOf(counter, tap.ref);
  if (!ask) return { kind: 'card', card: outdatedCard() };
  if (hasPassed(counter, ask)) return { kind: 'card', card: noAskExpiredCard() };
  return { kind: 'form', form: otherActivityForm(ask, counter.local.date) };
};

/** “Something else”, told in words. */
export const answerAskInWords: OnSubmit = async (counter, submit) => {
  const ask = await askOf(counter, submit.ref);
  if (!ask) return { kind: 'card', card: outdatedCard() };
  if (hasPassed(counter, ask)) return { kind: 'card', card: noAskExpiredCard() };
  const words = field(submit.values, 'words');
  if (words === '') return { kind: 'faults', faults: { words: otherActivityFault.empty } };
  const reading = readWords(words, counter.local);
  if (reading.kind === 'unsure') {
    await notSureYet(counter, ask);
    return receipt(counter, ask.id);
  }
  if (reading.kind !== 'answer' || !reading.activity)
    return { kind: 'faults', faults: { words: otherActivityFault.unknown } };
  if (!reading.when.ok)
    return { kind: 'faults', faults: { words: whenFault(reading.when.why, reading.when.said) } };
  await answerWith(counter, ask, reading.activity, reading.when, reading.welcome);
  return receipt(counter, ask.id);
};

/** The card she was asked with has changed before her eyes; the same words below it would be noise. */
const receipt = async (counter: Counter, askId: string): Promise<Answer> => {
  if (await wasShown(counter.trx, askId, counter.me.id)) return { kind: 'none' };
  return { kind: 'card', card: (await redraw(counter, askId)).card };
};

/** An answer in words to a question that is open: what the words leave out, the question says. */
const answerWith = async (
  counter: Counter,
  ask: AskView,
  kind: ActivityKind,
  when: Extract<WhenResult, { ok: true }>,
  welcome?: Welcome,
): Promise<Extract<Answer, { kind: 'replace' }>> => {
  const usual = await usualSpan(counter, ask, kind);
  const start = when.start ?? usual.start;
  const end =
    when.end ??
    (when.start === undefined || when.start < usual.end ? usual.end : start + (ask.end - ask.start));
  const span = end > start ? { start, end } : usual;
  await recordActivity(counter, {
    ...span,
    classroomId: ask.classroomId,
    date: ask.date,
    kind,
    confirmed: true,
    ...(welcome ? { welcome } : {}),
  });
  return redraw(counter, ask.id);
};

/** The class's own block when the routine has this kind there, else the slot that was asked about. */
const usualSpan = async (counter: Counter, ask: AskView, kind: ActivityKind): Promise<Span> => {
  const week = await classWeek(counter.trx, ask.classroomId, ask.date, ask.date);
  const block = activitiesOn({ blocks: week.blocks, activities: [] }, ask.date).find(
    (known) => known.start <= ask.start && ask.start < known.end,
  );
  return block && block.kind === kind
    ? { start: block.start, end: block.end }
    : { start: ask.start, end: ask.end };
};

const redraw = async (counter: Counter, askId: string): Promise<Extract<Answer, { kind: 'replace' }>> => {
  const ask = await askById(counter.trx, askId);
  if (!ask) throw new Error(`ask ${askId} is gone within its own transaction`);
  return { kind: 'replace', card: await drawAsk(counter, ask) };
};

/** For the teacher who was asked, and nobody else. */
const askOf = async ({ trx, me }: Counter, ref: string): Promise<AskView | undefined> => {
  const ask = isId(ref) ? await askById(trx, ref) : undefined;
  return ask?.teacherId === me.id ? ask : undefined;
};

/** Only while it matters, and only once per drawn card. */
const withAsk = async (
  counter: Counter,
  tap: Tap,
  act: (ask: AskView) => Promise<Answer>,
): Promise<Answer> => {
  const ask = await askOf(counter, tap.ref);
  if (!ask) return { kind: 'replace', card: outdatedCard() };
  if (hasPassed(counter, ask)) return { kind: 'replace', card: await drawAsk(counter, ask) };
  if (isOvertaken(tap, ask))
    return { kind: 'replace', card: withNote(await drawAsk(counter, ask), alreadyAnsweredNote) };
  return act(ask);
};
