import { type Board, type Candidate, createBoard } from '../../../src/core/plan/board.ts';
import type { Caseload } from '../../../src/core/plan/caseload.ts';
import { checkPlan } from '../../../src/core/plan/check-plan.ts';
import type { Visit } from '../../../src/core/plan/draft.ts';
import { writeVisits } from '../../../src/core/plan/write-plan.ts';

const MOST_WEEKS = 5_000;

/** The worth of the best week, by trying all of them; undefined where there are too many. */
export const bestObjective = (caseload: Caseload): number | undefined => {
  const board = createBoard(caseload);
  let tried = 0;
  let best = Number.NEGATIVE_INFINITY;
  const go = (nth: number, visits: readonly Visit[]): void => {
    tried += 1;
    if (tried > MOST_WEEKS) return;
    const { broken, objective } = checkPlan(caseload, writeVisits(board, visits));
    // What one visit breaks, another does not mend.
    if (broken.length > 0) return;
    best = Math.max(best, objective);
    for (let next = nth; next < board.candidates.length; next += 1) {
      const candidate = board.candidates[next] as Candidate;
      for (const group of groupsIn(board, candidate)) go(next + 1, [...visits, { candidate, group }]);
    }
  };
  go(0, []);
  return tried > MOST_WEEKS ? undefined : best;
};

const groupsIn = ({ pairs, caseload }: Board, { pair, fits }: Candidate): number[][] => {
  const fitting = (pairs[pair]?.mandates ?? []).filter((_, nth) => (fits[nth] ?? 0) > 0);
  return fitting
    .reduce<number[][]>((groups, mandate) => groups.concat(groups.map((group) => [...group, mandate])), [[]])
    .filter(({ length }) => length > 0 && length <= caseload.groupCap);
};
