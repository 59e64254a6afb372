import type { Highs } from 'highs';
import type { LinearModel } from '../core/plan/model/rows.ts';

/** A model as HiGHS wants it, in parts. */
export const written = (highs: Highs, linear: LinearModel) => {
  const { starts, indices, values, numRows, numCols, isInteger: _, ...model } = linear;
  return {
    ...model,
    numRows,
    numCols,
    sense: highs.constants.objectiveSense.maximize,
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
  };
};
