import loadHighs from 'highs';
import type { LinearModel } from '../core/plan/model/rows.ts';

export interface Limits {
  readonly seconds?: number;
  /** Instead of seconds where the same question has to get the same answer. */
  readonly nodes?: number;
  /** Only the bound is wanted, and what it rests on. */
  readonly isForBound?: boolean;
  /** A plan this close to the best is as good: all worths are multiples of something. */
  readonly grain?: number;
}

export interface Solution {
  /** Undefined where a limit came first. */
  readonly values: Float64Array | undefined;
  /** Of the linear program, row by row. */
  readonly duals: Float64Array | undefined;
  /** No solution is worth more; Infinity as long as nothing is proven. */
  readonly bound: number;
  readonly isOptimal: boolean;
}

const withoutSearches = {
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
} as const;

export type Solver = (
  model: LinearModel,
  limits: Limits,
  start?: Float64Array,
  /** Told of every better solution on the way to the best. */
  onBetter?: (values: Float64Array) => void,
) => Solution;

/** HiGHS, one instance to a thread. It answers only when it is done, so never on the main thread. */
export const createSolver = async (): Promise<Solver> => {
  // Its types are those of CommonJS, where the loader stands one step deeper.
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  return (linear, limits, start, onBetter) => {
    if (linear.numCols === 0)
      return { values: new Float64Array(), duals: new Float64Array(), bound: 0, isOptimal: true };
    const isWhole = linear.isInteger.some((flag) => flag === 1);
    const { starts, indices, values, numRows, numCols } = linear;
    const model = highs.createModel({
      ...linear,
      sense: highs.constants.objectiveSense.maximize,
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
      ...(isWhole ? { integrality: Int32Array.from(linear.isInteger) as never } : {}),
    });
    try {
      model.options.set({
        output_flag: false,
        // Without its searches for solutions a bound takes half the time.
        ...(limits.isForBound === true ? withoutSearches : {}),
        mip_rel_gap: 0,
        mip_abs_gap: (limits.grain ?? 0.01) * 0.9,
        ...(isWhole ? {} : { solver: 'ipm' }),
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
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
      const hasValues = model.info.get('primal_solution_status') === 2;
      const solution = hasValues ? model.getSolution() : undefined;
      return {
        values: solution && Float64Array.from(solution.colValue),
        duals: solution && !isWhole ? Float64Array.from(solution.rowDual ?? []) : undefined,
        bound: isWhole
          ? Number(model.info.get('mip_dual_bound'))
          : isOptimal
            ? model.getObjectiveValue()
            : Infinity,
        isOptimal,
      };
    } finally {
      model.dispose();
    }
  };
};
