import { at } from './at.ts';
import { dayOf } from './board.ts';
import { add, type Draft, remove, type Visit } from './draft.ts';
import { crowding, weekWorth } from './objective.ts';

/** Part of one therapist's week planned anew: what goes, and then, one after the other, what comes. */
export interface Move {
  readonly therapist: number;
  readonly goes: ReadonlySet<Visit>;
  readonly comes: readonly (() => readonly Visit[])[];
}

/** Makes the move; answers what it gained, and how to take it back. */
export const replan = (draft: Draft, { therapist, goes, comes }: Move): { gain: number; undo(): void } => {
  const before = weekWorth(draft, therapist);
  const goneClasses = countByClassDay([...goes]);
  for (const visit of goes) remove(draft, visit);
  const come: Visit[] = [];
  for (const plan of comes)
    for (const visit of plan()) {
      add(draft, visit);
      come.push(visit);
    }
  // Crowding before is counted from the classes as they are now, less what came, more what went.
  let gain = weekWorth(draft, therapist) - before;
  const cameClasses = countByClassDay(come);
  for (const classDay of new Set([...goneClasses.keys(), ...cameClasses.keys()])) {
    const now = at(draft.byClassDay, classDay).length;
    const was = now - (cameClasses.get(classDay) ?? 0) + (goneClasses.get(classDay) ?? 0);
    gain += crowding(draft, was) - crowding(draft, now);
  }
  return {
    gain,
    undo: () => {
      for (const visit of come) remove(draft, visit);
      for (const visit of goes) add(draft, visit);
    },
  };
};

const countByClassDay = (visits: readonly Visit[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { candidate } of visits) {
    const classDay = dayOf(candidate.classroom, candidate.day);
    counts.set(classDay, (counts.get(classDay) ?? 0) + 1);
  }
  return counts;
};
