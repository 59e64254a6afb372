/** A linear model being written down: columns, then rows over them. Maximised. */
export interface LinearModel {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly isInteger: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row by row: where each begins, its columns, their values. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export const createModelWriter = () => {
  const cost: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const integer: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  return {
    column: (worth: number, low: number, high: number, isInteger: boolean): number => {
      cost.push(worth);
      lower.push(low);
      upper.push(high);
      integer.push(isInteger ? 1 : 0);
      return cost.length - 1;
    },
    row: (low: number, high: number, terms: readonly (readonly [number, number])[]): number => {
      for (const [index, value] of terms) {
        indices.push(index);
        values.push(value);
      }
      rowLower.push(low);
      rowUpper.push(high);
      starts.push(indices.length);
      return rowLower.length - 1;
    },
    written: (): LinearModel => ({
      numCols: cost.length,
      numRows: rowLower.length,
      colCost: Float64Array.from(cost),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      isInteger: Uint8Array.from(integer),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  };
};
export type ModelWriter = ReturnType<typeof createModelWriter>;
