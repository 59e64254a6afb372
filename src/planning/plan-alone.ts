import { busyTherapists } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { objectiveOf } from '../core/plan/objective.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';

/** One therapist: the whole week at once, and a proof. */
export const planAlone = async ({ board, incumbent, threads, until }: Table): Promise<void> => {
  const therapists = busyTherapists(board);
  const [thread] = threads;
  if (therapists.length === 0 || thread === undefined) return;
  if ('work' in until && until.work.solves === 0) return;
  const limits = { grain: incumbent.grain, ...('work' in until ? { nodes: until.work.solves } : {}) };
  const answer = await thread.ask(
    { kind: 'part', therapists, visits: pack(incumbent.visits), limits },
    (better) => void incumbent.offer(unpack(board, better)),
  );
  if (answer === undefined) return;
  if (answer.visits !== undefined) incumbent.offer(unpack(board, answer.visits));
  incumbent.proveBound(objectiveOf(createDraft(board)) + answer.bound);
};
