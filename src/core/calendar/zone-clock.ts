import { IANAZone } from 'luxon';
import type { Instant } from '../time.ts';

/** Real time between two jumps of a zone's clock. */
export interface ClockRun {
  readonly from: Instant;
  readonly to: Instant;
  /** Milliseconds to add to an instant to read the wall clock as UTC. */
  readonly offset: number;
}

const MINUTE = 60_000;
/** Asking the zone is slow, so a stretch of real time is looked through once. */
const CHAPTER = 366 * 1440 * MINUTE;
/** No zone jumps twice in three days. */
const STEP = 3 * 1440 * MINUTE;

interface ZoneClock {
  readonly chapters: Map<number, readonly ClockRun[]>;
  readonly last: ClockRun;
}

const clocks = new Map<string, ZoneClock>();

/** Throws for a zone that does not exist, and where an instant is none. */
export const runAt = (instant: Instant, zone: string): ClockRun => {
  const clock = clocks.get(zone);
  if (clock !== undefined && clock.last.from <= instant && instant < clock.last.to) return clock.last;
  const number = Math.floor(instant / CHAPTER);
  const chapters = clock?.chapters ?? new Map<number, readonly ClockRun[]>();
  const chapter = chapters.get(number) ?? readChapter(number, zone);
  const last = chapter.find(({ from, to }) => from <= instant && instant < to);
  if (last === undefined) throw new RangeError(`No offset for zone ${zone} at ${instant}`);
  clocks.set(zone, { chapters: chapters.set(number, chapter), last });
  return last;
};

/** In order, without a gap, all of `from` to `to`. */
export const clockRuns = (from: Instant, to: Instant, zone: string): readonly ClockRun[] => {
  const first = runAt(from, zone);
  if (to <= first.to) return [{ from, to, offset: first.offset }];
  const runs: ClockRun[] = [];
  for (let at = from; at < to; ) {
    const run = runAt(at, zone);
    const end = Math.min(to, run.to);
    const last = runs.at(-1);
    if (last?.offset === run.offset) runs[runs.length - 1] = { ...last, to: end };
    else runs.push({ from: at, to: end, offset: run.offset });
    at = end;
  }
  return runs;
};

const readChapter = (number: number, zone: string): ClockRun[] => {
  const reader = IANAZone.create(zone);
  const offsetAt = (instant: Instant): number => {
    const offset = reader.offset(instant);
    if (Number.isNaN(offset)) throw new RangeError(`No offset for zone ${zone} at ${instant}`);
    return offset * MINUTE;
  };
  const end = (number + 1) * CHAPTER;
  const runs: ClockRun[] = [];
  let from = number * CHAPTER;
  let offset = offsetAt(from);
  for (let at = from; at < end; at += STEP) {
    const next = Math.min(at + STEP, end);
    const then = offsetAt(next);
    if (then === offset) continue;
    let low = at;
    let jump = next;
    while (jump - low > MINUTE) {
      const middle = low + Math.floor((jump - low) / (2 * MINUTE)) * MINUTE;
      if (offsetAt(middle) === offset) low = middle;
      else jump = middle;
    }
    runs.push({ from, to: jump, offset });
    from = jump;
    offset = then;
  }
  if (from < end) runs.push({ from, to: end, offset });
  return runs;
};
