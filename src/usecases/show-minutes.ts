import type { ActivityKind } from '../core/activity-kind.ts';
import type { Card } from '../core/card.ts';
import { countsFrom } from '../core/minutes/mandate.ts';
import { byCause, paceOf, totalsOf } from '../core/minutes/pace.ts';
import { currentPages, inForce, pagesOf } from '../core/minutes/pair-ledger.ts';
import { compareTimes } from '../core/rank.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import { minutesCard, noPairsToCountCard, type PairMinutes } from '../core/wording/minutes.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { notedMinutesOf, outsideVisits } from '../store/minutes.ts';
import { mandatesOfPairings } from '../store/pairing-mandates.ts';
import { activePairingsOf, type PairingView } from '../store/pairings.ts';
import { consultedIn } from '../store/visit-notes.ts';
import { unrecorded } from '../store/visit-outcomes.ts';
import type { Desk } from './desk.ts';
import { findTimes } from './find-times.ts';
import { showMinutesOfAll } from './minutes-of-all.ts';
import { ledgersOf } from './pair-ledger.ts';

/** `/pushin minutes`: where every mandated minute is, pair by pair; for a coordinator, sums only. */
export const showMinutes = async (desk: Desk): Promise<Card> => {
  if (desk.me.role === 'coordinator') return showMinutesOfAll(desk);
  if (desk.me.role !== 'therapist') return onlyTherapistsCard();
  const pairings = await activePairingsOf(desk.trx, desk.me.id);
  if (pairings.length === 0) return noPairsToCountCard();
  const ids = pairings.map(({ id }) => id);
  const known = {
    ledgers: await ledgersOf(desk.trx, ids, desk.local.date, desk.school),
    mandates: await mandatesOfPairings(desk.trx, ids),
    noted: await notedMinutesOf(desk.trx, ids),
    outside: await outsideVisits(desk.trx, ids, LONG_AGO),
    consulted: await consultedIn(desk.trx, ids),
    waiting: await unrecorded(desk.trx, desk.me.id, desk.now),
  };
  const pairs: PairMinutes[] = [];
  for (const pairing of pairings) pairs.push(await minutesOf(desk, pairing, known));
  return minutesCard(pairs);
};

/** Before anything was counted. */
const LONG_AGO = '2000-01-01';

interface Known {
  readonly ledgers: Awaited<ReturnType<typeof ledgersOf>>;
  readonly mandates: Awaited<ReturnType<typeof mandatesOfPairings>>;
  readonly outside: Awaited<ReturnType<typeof outsideVisits>>;
  readonly noted: Awaited<ReturnType<typeof notedMinutesOf>>;
  readonly consulted: ReadonlyMap<string, number>;
  readonly waiting: Awaited<ReturnType<typeof unrecorded>>;
}

const minutesOf = async (desk: Desk, pairing: PairingView, known: Known): Promise<PairMinutes> => {
  const today = desk.local.date;
  const ledger = known.ledgers.get(pairing.id);
  const pages = ledger ? pagesOf(ledger).filter(({ start }) => start <= today) : [];
  const pace = paceOf({ pages }, today);
  const mandates = known.mandates.get(pairing.id) ?? [];
  const [first] = mandates;
  const noted = known.noted.filter(({ pairingId }) => pairingId === pairing.id);
  const pullOuts: readonly { minutes: number; missed: ActivityKind | null }[] = [
    ...noted.filter(({ kind, reason }) => kind === 'pull_out' && reason === null),
    ...known.outside.filter(({ pairingId, isOver }) => pairingId === pairing.id && isOver),
  ];
  const sum = (some: readonly { readonly minutes: number }[]) =>
    some.reduce((total, { minutes }) => total + minutes, 0);
  return {
    room: pairing.classroomName,
    teacher: pairing.teacherName,
    mandates: inForce(mandates, today),
    countsFrom: pages.length === 0 && first ? countsFrom(first) : undefined,
    current: totalsOf(ledger ? currentPages(ledger, today) : []),
    since: pages.map(({ start }) => start).sort()[0],
    total: totalsOf(pages),
    causes: byCause(pages),
    pace,
    fix: pace.behind + pace.toPlan > 0 ? await earliestTime(desk, pairing.id) : undefined,
    unrecorded: sum(
      known.waiting
        .filter(({ pairingId }) => pairingId === pairing.id)
        .map(({ start, end }) => ({ minutes: end - start })),
    ),
    extra: ledger ? ledger.in_class.extra.delivered + ledger.outside.extra.delivered : 0,
    // Where talks are mandated they stand in the columns.
    consulted: mandates.some(({ track }) => track === 'adults')
      ? 0
      : sum(noted.filter(({ kind }) => kind === 'consult')) + (known.consulted.get(pairing.id) ?? 0),
    pullOut: {
      minutes: sum(pullOuts),
      missed: [...new Set(pullOuts.map(({ missed }) => missed))].flatMap((kind) =>
        kind === null ? [] : [{ kind, minutes: sum(pullOuts.filter(({ missed }) => missed === kind)) }],
      ),
    },
  };
};

const earliestTime = async (desk: Desk, pairingId: string): Promise<string | undefined> => {
  const { proposals } = await findTimes(desk, pairingId);
  const [first] = proposals.toSorted(compareTimes);
  return first && formatWhen(first.date, first.start, desk.local.date);
};
