import { caseloadOf, leastChange, type WeekAsked } from './caseload-of.ts';
import type { PlanLine } from './plan-lines.ts';
import { planLines } from './plan-lines.ts';
import { quickWeek } from './planned-week.ts';

/** A visit that cannot be, with the mandates it would have served. */
export interface Lost {
  readonly id: string;
  readonly pairingId: string;
  readonly mandates: readonly string[];
}

export interface Swap {
  readonly lostId: string;
  readonly line: PlanLine;
}

/**
 * Other times for lost visits, with everything that stands left where it is: what the planner finds best for just
 * these sessions, the better fit to the earlier of two lost visits of one class.
 */
export const swapsFor = (asked: WeekAsked, lost: readonly Lost[]): Swap[] => {
  const missing = (mandate: string) => lost.filter(({ mandates }) => mandates.includes(mandate)).length;
  const needs = asked.needs
    .filter(({ pairingId }) => lost.some((one) => one.pairingId === pairingId))
    .map((need) => ({
      ...need,
      mandates: need.mandates.map(({ id }) => ({ id, sessions: missing(id) })),
    }));
  const source = caseloadOf(leastChange({ ...asked, needs }));
  const focusesOf = (id: string) => needs.find(({ pairingId }) => pairingId === id)?.focuses ?? [];
  const free = planLines(source, quickWeek(source.caseload).visits, focusesOf).sort((a, b) => b.fit - a.fit);
  return lost.flatMap(({ id, pairingId }): Swap[] => {
    const next = free.findIndex((line) => line.pairingId === pairingId);
    const [line] = next < 0 ? [] : free.splice(next, 1);
    return line === undefined ? [] : [{ lostId: id, line }];
  });
};
