import loadHighs, { type Highs } from 'highs';
import type { LinearModel } from '../core/plan/model/rows.ts';
import { type OpenProgram, openProgram } from './open-program.ts';
import { written } from './written.ts';

export interface Limits {
  readonly nodes?: number;
  /** For measuring; while planning, the same question is to get the same answer on a busy machine, too. */
  readonly seconds?: number;
  /** A plan this close to the best is as good: all worths are multiples of something. */
  readonly grain?: number;
}

export interface Solution {
  /** Undefined where a limit came first. */
  readonly values: Float64Array | undefined;
  /** No solution is worth more; Infinity as long as nothing is proven. */
  readonly bound: number;
  readonly isOptimal: boolean;
}

export interface Solver {
  /** In whole numbers. `onBetter` is told of every better solution on the way to the best. */
  solve(
    model: LinearModel,
    limits: Limits,
    start?: Float64Array,
    onBetter?: (values: Float64Array) => void,
  ): Solution;
  /** With everything in parts, for more than one question. */
  open(model: LinearModel): OpenProgram;
}

/** HiGHS, one instance to a thread. It answers only when it is done, so never on the main thread. */
export const createSolver = async (): Promise<Solver> => {
  // Its types are those of CommonJS, where the loader stands one step deeper.
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  return { solve: solveWith(highs), open: (model) => openProgram(highs, model) };
};

const solveWith =
  (highs: Highs): Solver['solve'] =>
  (linear, limits, start, onBetter) => {
    if (linear.numCols === 0) return { values: new Float64Array(), bound: 0, isOptimal: true };
    const model = highs.createModel({
      ...written(highs, linear),
      integrality: Int32Array.from(linear.isInteger) as never,
    });
    try {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: (limits.grain ?? 0.01) * 0.9,
        ...(limits.seconds === undefined ? {} : { time_limit: limits.seconds }),
        ...(limits.nodes === undefined ? {} : { mip_max_nodes: limits.nodes }),
      });
      if (start !== undefined) model.setSolution({ colValue: start });
      model.run(
        onBetter && {
          [highs.constants.callbackType.mipImprovingSolution]: ({ data }) => {
            if (data.mip_solution !== undefined) onBetter(Float64Array.from(data.mip_solution));
          },
        },
      );
      const hasValues = model.info.get('primal_solution_status') === 2;
      return {
        values: hasValues ? Float64Array.from(model.getSolution().colValue) : undefined,
        bound: Number(model.info.get('mip_dual_bound')),
        isOptimal: model.getModelStatus() === highs.constants.modelStatus.optimal,
      };
    } finally {
      model.dispose();
    }
  };
