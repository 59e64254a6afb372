import type { Card } from '../core/card.ts';
import { type Cause, causes, type Outcome, outcomes } from '../core/outcome.ts';
import { instantOf } from '../core/time.ts';
import { takesRoom } from '../core/visit-setting.ts';
import { causeFault, causeForm, nothingToLogCard, OUTSIDE, outcomeCard } from '../core/wording/outcome.ts';
import { withNote } from '../core/wording/parts.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { alreadySettledNote } from '../core/wording/visit.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import type { Answer } from '../ports/inbound.ts';
import { cancelQueued } from '../store/outbox.ts';
import { recordOutcome, unrecorded } from '../store/visit-outcomes.ts';
import { type VisitView, visitById } from '../store/visits.ts';
import { askFeedback } from './ask-feedback.ts';
import { drawOutcome } from './compose/visit-outcome.ts';
import type { Counter, Desk } from './desk.ts';
import { chosen, isId, isOvertaken, type OnSubmit, type OnTap, type Tap } from './door.ts';
import { noticePattern } from './slot-patterns.ts';
import { refreshVisit } from './spread-visit.ts';

/** `/pushin log`: the oldest visit that has no word yet about how it went, and how many come after it. */
export const showLog = async (desk: Desk): Promise<Card> => {
  if (desk.me.role !== 'therapist') return onlyTherapistsCard();
  const visits = await unrecorded(desk.trx, desk.me.id, desk.now);
  const [oldest] = visits;
  return oldest ? outcomeCard(oldest, desk.local.date, visits.length - 1) : nothingToLogCard();
};

/** The therapist's own visit, agreed and over. */
export const visitToRecord = async (counter: Counter, id: string): Promise<VisitView | undefined> => {
  const visit = isId(id) ? await visitById(counter.trx, id) : undefined;
  if (visit?.therapistId !== counter.me.id || visit.state !== 'agreed') return undefined;
  return instantOf(visit.date, visit.end, visit.zone) <= counter.now ? visit : undefined;
};

export const logVisit: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  const wasOut = tap.value === OUTSIDE && visit?.setting === 'either';
  const outcome = wasOut ? 'as_planned' : outcomes.find((known) => known === tap.value);
  if (!visit || !outcome) return { kind: 'replace', card: outdatedCard() };
  return recordTap(counter, tap, visit, outcome, null, wasOut);
};

export const giveReason: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  const cause = causes.find((known) => known === tap.value);
  if (!visit || !cause || visit.outcome !== 'could_not') return { kind: 'replace', card: outdatedCard() };
  return recordTap(counter, tap, visit, 'could_not', cause);
};

/** What was recorded meanwhile, by another tap or from another card, stands. */
const recordTap = async (
  counter: Counter,
  tap: Tap,
  visit: VisitView,
  outcome: Outcome,
  cause: Cause | null,
  wasOut = false,
): Promise<Answer> => {
  if (!isOvertaken(tap, visit) && (await recordOutcome(counter.trx, visit, outcome, cause, wasOut)))
    return { kind: 'replace', card: await recorded(counter, visit.id, tap) };
  const card = await drawOutcome(counter, (await visitById(counter.trx, visit.id)) ?? visit);
  return { kind: 'replace', card: withNote(card, alreadySettledNote) };
};

export const openReasonForm: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  if (visit?.outcome !== 'could_not') return { kind: 'card', card: outdatedCard() };
  return { kind: 'form', form: causeForm(visit.id) };
};

export const saveReason: OnSubmit = async (counter, submit) => {
  const visit = await visitToRecord(counter, submit.ref);
  if (visit?.outcome !== 'could_not') return { kind: 'card', card: outdatedCard() };
  const cause = chosen(submit.values, 'reason', causes);
  if (!cause) return { kind: 'faults', faults: { reason: causeFault } };
  await recordOutcome(counter.trx, visit, 'could_not', cause);
  return { kind: 'card', card: await recorded(counter, visit.id) };
};

/** A slip of the finger: the question once more, and what is tapped then counts instead. */
export const recordAgain: OnTap = async (counter, tap) => {
  const visit = await visitToRecord(counter, tap.ref);
  return { kind: 'replace', card: visit ? outcomeCard(visit, counter.local.date) : outdatedCard() };
};

/** Every other card about the visit says so too, and the question that still waits is not asked. */
const recorded = async (counter: Counter, visitId: string, tap?: Tap): Promise<Card> => {
  await cancelQueued(counter.trx, visitId, 'recorded');
  const visit = await visitById(counter.trx, visitId);
  if (!visit) return outdatedCard();
  await refreshVisit(counter.trx, visit, tap?.message);
  // The teacher saw nothing of what was outside.
  if (visit.outcome !== 'could_not' && takesRoom(visit.setting) && !visit.wasOut)
    await askFeedback(counter, visit);
  else if (visit.outcome === 'could_not' && visit.reason !== null)
    await noticePattern(counter.trx, visit, counter.now);
  return drawOutcome(counter, visit);
};
