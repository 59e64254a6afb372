import type { Highs } from 'highs';
import type { LinearModel } from '../core/plan/model/rows.ts';
import { written } from './written.ts';

/** A linear program that is kept: after a small change it is solved again from where it was, in milliseconds. */
export interface OpenProgram {
  readonly allow: (column: number, low: number, high: number) => void;
  /** Undefined where there is no solution. */
  readonly solve: () => ProgramAnswer | undefined;
  readonly close: () => void;
}

export interface ProgramAnswer {
  readonly objective: number;
  readonly values: Float64Array;
  /** What one more of each column would bring: less than nothing where it is rightly not there. */
  readonly gains: Float64Array;
  /** What one more of each row would bring. */
  readonly duals: Float64Array;
}

const nothing = new Float64Array();

export const openProgram = (highs: Highs, linear: LinearModel): OpenProgram => {
  const model = highs.createModel(written(highs, linear));
  // Presolved, it would begin anew each time.
  model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
  return {
    allow: (column, low, high) => void model.changeColBounds(column, low, high),
    solve: () => {
      if (linear.numCols === 0) return { objective: 0, values: nothing, gains: nothing, duals: nothing };
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
      const { colValue, colDual, rowDual } = model.getSolution();
      return {
        objective: model.getObjectiveValue(),
        values: Float64Array.from(colValue),
        gains: Float64Array.from(colDual ?? []),
        duals: Float64Array.from(rowDual ?? []),
      };
    },
    close: () => model.dispose(),
  };
};
