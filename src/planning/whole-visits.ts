import { at } from '../core/plan/at.ts';
import type { LinearModel } from '../core/plan/model/rows.ts';
import type { ProgramAnswer } from './open-program.ts';
import type { Limits, Solution, Solver } from './solver.ts';

/**
 * A plan in whole visits from one in parts. Of the columns only those matter whose absence costs less than `slack`,
 * a fraction of all; a plan with any other is worth less than the plan in parts by more than that.
 */
export const wholeVisits = (
  solver: Solver,
  model: LinearModel,
  inParts: ProgramAnswer,
  slack: number,
  limits: Limits,
  start?: Float64Array,
  onBetter?: (values: Float64Array) => void,
): Solution => {
  const colUpper = model.colUpper.map((upper, column) =>
    at(inParts.gains, column) < -slack ? at(model.colLower, column) : upper,
  );
  const solution = solver.solve({ ...model, colUpper }, limits, start, onBetter);
  return { ...solution, bound: Math.max(solution.bound, inParts.objective - slack) };
};
