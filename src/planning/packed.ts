import { at } from '../core/plan/at.ts';
import type { Board } from '../core/plan/board.ts';
import type { Visit } from '../core/plan/draft.ts';
import type { PackedVisit } from './tasks.ts';

/** Both threads have the same board, so that numbers are enough. */
export const pack = (visits: readonly Visit[]): PackedVisit[] =>
  visits.map(({ candidate, group }) => [candidate.index, ...group]);

export const unpack = ({ candidates }: Board, packed: readonly PackedVisit[]): Visit[] =>
  packed.map(([candidate = 0, ...group]) => ({ candidate: at(candidates, candidate), group }));
