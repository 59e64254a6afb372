import { createBoard } from '../core/plan/board.ts';
import type { Caseload } from '../core/plan/caseload.ts';
import { type PlannedWeek, weekOf } from '../core/week-plan/planned-week.ts';
import { planCaseload } from './plan-caseload.ts';
import type { Until } from './table.ts';

/** As long as somebody looks at a card; one therapist's week is nearly always proven best before. */
const SECONDS = 20;

const forSeconds = (seconds: number): Until => {
  const began = performance.now();
  return { secondsLeft: () => seconds - (performance.now() - began) / 1000 };
};

/** A therapist's week, thought about in threads. */
export const improveWeek = async (
  caseload: Caseload,
  {
    onBetter,
    signal,
  }: { readonly onBetter: (read: () => PlannedWeek) => void; readonly signal: AbortSignal },
  until: Until = forSeconds(SECONDS),
): Promise<PlannedWeek> => {
  const board = createBoard(caseload);
  const planned = await planCaseload({
    caseload,
    until,
    signal,
    onProgress: (progress) => onBetter(() => weekOf(board, progress)),
  });
  return weekOf(planned.board, planned);
};
