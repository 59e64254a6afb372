import { type Board, DAYS } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import { readSolution, writeSolution } from '../core/plan/model/read-solution.ts';
import { weekModel } from '../core/plan/model/week-model.ts';
import { pack, unpack } from './packed.ts';
import { keepSchools, openSchools, schoolsIn, settledModel } from './school-bounds.ts';
import { settle } from './settle.ts';
import type { Solver } from './solver.ts';
import type { ImproveAnswer, ImproveTask } from './tasks.ts';
import { wholeVisits } from './whole-visits.ts';

/** Points that better schools have to bring. */
const LITTLE = 0.04;
/** Programs until a choice of schools is left as it is. */
const NODES = 80;
/** Points for which a column is still looked at in whole visits. */
const SLACK = 1.5;

/** Schools are chosen with visits in parts, which is quick and hardly wrong; then the visits are made whole. */
export const improvePart = (board: Board, solver: Solver, task: ImproveTask): ImproveAnswer => {
  const all = unpack(board, task.visits);
  const others = all.filter(({ candidate }) => !task.therapists.includes(candidate.therapist));
  const draft = createDraft(board, others);
  const { therapists, prices } = task;
  const model = weekModel(draft, prices === undefined ? { therapists } : { therapists, prices });
  const program = solver.open(model.model);
  try {
    const question = { tolerance: LITTLE, nodes: NODES };
    const unsettled = keepSchools(program, model, task.schools);
    const { best: before } = settle(program, { ...question, columns: unsettled, above: -Infinity });
    if (before === undefined) return { visits: undefined, schools: task.schools, gain: 0, isComplete: true };
    const open = new Set(task.openHalves.map(([therapist, half]) => therapist * 2 * DAYS + half));
    const columns = openSchools(program, model, (therapist, half) => open.has(therapist * 2 * DAYS + half));
    const { best, isComplete } =
      columns.length === 0
        ? { best: undefined, isComplete: true }
        : settle(program, {
            ...question,
            columns: [...columns, ...unsettled],
            above: before.objective,
          });
    const inParts = best ?? before;
    const answer = {
      schools: schoolsIn(model, inParts.values),
      gain: inParts.objective - before.objective,
      isComplete,
    };
    if (best === undefined && !task.isNew) return { ...answer, visits: undefined };
    const settled = settledModel(model, inParts.values);
    const start = best === undefined ? writeSolution(model, all) : undefined;
    const { values } = wholeVisits(solver, settled, inParts, SLACK, task.limits, start);
    const visits = values && readSolution(draft, model, values);
    return { ...answer, visits: visits && pack(visits) };
  } finally {
    program.close();
  }
};
