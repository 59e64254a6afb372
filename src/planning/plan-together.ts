import { createBounding } from './bounding.ts';
import { firstPrices } from './first-prices.ts';
import { createImproving } from './improving.ts';
import { placeAll } from './place-all.ts';
import type { Table } from './table.ts';
import type { Thread } from './thread.ts';

/** Of the time, this part goes to the bound. */
const FOR_BOUND = 0.25;

/** Several therapists: each one alone first, then parts of the week anew, and better prices, until the end. */
export const planTogether = async (table: Table): Promise<void> => {
  const { board, incumbent, threads, until, isOver } = table;
  await placeAll(table);
  const improving = createImproving(table);
  let bounding: ReturnType<typeof createBounding> | undefined;
  let isPriced = false;
  const price = async (thread: Thread): Promise<boolean> => {
    if (!isPriced && improving.isThrough) {
      isPriced = true;
      bounding = createBounding(board, incumbent, await firstPrices(table, thread));
    }
    const task = bounding?.take();
    if (task === undefined) return false;
    const answer = await thread.ask({ kind: 'price', ...task });
    if (answer !== undefined) bounding?.answer(task.therapist, answer);
    return answer !== undefined;
  };
  const clock = () => ('secondsLeft' in until ? -until.secondsLeft() : 0);
  let solves = 'work' in until ? until.work.solves : Number.POSITIVE_INFINITY;
  let all = 0;
  let forBound = 0;
  await Promise.all(
    threads.map(async (thread) => {
      while (!isOver() && solves > 0) {
        const began = clock();
        const spent = () => ('work' in until ? 1 : clock() - began);
        if (forBound <= all * FOR_BOUND && (await price(thread))) forBound += spent();
        else {
          solves -= 1;
          if (!(await improving.improve(thread))) return;
        }
        all += spent();
      }
    }),
  );
};
