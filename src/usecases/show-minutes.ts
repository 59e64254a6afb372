import type { Card } from '../core/card.ts';
import { countsFrom } from '../core/minutes/mandate.ts';
import { byCause, paceOf, totalsOf } from '../core/minutes/pace.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import { minutesCard, noPairsToCountCard, type PairMinutes } from '../core/wording/minutes.ts';
import { onlyTherapistsCard } from '../core/wording/welcome.ts';
import { notedMinutesOf } from '../store/minutes.ts';
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
    consulted: await consultedIn(desk.trx, ids),
    waiting: await unrecorded(desk.trx, desk.me.id, desk.now),
  };
  const pairs: PairMinutes[] = [];
  for (const pairing of pairings) pairs.push(await minutesOf(desk, pairing, known));
  return minutesCard(pairs);
};

interface Known {
  readonly ledgers: Awaited<ReturnType<typeof ledgersOf>>;
  readonly mandates: Awaited<ReturnType<typeof mandatesOfPairings>>;
  readonly noted: Awaited<ReturnType<typeof notedMinutesOf>>;
  readonly consulted: ReadonlyMap<string, number>;
  readonly waiting: Awaited<ReturnType<typeof unrecorded>>;
}

const minutesOf = async (desk: Desk, pairing: PairingView, known: Known): Promise<PairMinutes> => {
  const today = desk.local.date;
  const ledger = known.ledgers.get(pairing.id) ?? { pages: [], extra: { delivered: 0, planned: 0 } };
  const pages = ledger.pages.filter(({ start }) => start <= today);
  const pace = paceOf(ledger, today);
  const first = known.mandates.get(pairing.id)?.[0];
  const noted = known.noted.filter(({ pairingId }) => pairingId === pairing.id);
  const pullOuts = noted.filter(({ kind, reason }) => kind === 'pull_out' && reason === null);
  const sum = (some: readonly { readonly minutes: number }[]) =>
    some.reduce((total, { minutes }) => total + minutes, 0);
  return {
    room: pairing.classroomName,
    teacher: pairing.teacherName,
    mandate: { count: pairing.visitCount, minutes: pairing.visitMinutes, period: pairing.period },
    countsFrom: pages.length === 0 && first ? countsFrom(first) : undefined,
    current: totalsOf(pages.slice(-1)),
    since: pages[0]?.start,
    total: totalsOf(pages),
    causes: byCause(pages),
    pace,
    fix: pace.behind + pace.toPlan > 0 ? await earliestTime(desk, pairing.id) : undefined,
    unrecorded: sum(
      known.waiting
        .filter(({ pairingId }) => pairingId === pairing.id)
        .map(({ start, end }) => ({ minutes: end - start })),
    ),
    extra: ledger.extra.delivered,
    consulted: sum(noted.filter(({ kind }) => kind === 'consult')) + (known.consulted.get(pairing.id) ?? 0),
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
  const [first] = [...proposals].sort((a, b) =>
    a.date === b.date ? a.start - b.start : a.date < b.date ? -1 : 1,
  );
  return first && formatWhen(first.date, first.start, desk.local.date);
};
