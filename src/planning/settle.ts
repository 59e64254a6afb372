import { at } from '../core/plan/at.ts';
import type { OpenProgram, ProgramAnswer } from './open-program.ts';

interface Question {
  /** To be settled: each is 0 or 1 in the end. */
  readonly columns: readonly number[];
  /** Only what is worth more than this, and by more than `tolerance`, is looked for. */
  readonly above: number;
  readonly tolerance: number;
  /** So many programs are solved, then what is still open stays so. */
  readonly nodes: number;
  /** What an answer with all columns settled comes to, and could at most; by itself what the program says. */
  readonly worthOf?: (answer: ProgramAnswer) => { readonly worth: number; readonly bound: number };
  /** As many programs as one `worthOf` takes the time of. */
  readonly dear?: number;
}

interface Settled {
  /** Undefined where nothing was worth more. */
  readonly best: ProgramAnswer | undefined;
  /** No way to settle the columns comes to more. */
  readonly bound: number;
  readonly isComplete: boolean;
}

/** Branch and bound, depth first: each program differs from the last in one column, and is solved in milliseconds. */
export const settle = (program: OpenProgram, question: Question): Settled => {
  const { columns, tolerance, nodes, worthOf = asItIs, dear = 0 } = question;
  let floor = question.above;
  let best: ProgramAnswer | undefined;
  let left = nodes;
  let isComplete = true;
  const look = (): number => {
    left -= 1;
    const answer = program.solve();
    if (answer === undefined) return -Infinity;
    if (answer.objective <= floor + tolerance) return answer.objective;
    const column = mostOpen(columns, answer.values);
    if (column === undefined) {
      left -= dear;
      const { worth, bound } = worthOf(answer);
      if (worth > floor) {
        floor = worth;
        best = answer;
      }
      return bound;
    }
    if (left <= 0) {
      isComplete = false;
      return answer.objective;
    }
    const likely = Math.round(at(answer.values, column));
    program.allow(column, likely, likely);
    const bound = look();
    program.allow(column, 1 - likely, 1 - likely);
    const otherwise = look();
    program.allow(column, 0, 1);
    return Math.max(bound, otherwise);
  };
  const bound = look();
  return { best, bound: Math.max(bound, floor), isComplete };
};

const asItIs = ({ objective }: ProgramAnswer) => ({ worth: objective, bound: objective });

/** The column furthest from both 0 and 1. */
const mostOpen = (columns: readonly number[], values: Float64Array): number | undefined => {
  let found: number | undefined;
  let most = 1e-6;
  for (const column of columns) {
    const open = Math.min(at(values, column), 1 - at(values, column));
    if (open <= most) continue;
    most = open;
    found = column;
  }
  return found;
};
