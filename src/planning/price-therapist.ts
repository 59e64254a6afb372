import { at } from '../core/plan/at.ts';
import { type Board, dayOf } from '../core/plan/board.ts';
import { createDraft } from '../core/plan/draft.ts';
import type { Prices } from '../core/plan/model/prices.ts';
import { type WeekModel, weekModel } from '../core/plan/model/week-model.ts';
import { keepSchools, openSchools, schoolsIn } from './school-bounds.ts';
import { settle } from './settle.ts';
import type { Solver } from './solver.ts';
import type { PriceAnswer, PriceTask } from './tasks.ts';

/** Programs until a bound is left as it is. */
const NODES = 250;

export const priceTherapist = (
  board: Board,
  solver: Solver,
  { therapist, prices, schools, tolerance }: PriceTask,
): PriceAnswer => {
  const model = weekModel(createDraft(board), { therapists: [therapist], prices });
  const program = solver.open(model.model);
  try {
    // Where he would have gone before is a good way still.
    const known = schools.length > 0 && keepSchools(program, model, schools).length === 0;
    const before = known ? program.solve() : undefined;
    const columns = openSchools(program, model, [therapist]);
    const above = before?.objective ?? -Infinity;
    const question = { columns, above, tolerance, nodes: NODES };
    const { best = before, bound, isComplete } = settle(program, question);
    const answer = { bound, isComplete };
    return best === undefined
      ? { ...answer, use: { slots: new Map(), crowd: new Map() }, schools }
      : { ...answer, use: timeUsed(model, best.values, prices), schools: schoolsIn(model, best.values) };
  } finally {
    program.close();
  }
};

const timeUsed = (model: WeekModel, values: Float64Array, prices: Prices): Prices => {
  const slots = new Map<number, Map<number, number>>();
  const crowd = new Map<number, number>();
  for (const { column, candidate } of model.visits) {
    const part = at(values, column);
    if (part < 1e-6) continue;
    const classDay = dayOf(candidate.classroom, candidate.day);
    crowd.set(classDay, (crowd.get(classDay) ?? 0) + part);
    for (const minute of prices.slots.get(classDay)?.keys() ?? []) {
      if (candidate.start > minute || minute >= candidate.end) continue;
      const day = slots.get(classDay) ?? new Map<number, number>();
      slots.set(classDay, day.set(minute, (day.get(minute) ?? 0) + part));
    }
  }
  return { slots, crowd };
};
