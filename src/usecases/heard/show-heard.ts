import type { Card } from '../../core/card.ts';
import { routineOffer } from '../../core/routine-offer.ts';
import type { Minute } from '../../core/time.ts';
import { heardCard, heardGoneCard } from '../../core/wording/heard.ts';
import type { Answer } from '../../ports/inbound.ts';
import { heardIn } from '../../store/heard.ts';
import { activePairingsOfClassroom } from '../../store/pairings.ts';
import { classWeek } from '../class-week.ts';
import type { Composer } from '../compose/composer.ts';
import type { Counter, Desk } from '../desk.ts';
import { rememberShown } from '../remember-shown.ts';

interface Beside {
  readonly guess?: { readonly end: Minute; readonly otherwise: Minute | undefined };
  readonly weekly?: boolean;
}

export const drawHeard = async (desk: Desk, saying: string, beside: Beside = {}): Promise<Card> => {
  const lines = await heardIn(desk.trx, saying);
  const [first] = lines;
  if (first === undefined || first.saidBy !== desk.me.id) return heardGoneCard();
  const week = await classWeek(desk.trx, first.classroomId, first.date, first.date);
  const { school } = week;
  const pairings = await activePairingsOfClassroom(desk.trx, first.classroomId);
  const facts = {
    saying,
    classroomId: first.classroomId,
    place: first.classroomName,
    lines,
    confirmed: lines.every(({ confirmedAt }) => confirmedAt !== null),
    therapists: pairings.map((pairing) => pairing.therapistName),
    offer: school && routineOffer({ ...week, school }, first.date, first.start),
    weekly: beside.weekly ?? false,
    ...(beside.guess ? { guess: beside.guess } : {}),
  };
  return heardCard(facts, desk.local.date);
};

export const composeHeard: Composer = (desk, saying) => drawHeard(desk, saying);

/** The card as an answer; where the platform tells where it stands, a correction changes it there. */
export const showHeard = async (counter: Counter, saying: string, beside: Beside): Promise<Answer> => ({
  kind: 'card',
  card: await drawHeard(counter, saying, beside),
  shown: (message) =>
    counter.later((trx) =>
      rememberShown({ ...counter, trx }, { purpose: 'heard', subjectId: saying }, message),
    ),
});
