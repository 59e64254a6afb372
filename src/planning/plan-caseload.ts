import { type Board, boardSteps, busyTherapists } from '../core/plan/board.ts';
import type { Caseload } from '../core/plan/caseload.ts';
import { createDice } from '../core/plan/dice.ts';
import type { Visit } from '../core/plan/draft.ts';
import { searchWeek } from '../core/plan/search.ts';
import { inSlices } from '../in-slices.ts';
import { createIncumbent } from './incumbent.ts';
import { planAlone } from './plan-alone.ts';
import { planTogether } from './plan-together.ts';
import type { Table, Until } from './table.ts';
import { startThread } from './thread.ts';

interface Progress {
  readonly objective: number;
  /** Infinity as long as nothing is proven. */
  readonly bound: number;
  readonly visits: readonly Visit[];
}

interface Planning {
  readonly caseload: Caseload;
  readonly until: Until;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Threads to solve with; a second one only where the time, and not the work, is limited. */
  readonly threads?: number;
}

export interface Planned extends Progress {
  readonly board: Board;
  readonly isProven: boolean;
}

const WAIT_MS = 10;
/** The solver needs longer to warm up and to find something: in less time it would only be in the way. */
const SOLVER_SECONDS = 1.5;

/** The best week that can be found until then, and how good one could be at most. */
export const planCaseload = async (given: Planning): Promise<Planned> => {
  const { caseload, until, signal, onProgress } = given;
  const board = await inSlices(boardSteps(caseload));
  const alone = busyTherapists(board).length === 1;
  const isShort = 'secondsLeft' in until && until.secondsLeft() < SOLVER_SECONDS;
  const many = isShort ? 0 : 'work' in until || alone ? 1 : (given.threads ?? 2);
  const incumbent = createIncumbent(board, () =>
    onProgress?.({ objective: incumbent.objective, bound: incumbent.bound, visits: incumbent.visits }),
  );
  const threads = Array.from({ length: many }, () => startThread(caseload));
  try {
    const isOver = () =>
      signal?.aborted === true || incumbent.isProven || ('secondsLeft' in until && until.secondsLeft() <= 0);
    let isSearching = true;
    let isSolved = false;
    const table = { board, incumbent, threads, dice: createDice(2), until, isOver };
    const solve = () => (alone ? planAlone : planTogether)(table);
    if (isShort) await search(table, () => false);
    else if ('work' in until) {
      await search(table, () => false);
      await solve();
    } else {
      const solved = Promise.all(threads.map(({ ready }) => ready))
        .then(() => {
          // Of several, the solver needs the processor more than the search does.
          isSearching = alone;
          return solve();
        })
        .finally(() => {
          isSolved = true;
        });
      await Promise.all([
        search(table, () => !isSearching || isSolved),
        Promise.race([solved, over(() => isSolved || isOver())]),
      ]);
    }
    const { visits, objective, bound, isProven } = incumbent;
    return { board, visits, objective, bound, isProven };
  } finally {
    // A thread in the middle of something takes its time to end; nobody has to wait for that.
    for (const { end } of threads) end();
  }
};

/** Resolves when planning has to end, whatever the threads are doing. */
const over = async (isOver: () => boolean): Promise<void> => {
  while (!isOver()) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
};

/** Local search on this thread; it stops once the solver has found something better. */
const search = (table: Table, isSolved: () => boolean): Promise<void> => inSlices(searching(table, isSolved));

function* searching(
  { board, incumbent, until, isOver }: Table,
  isSolved: () => boolean,
): Generator<void, void> {
  let moves = 'work' in until ? until.work.moves + board.pairs.length : Number.POSITIVE_INFINITY;
  let found = Number.NEGATIVE_INFINITY;
  for (const week of searchWeek(board, 1)) {
    if (week !== undefined) {
      found = week.objective;
      incumbent.offer(week.visits);
    }
    moves -= 1;
    // However short the time, there is a first week.
    const hasWeek = found !== Number.NEGATIVE_INFINITY;
    if (hasWeek && (moves < 0 || isOver() || isSolved() || incumbent.objective > found + 1e-6)) return;
    yield;
  }
}
