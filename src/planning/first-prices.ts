import type { Prices } from '../core/plan/model/prices.ts';
import { groupsOf } from './groups.ts';
import type { Table } from './table.ts';

/** As many as a linear program of whole weeks takes in a few seconds. */
const RELAXED_TOGETHER = 12;

/** What class time is worth where schools and visits may be split: a guess to begin with. */
export const firstPrices = async ({ board, threads, isOver }: Table): Promise<Prices> => {
  const groups = groupsOf(board, RELAXED_TOGETHER);
  const guesses: Prices[] = [];
  await Promise.all(
    threads.map(async (thread) => {
      for (let group = groups.shift(); group !== undefined && !isOver(); group = groups.shift()) {
        const answer = await thread.ask({ kind: 'relax', therapists: group });
        if (answer === undefined) return;
        guesses.push(answer.prices);
      }
    }),
  );
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
