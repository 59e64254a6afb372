import type { Card } from '../core/card.ts';
import { instantOf, isoWeekOf } from '../core/time.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import { muted } from '../core/wording/parts.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { alreadySettledNote } from '../core/wording/visit.ts';
import { logCard, loggedCard, minutesCard, nothingToLogCard } from '../core/wording/week.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { activePairingsOf } from '../store/pairings.ts';
import type { VisitOutcome } from '../store/schema.ts';
import { recordOutcome, unrecorded, type VisitView, visitById, visitsOfPairing } from '../store/visits.ts';
import type { Desk } from './desk.ts';
import { isId, type OnTap } from './door.ts';

const outcomes: readonly VisitOutcome[] = ['as_planned', 'adapted', 'could_not'];

const words = (desk: Desk, visit: VisitView): string =>
  `${visit.classroomName}, ${formatWhen(visit.date, visit, desk.local.date)}`;

/** `/pushin log`: the visits that have no word yet about how they went. */
export const showLog = async (desk: Desk): Promise<Card> => {
  if (desk.me.role !== 'therapist') return onlyTherapistsCard();
  const visits = await unrecorded(desk.trx, desk.me.id, desk.now);
  if (visits.length === 0) return nothingToLogCard();
  return logCard(
    visits.slice(-5).map((visit) => ({ id: visit.id, version: visit.version, words: words(desk, visit) })),
  );
};

export const logVisit: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitById(counter.trx, tap.ref) : undefined;
  const outcome = outcomes.find((known) => known === tap.value);
  if (!visit || visit.therapistId !== counter.me.id || !outcome)
    return { kind: 'replace', card: outdatedCard() };
  const over = instantOf(visit.date, visit.end, visit.zone) <= counter.now;
  if (visit.state !== 'agreed' || !over) return { kind: 'replace', card: outdatedCard() };
  if (!(await recordOutcome(counter.trx, visit.id, outcome))) {
    const card = loggedCard(words(counter, visit), visit.outcome ?? outcome);
    return { kind: 'replace', card: { ...card, parts: [muted(alreadySettledNote)] } };
  }
  const left = await unrecorded(counter.trx, counter.me.id, counter.now);
  return {
    kind: 'replace',
    card: left.length > 0 ? await showLog(counter) : loggedCard(words(counter, visit), outcome),
  };
};

/** `/pushin minutes`: mandated, planned and delivered, this week (or month, where the mandate says so). */
export const showMinutes = async (desk: Desk): Promise<Card> => {
  if (desk.me.role !== 'therapist') return onlyTherapistsCard();
  const rows = [];
  for (const pairing of await activePairingsOf(desk.trx, desk.me.id)) {
    const inPeriod = (visit: VisitView) =>
      pairing.period === 'week'
        ? isoWeekOf(visit.date) === isoWeekOf(desk.local.date)
        : visit.date.slice(0, 7) === desk.local.date.slice(0, 7);
    const visits = (await visitsOfPairing(desk.trx, pairing.id)).filter(inPeriod);
    const sum = (some: readonly VisitView[]) =>
      some.reduce((minutes, visit) => minutes + visit.end - visit.start, 0);
    rows.push({
      room: pairing.classroomName,
      mandated: pairing.visitCount * pairing.visitMinutes,
      delivered: sum(visits.filter((visit) => visit.outcome === 'as_planned' || visit.outcome === 'adapted')),
      planned: sum(visits.filter((visit) => visit.outcome === null)),
      period: pairing.period,
    });
  }
  return minutesCard(rows);
};
