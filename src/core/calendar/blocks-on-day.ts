import type { ActivityKind } from '../activity-kind.ts';
import type { Block } from '../classroom.ts';
import type { Span } from '../time.ts';
import type { When } from './change.ts';
import type { SchoolDay } from './school-clock.ts';

/** A block as it falls on one date. */
export interface BlockOnDay extends Span {
  readonly kind: ActivityKind;
  readonly withStudents: boolean;
  /**
   * Whether its times can be relied on. When the bells are not those of every week, a time told by the clock is
   * only a guess; a period is not.
   */
  readonly firm: boolean;
}

/** In the order given. */
export const blocksOnDay = (blocks: readonly Block[], day: SchoolDay): BlockOnDay[] => {
  const found: BlockOnDay[] = [];
  for (const block of blocks) {
    if (!isOn(block, day)) continue;
    const span = timesOf(block, day);
    if (span === undefined || span.start >= span.end) continue;
    const firm = block.period !== undefined || day.asEveryWeek;
    found.push({
      start: span.start,
      end: span.end,
      kind: block.kind,
      withStudents: block.withStudents,
      firm,
    });
  }
  return found;
};

/** Undefined when the date has no such period. */
export const spanOf = (when: When, { dayType }: SchoolDay): Span | undefined => {
  if (when === 'all day') return { start: dayType.firstBell, end: dayType.lastBell };
  return 'period' in when ? dayType.periods.find(({ name }) => name === when.period) : when;
};

const isOn = ({ weekdays, cycleDays, effective }: Block, day: SchoolDay): boolean => {
  if (!weekdays.includes(day.weekday)) return false;
  if (effective?.start !== undefined && day.date < effective.start) return false;
  if (effective?.end !== undefined && day.date > effective.end) return false;
  if (cycleDays === undefined) return true;
  const today = day.cycleDays[cycleDays.cycle];
  return today !== undefined && cycleDays.days.includes(today);
};

const timesOf = (block: Block, day: SchoolDay): Span | undefined => {
  if (block.period !== undefined) return spanOf({ period: block.period }, day);
  const { dayType, usual } = day;
  if (dayType.firstBell === usual.firstBell && dayType.lastBell === usual.lastBell) return block;
  // What hangs on a bell moves with it: coming in, going home, a duty before the one or after the other.
  if (block.end <= usual.firstBell || block.kind === 'arrival')
    return moved(block, dayType.firstBell - usual.firstBell);
  if (block.start >= usual.lastBell || block.kind === 'dismissal')
    return moved(block, dayType.lastBell - usual.lastBell);
  // All else keeps to the clock, as far as there is school then.
  return {
    start: Math.max(block.start, dayType.firstBell - Math.max(0, usual.firstBell - block.start)),
    end: Math.min(block.end, dayType.lastBell + Math.max(0, block.end - usual.lastBell)),
  };
};

const moved = ({ start, end }: Span, minutes: number): Span => ({
  start: Math.max(0, start + minutes),
  end: Math.min(1440, end + minutes),
});
