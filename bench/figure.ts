/** One measured number beside the same number of the baseline, from the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  readonly baseline: number;
  /** The most the ratio should be, where we promised one. */
  readonly aim?: number;
}

const ratioOf = ({ value, baseline }: Figure): number => value / baseline;
const rounded = (value: number): number => Number(value.toPrecision(3));

const head = ['figure', 'ours', 'baseline', 'ratio', 'aim'];

const row = (figure: Figure): string[] => {
  const { name, value, unit, baseline, aim } = figure;
  const ratio = ratioOf(figure);
  const verdict = aim === undefined ? '' : `≤ ${aim}${ratio <= aim ? '' : '  missed'}`;
  return [name, `${rounded(value)} ${unit}`, `${rounded(baseline)} ${unit}`, ratio.toFixed(2), verdict];
};

export const table = (figures: readonly Figure[]): string => {
  const rows = [head, ...figures.map(row)];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ');
  return rows.map(line).join('\n');
};

/** What other programs read. */
export const jsonLine = (figure: Figure): string =>
  JSON.stringify({
    name: figure.name,
    value: rounded(figure.value),
    unit: figure.unit,
    baseline: rounded(figure.baseline),
    ratio: rounded(ratioOf(figure)),
  });
