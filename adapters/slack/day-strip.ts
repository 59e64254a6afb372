import type { Part } from '../../src/core/card.ts';
import { lengthOf, sharedSpans } from '../../src/core/spans.ts';
import { formatClock } from '../../src/core/wording/clock-words.ts';

/** In minutes: a whole school day is one line on a phone. */
const CELL = 30;

/** Blocks draw no pictures, but characters of one width do: tall where at least half of the cell is open. */
export const dayStrip = ({ hours, open }: Extract<Part, { kind: 'day' }>): string => {
  const cells: string[] = [];
  for (let start = hours.start; start < hours.end; start += CELL) {
    const cell = { start, end: Math.min(start + CELL, hours.end) };
    const minutes = sharedSpans([cell], open).reduce((sum, span) => sum + lengthOf(span), 0);
    cells.push(minutes * 2 >= lengthOf(cell) ? '█' : '▁');
  }
  return `${formatClock(hours.start)} ${cells.join('')} ${formatClock(hours.end)}`;
};
