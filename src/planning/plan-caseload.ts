import { setImmediate as breathe } from 'node:timers/promises';
import { type Board, busyTherapists, createBoard } from '../core/plan/board.ts';
import type { Caseload } from '../core/plan/caseload.ts';
import { createDice } from '../core/plan/dice.ts';
import type { Visit } from '../core/plan/draft.ts';
import { searchWeek } from '../core/plan/search.ts';
import { createIncumbent, type Incumbent } from './incumbent.ts';
import { planAlone } from './plan-alone.ts';
import { planTogether } from './plan-together.ts';
import { startThread, type Thread } from './thread.ts';

/** When planning ends: at a moment, or after so much work, so that the same caseload gets the same plan again. */
export type Until =
  | { readonly secondsLeft: () => number }
  | { readonly work: { readonly moves: number; readonly solves: number } };

export interface Progress {
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

/** What the ways to plan have in common. */
export interface Table {
  readonly board: Board;
  readonly incumbent: Incumbent;
  readonly threads: readonly Thread[];
  readonly dice: ReturnType<typeof createDice>;
  readonly until: Until;
  readonly isOver: () => boolean;
  /** The solver needs the processor more than the search does. */
  readonly searchIsOver: () => void;
}

const SLICE_MS = 10;

/** The best week that can be found until then, and how good one could be at most. */
export const planCaseload = async (given: Planning): Promise<Planned> => {
  const { caseload, until, signal, onProgress } = given;
  const threads = Array.from({ length: 'work' in until ? 1 : (given.threads ?? 2) }, () =>
    startThread(caseload),
  );
  try {
    const board = createBoard(caseload);
    const incumbent = createIncumbent(board, () =>
      onProgress?.({ objective: incumbent.objective, bound: incumbent.bound, visits: incumbent.visits }),
    );
    const isOver = () =>
      signal?.aborted === true || incumbent.isProven || ('secondsLeft' in until && until.secondsLeft() <= 0);
    let isSolved = false;
    const searchIsOver = () => {
      isSolved = true;
    };
    const table = { board, incumbent, threads, dice: createDice(2), until, isOver, searchIsOver };
    const alone = busyTherapists(board).length === 1;
    if ('work' in until) {
      await search(table, () => false);
      await (alone ? planAlone : planTogether)(table);
    } else {
      const solved = Promise.all(threads.map(({ ready }) => ready))
        .then(() => (alone ? planAlone : planTogether)(table))
        .finally(searchIsOver);
      await Promise.all([
        search(table, () => isSolved),
        Promise.race([solved, over(() => isSolved || isOver())]),
      ]);
    }
    const { visits, objective, bound, isProven } = incumbent;
    return { board, visits, objective, bound, isProven };
  } finally {
    await Promise.all(threads.map(({ end }) => end()));
  }
};

/** Resolves when planning has to end, whatever the threads are doing. */
const over = async (isOver: () => boolean): Promise<void> => {
  while (!isOver()) await new Promise((resolve) => setTimeout(resolve, SLICE_MS));
};

/** Local search on this thread, in slices; it stops once the solver has found something better. */
const search = async ({ board, incumbent, until, isOver }: Table, isSolved: () => boolean): Promise<void> => {
  let moves = 'work' in until ? until.work.moves + board.pairs.length : Number.POSITIVE_INFINITY;
  let found = Number.NEGATIVE_INFINITY;
  let pause = performance.now() + SLICE_MS;
  for (const week of searchWeek(board, 1)) {
    if (week !== undefined) {
      found = week.objective;
      incumbent.offer(week.visits);
    }
    moves -= 1;
    // However short the time, there is a first week.
    if (found === Number.NEGATIVE_INFINITY) continue;
    if (moves < 0 || isOver() || isSolved() || incumbent.objective > found + 1e-6) return;
    if (performance.now() < pause) continue;
    await breathe();
    pause = performance.now() + SLICE_MS;
  }
};
