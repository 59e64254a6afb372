import type { FocusArea } from '../focus-area.ts';
import { type Cause, type Outcome, type PromptLevel, promptLevels, type VisitNote } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import type { Setting } from './ledger.ts';

/** A visit, a pull-out or consulting that has its word, as a therapist writes it into her own records (needs 61). */
export interface VisitRecord {
  readonly date: LocalDate;
  readonly room: string;
  readonly setting: Setting;
  readonly minutes: number;
  readonly outcome: Outcome;
  readonly cause: Cause | null;
  /** What was worked on; null where nobody said. */
  readonly focus: FocusArea | null;
  readonly aliases: readonly string[];
  readonly tally: VisitNote['tally'];
  readonly promptLevel: PromptLevel | undefined;
}

/** One month of one goal. */
export interface Progress {
  readonly room: string;
  readonly focus: FocusArea;
  /** "2026-11". */
  readonly month: string;
  readonly visits: number;
  readonly hits: number;
  readonly tries: number;
  /** The help that was noted most often; of two alike the one that means less help. */
  readonly help: PromptLevel | undefined;
}

/** How each goal goes, month by month; what was not delivered says nothing about it. */
export const progressOf = (records: readonly VisitRecord[]): readonly Progress[] => {
  const months = new Map<
    string,
    Pick<Progress, 'room' | 'focus' | 'month'> & { readonly of: VisitRecord[] }
  >();
  for (const record of records) {
    const { focus, outcome, room } = record;
    if (focus === null || outcome === 'could_not') continue;
    const month = record.date.slice(0, 7);
    const key = [room, focus, month].join('\n');
    const one = months.get(key) ?? { room, focus, month, of: [] };
    months.set(key, one);
    one.of.push(record);
  }
  return [...months.values()].map(({ of, ...goal }): Progress => {
    const sum = (which: 'hits' | 'tries') =>
      of.reduce((total, { tally }) => total + (tally?.[which] ?? 0), 0);
    const times = (level: PromptLevel) => of.filter(({ promptLevel }) => promptLevel === level).length;
    const most = Math.max(...promptLevels.map(times));
    const help = most === 0 ? undefined : promptLevels.find((level) => times(level) === most);
    return { ...goal, visits: of.length, hits: sum('hits'), tries: sum('tries'), help };
  });
};
