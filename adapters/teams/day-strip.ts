import type { Part } from '../../src/core/card.ts';
import { subtractSpans } from '../../src/core/spans.ts';
import { formatClock } from '../../src/core/wording/clock-words.ts';
import type { Json } from './connector.ts';

/** Columns as wide as the minutes they stand for: green where a message may come. */
export const dayStrip = ({ hours, open }: Extract<Part, { kind: 'day' }>): readonly Json[] => {
  const shut = subtractSpans([hours], open);
  const green = subtractSpans([hours], shut);
  const pieces = [
    ...green.map((span) => ({ ...span, style: 'good' })),
    ...shut.map((span) => ({ ...span, style: 'emphasis' })),
  ];
  return [
    {
      type: 'ColumnSet',
      columns: pieces
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, style }) => ({
          type: 'Column',
          width: end - start,
          spacing: 'None',
          style,
          minHeight: '16px',
          items: [],
        })),
    },
    {
      type: 'ColumnSet',
      spacing: 'None',
      columns: [caption(formatClock(hours.start), 'Left'), caption(formatClock(hours.end), 'Right')],
    },
  ];
};

const caption = (text: string, horizontalAlignment: 'Left' | 'Right'): Json => ({
  type: 'Column',
  width: 'stretch',
  items: [{ type: 'TextBlock', text, wrap: true, size: 'Small', isSubtle: true, horizontalAlignment }],
});
