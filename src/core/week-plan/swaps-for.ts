import type { Proposal } from '../possible-visits.ts';
import { bestOf, type Rank } from '../rank.ts';
import { type LocalDate, overlaps, type Span } from '../time.ts';
import { takesRoom, trackOf, type VisitSetting } from '../visit-setting.ts';
import { caseloadOf, isBeyond, leastChange, type PlanNeed, type WeekAsked } from './caseload-of.ts';
import { type PlanLine, planLines } from './plan-lines.ts';
import { quickSteps } from './planned-week.ts';
import { possibleTimes } from './possible-times.ts';

/** A visit that cannot be, with the mandates it would have served. */
export interface Lost {
  readonly id: string;
  readonly pairingId: string;
  readonly setting: VisitSetting;
  readonly mandates: readonly string[];
}

export interface Swap {
  readonly lostId: string;
  readonly pairingId: string;
  readonly setting: VisitSetting;
  readonly visit: Pick<Proposal, 'date' | 'start' | 'end' | 'kind' | 'focus'>;
}

/** More than is offered, so that a room somebody took meanwhile has one to follow it. */
const LOOKED_UP = 6;

/**
 * Other times for lost visits, with everything that stands left where it is; of each the best first. The first of each
 * is what the planner finds for just these sessions together, the better fit to the earlier of two lost ones of a
 * class; the others are what fits next best then, on other days if there are any. Comes in small steps.
 */
export function* swapSteps(asked: WeekAsked, lost: readonly Lost[]): Generator<undefined, Swap[]> {
  const planned = yield* plannedFor(asked, lost);
  const swaps: Swap[] = lost.flatMap(({ id: lostId, pairingId, setting }): Swap[] => {
    const next = planned.findIndex(
      (line) => line.pairingId === pairingId && trackOf(line.setting) === trackOf(setting),
    );
    const [visit] = next < 0 ? [] : planned.splice(next, 1);
    return visit === undefined ? [] : [{ lostId, pairingId, setting, visit }];
  });
  for (let round = 1; round < LOOKED_UP; round += 1)
    for (const { id: lostId, pairingId, setting } of lost) {
      yield undefined;
      const need = asked.needs.find((one) => one.pairingId === pairingId);
      const own = swaps.filter((swap) => swap.lostId === lostId).map(({ visit }) => visit);
      const others = swaps.map(({ visit }) => visit);
      const visit = need && nextBest(asked, need, setting, own, others);
      if (visit) swaps.push({ lostId, pairingId, setting, visit });
    }
  return swaps;
}

function* plannedFor(asked: WeekAsked, lost: readonly Lost[]): Generator<undefined, PlanLine[]> {
  const missing = (mandate: string) => lost.filter(({ mandates }) => mandates.includes(mandate)).length;
  const needs = asked.needs
    .filter(({ pairingId }) => lost.some((one) => one.pairingId === pairingId))
    .map((need) => ({
      ...need,
      mandates: need.mandates.map((mandate) => ({ ...mandate, sessions: missing(mandate.id) })),
    }));
  const source = caseloadOf(leastChange({ ...asked, needs }));
  const focusesOf = (id: string) => needs.find(({ pairingId }) => pairingId === id)?.focuses ?? [];
  const week = yield* quickSteps(source.caseload);
  return planLines(source, week.visits, focusesOf).sort((a, b) => b.fit - a.fit);
}

type Dated = Span & { readonly date: LocalDate };

/** Real alternatives: apart from each other and from what is offered for other visits. */
const nextBest = (
  asked: WeekAsked,
  whole: PlanNeed,
  setting: VisitSetting,
  own: readonly Dated[],
  others: readonly Dated[],
): Proposal | undefined => {
  const mandates = whole.mandates.filter((one) => trackOf(one.setting ?? 'push_in') === trackOf(setting));
  const minutes = takesRoom(setting)
    ? whole.minutes
    : Math.max(5, ...mandates.map((one) => one.minutes ?? whole.minutes));
  const need = { ...whole, minutes };
  const candidates = asked.input.dates
    .filter((date) => date >= asked.monday)
    .flatMap((date) => possibleTimes(asked.input, need, setting, date))
    .filter((visit) => !isBeyond(asked, { need, setting }, visit))
    .filter((visit) => !others.some((one) => one.date === visit.date && overlaps(one, visit)));
  return bestOf(
    candidates,
    (visit): Rank => [
      -visit.fit,
      own.filter(({ date }) => date === visit.date).length,
      asked.input.dates.indexOf(visit.date),
      visit.start,
    ],
  );
};
