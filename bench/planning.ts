/** `npm run bench:planning`: what planning costs and brings from one therapist to a district; see docs/figures.md. */
import { type Board, createBoard } from '../src/core/plan/board.ts';
import { createDraft } from '../src/core/plan/draft.ts';
import { readSolution } from '../src/core/plan/model/read-solution.ts';
import { weekModel } from '../src/core/plan/model/week-model.ts';
import { objectiveOf } from '../src/core/plan/objective.ts';
import { searchWeek } from '../src/core/plan/search.ts';
import { planCaseload } from '../src/planning/plan-caseload.ts';
import { createSolver } from '../src/planning/solver.ts';
import { makeCaseload } from './caseloads.ts';

const SEED = 7;
const runs = [
  { size: { therapists: 1, schools: 1, classesPerSchool: 12 }, seconds: 5 },
  { size: { therapists: 3, schools: 2, classesPerSchool: 10 }, seconds: 20 },
  { size: { therapists: 8, schools: 3, classesPerSchool: 13 }, seconds: 60 },
  { size: { therapists: 60, schools: 20, classesPerSchool: 20 }, seconds: 300 },
];
const most = Number(process.argv[2] ?? Infinity);

/** Class by class, the first week of the search. */
const greedy = (board: Board): number => {
  for (const found of searchWeek(board, 1)) if (found !== undefined) return found.objective;
  return Number.NaN;
};

/** The whole model sent to HiGHS as it is. */
const plainHighs = async (board: Board, seconds: number): Promise<number> => {
  const { solve } = await createSolver();
  const empty = createDraft(board);
  const model = weekModel(empty, { therapists: board.pairsOf.map((_, therapist) => therapist) });
  try {
    const { values } = solve(model.model, { seconds });
    const visits = values && readSolution(empty, model, values);
    return visits === undefined ? Number.NaN : objectiveOf(createDraft(board, visits));
  } catch {
    return Number.NaN;
  }
};

const points = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–').padStart(9);

console.log('therapists  seconds   greedy  plain HiGHS     ours    bound   gap');
for (const { size, seconds } of runs.slice(0, most)) {
  const caseload = makeCaseload(size, SEED);
  const board = createBoard(caseload);
  const began = performance.now();
  const secondsLeft = () => seconds - (performance.now() - began) / 1000;
  const { objective, bound } = await planCaseload({ caseload, until: { secondsLeft } });
  const plain = await plainHighs(board, seconds);
  const gap = Number.isFinite(bound) ? `${((100 * (bound - objective)) / bound).toFixed(2)} %` : '–';
  console.log(
    `${String(size.therapists).padStart(10)}${String(seconds).padStart(9)}${points(greedy(board))}    ${points(plain)}${points(objective)}${points(bound)}  ${gap}`,
  );
}
