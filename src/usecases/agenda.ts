import { addDays } from '../core/time.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import { causeLabel } from '../core/wording/outcome.ts';
import { agendaLines } from '../core/wording/touch-base.ts';
import type { PairingView } from '../store/pairings.ts';
import { openStrategiesOfPairing } from '../store/strategies.ts';
import { agreedOfPairing } from '../store/visit-outcomes.ts';
import type { Desk } from './desk.ts';
import { withTrends } from './strategies.ts';

/** How far back a visit is still worth a word. */
const LOOK_BACK = 14;

/** What two people may want to talk about: the last visit that went otherwise, what is tried, what comes next. */
export const agendaOf = async (desk: Desk, pairing: PairingView): Promise<string[]> => {
  const { date: today, minute } = desk.local;
  const visits = await agreedOfPairing(desk.trx, pairing.id, addDays(today, -LOOK_BACK));
  const otherwise = visits.findLast(({ outcome }) => outcome === 'adapted' || outcome === 'could_not');
  const next = visits.find(({ date, start }) => date > today || (date === today && start > minute));
  const trying = await withTrends(desk, await openStrategiesOfPairing(desk.trx, pairing.id));
  const when = (visit: NonNullable<typeof next>) => formatWhen(visit.date, visit.start, today);
  const helped = trying.filter(({ trend }) => trend.helped > 0).length;
  return [
    ...(otherwise?.outcome === 'adapted' ? [agendaLines.adapted(when(otherwise))] : []),
    ...(otherwise?.outcome === 'could_not'
      ? [agendaLines.couldNot(when(otherwise), causeLabel[otherwise.reason ?? 'other'])]
      : []),
    ...(trying.length > 0 ? [agendaLines.trying(trying.length, helped)] : []),
    next ? agendaLines.next(when(next)) : agendaLines.noNext,
  ];
};
