import { createBounding } from './bounding.ts';
import { firstPrices } from './first-prices.ts';
import { createImproving } from './improving.ts';
import { placeAll } from './place-all.ts';
import type { Table } from './plan-caseload.ts';
import type { Thread } from './thread.ts';

const PRICE_SECONDS = 20;
/** One turn of so many goes to the bound. */
const TURNS = 3;

/** Several therapists: prices, then each one placed at these prices, then parts anew, and better prices, until the end. */
export const planTogether = async (table: Table): Promise<void> => {
  const { board, incumbent, threads, until, isOver, limits } = table;
  const everyThread = (work: (thread: Thread) => Promise<void>) => Promise.all(threads.map(work));

  const prices = await firstPrices(table);
  table.searchIsOver();
  if (isOver()) return;
  await placeAll(table, prices);

  const bounding = createBounding(board, incumbent, prices);
  const improving = createImproving(table, bounding.wishes);
  let solves = 'work' in until ? until.work.solves : Number.POSITIVE_INFINITY;
  await everyThread(async (thread) => {
    for (let turn = 0; !isOver() && solves > 0; turn += 1) {
      const therapist = turn % TURNS === 1 ? bounding.take() : undefined;
      if (therapist === undefined) {
        solves -= 1;
        if (!(await improving.improve(thread))) return;
        continue;
      }
      const answer = await thread.ask({
        kind: 'price',
        therapist,
        prices: bounding.prices,
        visits: [],
        limits: { ...limits(PRICE_SECONDS), isForBound: true },
      });
      if (answer === undefined) return;
      bounding.answer(therapist, answer);
    }
  });
};
