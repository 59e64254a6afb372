import type { FocusArea } from '../focus-area.ts';
import { grouped } from '../grouped.ts';
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
  const months = grouped(
    records.flatMap(({ focus, ...record }) => {
      if (focus === null || record.outcome === 'could_not') return [];
      const month = [record.room, focus, record.date.slice(0, 7)].join('\n');
      return [[month, { ...record, focus }] as const];
    }),
  );
  return [...months.values()].map((of): Progress => {
    const [{ room, focus, date }] = of;
    const sum = (which: 'hits' | 'tries') =>
      of.reduce((total, { tally }) => total + (tally?.[which] ?? 0), 0);
    const times = (level: PromptLevel) => of.filter(({ promptLevel }) => promptLevel === level).length;
    const most = Math.max(...promptLevels.map(times));
    const help = most === 0 ? undefined : promptLevels.find((level) => times(level) === most);
    return {
      room,
      focus,
      month: date.slice(0, 7),
      visits: of.length,
      hits: sum('hits'),
      tries: sum('tries'),
      help,
    };
  });
};
