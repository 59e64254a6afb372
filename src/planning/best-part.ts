import type { Board } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { readSolution } from '../core/plan/model/read-solution.ts';
import { weekModel } from '../core/plan/model/week-model.ts';
import { objectiveOf } from '../core/plan/objective.ts';
import type { ProgramAnswer } from './open-program.ts';
import { pack } from './packed.ts';
import { parted } from './parted.ts';
import { openSchools, settledModel } from './school-bounds.ts';
import { settle } from './settle.ts';
import type { Solver } from './solver.ts';
import type { PackedVisit, PartAnswer, PartTask } from './tasks.ts';
import { wholeVisits } from './whole-visits.ts';

/** Usually whole visits are worth as much as visits in parts, less this. */
const SLACK = 0.6;
/** Programs that take as long as making visits whole. */
const DEAR = 10;
/** Programs until the first look at the schools ends. */
const FIRST_NODES = 600;

/** A few therapists beside all others: every choice of their schools that could be better, with whole visits. */
export const bestPart = (
  board: Board,
  solver: Solver,
  { therapists, visits, limits }: PartTask,
  onBetter: (visits: readonly PackedVisit[]) => void,
): PartAnswer => {
  const { own, others } = parted(board, visits, therapists);
  const beside = createDraft(board, others);
  const model = weekModel(beside, { therapists });
  const program = solver.open(model.model);
  const nothingServed = objectiveOf(beside);
  const known = objectiveOf(createDraft(board, [...others, ...own])) - nothingServed;
  const tolerance = 0.9 * (limits.grain ?? 0);
  let worth = known;
  let best: PackedVisit[] | undefined;
  const take = (values: Float64Array): void => {
    const found = readSolution(beside, model, values);
    if (found === undefined) return;
    const itsWorth = objectiveOf(createDraft(board, [...others, ...found])) - nothingServed;
    if (itsWorth <= worth + 1e-6) return;
    worth = itsWorth;
    best = pack(found);
    onBetter(best);
  };
  const worthOf = (inParts: ProgramAnswer) => {
    const settled = settledModel(model, inParts.values);
    const within = (slack: number) => {
      const { values, bound } = wholeVisits(solver, settled, inParts, slack, limits, undefined, take);
      if (values !== undefined) take(values);
      return bound;
    };
    let bound = within(Math.min(SLACK, inParts.objective - worth));
    // Nothing was found that near: then as near as it takes.
    if (bound > worth + tolerance + 1e-6) bound = Math.min(bound, within(inParts.objective - worth));
    return { worth, bound };
  };
  try {
    const columns = openSchools(program, model, therapists);
    const nodes = limits.nodes ?? Infinity;
    let most = Infinity;
    if (columns.length > 0) {
      // The best schools for visits in parts are seldom far from the best.
      const question = { columns, above: known, tolerance, nodes: Math.min(nodes, FIRST_NODES) };
      const inParts = settle(program, question);
      most = inParts.bound;
      if (inParts.best !== undefined) worthOf(inParts.best);
    }
    const whole = settle(program, { columns, above: worth, tolerance, nodes, worthOf, dear: DEAR });
    return { visits: best, bound: Math.min(most, whole.bound) };
  } finally {
    program.close();
  }
};
