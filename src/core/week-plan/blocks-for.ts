import { atClass } from '../at-class.ts';
import { clockOf } from '../clock-minutes.ts';
import { classHasRoom, isAhead, therapistIsFree } from '../possible-visits.ts';
import type { ProposeInput } from '../propose-input.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import { takesRoom } from '../visit-setting.ts';
import type { PlanRow, PossibleTime } from './plan-rows.ts';

export interface PlanBlock {
  readonly start: string;
  readonly end: string;
  readonly activity: string;
  readonly open: boolean;
}

interface Look {
  readonly longest: Minute;
  /** Whether the caseload tells when the therapist is busy, so that an open block at that time does no harm. */
  readonly showsAway: boolean;
  readonly isOutOfReach: (span: Span) => boolean;
}

/** In minutes: from one start people would say to the next (see possible-visits.ts). */
const STEP = 5;

/**
 * A class's day as the planner takes it: runs of starts at which a visit could be held. All visits of a caseload are
 * `longest` minutes, so a block ends that long after its last start; the therapist's own shorter visit ends before.
 * What its teacher said no to stays as a closed block: opening it is what would help.
 */
export const blocksFor = (
  asked: ProposeInput,
  row: PlanRow,
  date: LocalDate,
  { longest, showsAway, isOutOfReach }: Look,
): PlanBlock[] => {
  const input = atClass(asked, row.need);
  const isFree = therapistIsFree(input, date);
  const hasRoom = takesRoom(row.setting) ? classHasRoom(input, date) : () => true;
  const fitting = row.timesOn(date).filter(isAhead(input.now));
  const reachable = (visit: PossibleTime) => hasRoom(visit) && !isOutOfReach(visit);
  const open = runsOf(fitting.filter((visit) => isFree(visit) && reachable(visit))).map(
    asBlock(longest, true),
  );
  const away = showsAway
    ? runsOf(fitting.filter((visit) => !isFree(visit) && reachable(visit))).map(asBlock(longest, true))
    : [];
  const shut = runsOf(row.refusedOn(date).filter(isAhead(input.now))).map(asBlock(longest, false));
  return [...open, ...away, ...shut];
};

/** Visits of one activity that start one step after the other. */
const runsOf = (visits: readonly PossibleTime[]): PossibleTime[][] => {
  const runs: PossibleTime[][] = [];
  for (const visit of visits) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    // An activity that begins at an odd minute has one start of its own, before those people would say.
    const follows =
      last !== undefined &&
      last.activity === visit.activity &&
      visit.start === last.start + STEP &&
      last.start % STEP === 0;
    if (run !== undefined && follows) run.push(visit);
    else runs.push([visit]);
  }
  return runs;
};

const asBlock =
  (longest: Minute, open: boolean) =>
  (run: readonly PossibleTime[]): PlanBlock => ({
    start: clockOf(run[0]?.start ?? 0),
    end: clockOf(Math.min((run.at(-1)?.start ?? 0) + longest, 24 * 60 - 1)),
    activity: run[0]?.activity ?? 'other',
    open,
  });
