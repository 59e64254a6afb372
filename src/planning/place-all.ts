import { at } from '../core/plan/at.ts';
import { type Board, busyTherapists } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import { fitted } from './fitted.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { Thread } from './thread.ts';

/** Programs, and nodes of the solver’s tree: the first week of each need not be the best. */
const NODES = 100;

/** Therapist by therapist beside those before: whoever has most schools and most sessions is the hardest to place. */
export const placeAll = async ({ board, incumbent, threads, isOver }: Table): Promise<void> => {
  const waiting = hardestFirst(board);
  let placed: readonly Visit[] = [];
  const limits = { grain: incumbent.grain, nodes: NODES };
  const place = async (thread: Thread, therapist: number): Promise<void> => {
    const answer = await thread.ask({
      kind: 'part',
      therapists: [therapist],
      visits: pack(placed),
      limits,
    });
    if (answer?.visits === undefined) return;
    placed = fitted(board, placed, unpack(board, answer.visits));
    // The others as they are in the best week so far, as far as they still can be.
    incumbent.offer(fitted(board, placed, incumbent.visits));
  };
  await Promise.all(
    threads.map(async (thread) => {
      for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift())
        await place(thread, next);
    }),
  );
};

const hardestFirst = (board: Board): number[] => {
  const schools = (therapist: number) => at(board.schoolsOf, therapist).length;
  const sessions = (therapist: number) =>
    at(board.pairsOf, therapist)
      .flatMap((pair) => at(board.pairs, pair).mandates)
      .reduce((sum, mandate) => sum + at(board.mandates, mandate).sessions, 0);
  return busyTherapists(board).sort((a, b) => schools(b) - schools(a) || sessions(b) - sessions(a));
};
