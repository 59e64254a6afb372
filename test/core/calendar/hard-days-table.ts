import { readFileSync } from 'node:fs';
import { clockOf } from '../../../src/core/clock-minutes.ts';
import type { Span } from '../../../src/core/time.ts';

export interface HardDay {
  readonly number: number;
  readonly name: string;
  readonly date: string;
  /** Undefined where the row is not about it. */
  readonly today: string | undefined;
  readonly blocks: string | undefined;
  readonly open: string | undefined;
  readonly message: { readonly ready: string; readonly until?: string; readonly sent: string } | undefined;
}

const aboutIt = (cell: string): string | undefined => (cell === '·' ? undefined : cell);

const messageIn = (cell: string): HardDay['message'] => {
  if (cell === '·') return undefined;
  const [, ready, until, sent] = /^(\d\d:\d\d)(?: until (\d\d:\d\d))? → (.+)$/.exec(cell) ?? [];
  if (ready === undefined || sent === undefined) throw new Error(`not a message: ${cell}`);
  return { ready, sent, ...(until === undefined ? {} : { until }) };
};

export const hardDays: readonly HardDay[] = readFileSync('docs/hard-days.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, number, name = '', date = '', today = '', blocks = '', open = '', message = ''] = cells;
    return {
      number: Number(number),
      name,
      date,
      today: aboutIt(today),
      blocks: aboutIt(blocks),
      open: aboutIt(open),
      message: messageIn(message),
    };
  });

export const written = (spans: readonly (Span & { readonly kind?: string })[]): string =>
  spans
    .map(({ start, end, kind }) => `${kind === undefined ? '' : `${kind} `}${clockOf(start)}–${clockOf(end)}`)
    .join('; ') || 'none';
