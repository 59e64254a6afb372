import type { Board } from '../core/plan/board.ts';
import { bestPart } from './best-part.ts';
import { betterSchools } from './better-schools.ts';
import { priceTherapist } from './price-therapist.ts';
import { relaxWeek } from './relax-week.ts';
import type { Solver } from './solver.ts';
import type { Answers, PackedVisit, Task } from './tasks.ts';

type Do<K extends Task['kind']> = (task: Extract<Task, { kind: K }>) => Answers[K];

/** The exact part of planning: models of parts of the week, solved. */
export const createExact = (
  board: Board,
  solver: Solver,
  onBetter: (visits: readonly PackedVisit[]) => void = () => {},
): { [K in Task['kind']]: Do<K> } => ({
  relax: (task) => relaxWeek(board, solver, task),
  price: (task) => priceTherapist(board, solver, task),
  part: (task) => bestPart(board, solver, task, onBetter),
  schools: (task) => betterSchools(board, solver, task, onBetter),
});
