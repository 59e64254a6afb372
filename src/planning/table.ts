import type { Board } from '../core/plan/board.ts';
import type { Dice } from '../core/plan/dice.ts';
import type { Incumbent } from './incumbent.ts';
import type { Thread } from './thread.ts';

/** When planning ends: at a moment, or after so much work, so that the same caseload gets the same plan again. */
export type Until =
  | { readonly secondsLeft: () => number }
  | { readonly work: { readonly moves: number; readonly solves: number } };

/** What the ways to plan have in common. */
export interface Table {
  readonly board: Board;
  readonly incumbent: Incumbent;
  readonly threads: readonly Thread[];
  readonly dice: Dice;
  readonly until: Until;
  readonly isOver: () => boolean;
}
