import type { Prices } from '../core/plan/model/prices.ts';
import { groupsOf } from './groups.ts';
import { TOGETHER } from './neighborhoods.ts';
import type { Table } from './table.ts';
import type { Thread } from './thread.ts';

/** What class time is worth where schools and visits may be split: a guess to begin with. */
export const firstPrices = async ({ board }: Table, thread: Thread): Promise<Prices> => {
  const guesses: Prices[] = [];
  for (const therapists of groupsOf(board, TOGETHER)) {
    const answer = await thread.ask({ kind: 'relax', therapists });
    if (answer !== undefined) guesses.push(answer.prices);
  }
  return highest(guesses);
};

/** Where two groups priced the same time, the higher guess. */
const highest = (guesses: readonly Prices[]): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  for (const guess of guesses) {
    for (const [classDay, price] of guess.crowd)
      crowd.set(classDay, Math.max(price, crowd.get(classDay) ?? 0));
    for (const [classDay, minutes] of guess.slots) {
      const known = slots.get(classDay) ?? new Map<number, number>();
      for (const [minute, price] of minutes) known.set(minute, Math.max(price, known.get(minute) ?? 0));
      slots.set(classDay, known);
    }
  }
  return { slots, crowd };
};
