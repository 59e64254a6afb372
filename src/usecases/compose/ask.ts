import { takesUp } from '../../core/calendar/takes-up.ts';
import { activityAt, type ClassDay } from '../../core/class-day.ts';
import { likelyKinds } from '../../core/likely-kinds.ts';
import { routineOffer } from '../../core/routine-offer.ts';
import {
  askAnsweredCard,
  askCard,
  askMootCard,
  askPassedCard,
  askUnsureCard,
} from '../../core/wording/ask.ts';
import type { AskView } from '../../store/asks.ts';
import { askById } from '../../store/asks.ts';
import { activePairingsOfClassroom } from '../../store/pairings.ts';
import { classWeek } from '../class-week.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** Room for “Something else” and “Not sure yet” among a card's six buttons. */
const LIKELY_KINDS = 4;

export const composeAsk: Composer = async (desk, askId) => {
  const ask = await askById(desk.trx, askId);
  return ask && drawAsk(desk, ask);
};

/** The teacher's card of an ask as it stands now. */
export const drawAsk = async (desk: Desk, ask: AskView) => {
  const today = desk.local.date;
  const known = await classWeek(desk.trx, ask.classroomId, ask.date, ask.date);
  const pairings = await activePairingsOfClassroom(desk.trx, ask.classroomId);
  const therapists = pairings.map((pairing) => pairing.therapistName);
  if (ask.state === 'answered') {
    const activity = activityAt(known, ask.date, ask.start);
    const { school } = known;
    const offer = school && routineOffer({ ...known, school }, ask.date, ask.start);
    if (activity) return askAnsweredCard(ask, activity, therapists, today, offer);
  }
  if (hasPassed(desk, ask)) return askPassedCard(ask, today);
  if (ask.state === 'left' && isMoot(known, ask)) return askMootCard(ask, today);
  if (ask.state === 'unsure' || ask.state === 'left')
    return askUnsureCard(ask, today, ask.state === 'unsure');
  return askCard(ask, likelyKinds(known, ask.date, ask, LIKELY_KINDS), therapists, today);
};

/** Whether the day, and not the teacher's second “not sure”, ended it: what was said since leaves nothing to ask. */
export const isMoot = ({ changes = [] }: ClassDay, { date, start, timesAsked }: AskView): boolean =>
  timesAsked < ASKED_AT_MOST ||
  changes.some(
    ({ dates, what, undone }) =>
      undone === undefined && dates.start <= date && date <= dates.end && takesUp(what, start),
  );

/** An unsure teacher is asked once more, and then let be. */
export const ASKED_AT_MOST = 2;

export const hasPassed = (desk: Desk, ask: { date: string; end: number }): boolean =>
  ask.date < desk.local.date || (ask.date === desk.local.date && ask.end <= desk.local.minute);
