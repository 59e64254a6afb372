import type { Part } from '../../src/core/card.ts';
import type { Span } from '../../src/core/time.ts';
import { formatClock } from '../../src/core/wording/clock-words.ts';

/** In minutes: a whole school day is one line on a phone. */
const CELL = 30;

/** Blocks draw no pictures, but characters of one width do: tall where at least half of the cell is open. */
export const dayStrip = ({ hours, open }: Extract<Part, { kind: 'day' }>): string => {
  const cells: string[] = [];
  for (let start = hours.start; start < hours.end; start += CELL) {
    const cell = { start, end: Math.min(start + CELL, hours.end) };
    const minutes = open.reduce((sum, span) => sum + shared(span, cell), 0);
    cells.push(minutes * 2 >= cell.end - cell.start ? '█' : '▁');
  }
  return `${formatClock(hours.start)} ${cells.join('')} ${formatClock(hours.end)}`;
};

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
