import type { ActivityKind } from '../activity-kind.ts';
import { type Board, createBoard } from '../plan/board.ts';
import type { Caseload, PlanDay } from '../plan/caseload.ts';
import type { Visit } from '../plan/draft.ts';
import { searchWeek } from '../plan/search.ts';
import type { PlannedVisit, Unplaced } from '../plan/week-plan.ts';
import { writeUnplaced, writeVisits } from '../plan/write-plan.ts';
import type { LocalDate } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { NoPlace } from './no-place.ts';

interface PlanRoom {
  readonly pairingId: string;
  readonly minutes: number;
  /** As people say it, where the caseload's name says more: “Room 12”. */
  readonly room?: string;
  readonly setting?: VisitSetting;
  /** Days without any time for it, whatever the planner does. */
  readonly noPlace?: Readonly<Partial<Record<PlanDay, NoPlace>>>;
  /** What would suit best. */
  readonly suits?: readonly ActivityKind[];
}

/** What a therapist's week was planned from. */
export interface PlanSource {
  readonly monday: LocalDate;
  /** Made together with everybody else's, as the coordinator asked. */
  readonly ofTeam?: boolean;
  readonly caseload: Caseload;
  /** Which pairing each class of the caseload is, with the minutes of its visits. */
  readonly rooms: Readonly<Record<string, PlanRoom>>;
  /** Visits the therapist keeps: set beside the caseload, out of the planner's reach. */
  readonly fixed?: readonly (PlannedVisit & { readonly activity: ActivityKind })[];
}

/** A week as it is shown, with how good it is known to be. */
export interface PlannedWeek {
  readonly visits: readonly PlannedVisit[];
  readonly unplaced: readonly Unplaced[];
  readonly objective: number;
  /** No week can be worth more; null as long as nothing is proven. */
  readonly bound: number | null;
  readonly isProven: boolean;
}

/** What a therapist wants otherwise in a planned week. */
export interface Wish {
  readonly do: 'keep' | 'never' | 'move';
  readonly class: string;
  readonly day: PlanDay;
  /** `HH:MM` */
  readonly start: string;
  readonly activity: ActivityKind;
}

export const weekOf = (
  board: Board,
  { visits, objective, bound }: { visits: readonly Visit[]; objective: number; bound: number | null },
): PlannedWeek => ({
  visits: writeVisits(board, visits),
  unplaced: writeUnplaced(board, visits),
  objective,
  bound: bound !== null && Number.isFinite(bound) ? bound : null,
  isProven: bound !== null && objective >= bound - 1e-6,
});

/** In small steps: enough to leave a corner of the first week, and a few milliseconds. */
const QUICK_STEPS = 300;

/** A valid week at once, before anything thinks longer about it; in small steps, for whoever has others waiting. */
export function* quickSteps(caseload: Caseload): Generator<undefined, PlannedWeek> {
  const board = createBoard(caseload);
  let best: { visits: readonly Visit[]; objective: number } = { visits: [], objective: 0 };
  let steps = board.pairs.length + QUICK_STEPS;
  for (const found of searchWeek(board, 1)) {
    if (found !== undefined) best = found;
    steps -= 1;
    if (steps < 0) break;
    yield undefined;
  }
  return weekOf(board, { ...best, bound: null });
}

/** The same in one go, where there is little to plan. */
export const quickWeek = (caseload: Caseload): PlannedWeek => {
  const steps = quickSteps(caseload);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
