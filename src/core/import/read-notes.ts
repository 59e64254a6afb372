import type { LocalDate } from '../time.ts';
import { cellFaults } from '../wording/import-faults.ts';
import { cycleDaysNamed } from './cycle-words.ts';
import { dayTypeNamed, wordsInSummary } from './day-words.ts';
import { cyclesOf, type Draft, dayTypesOf, type Say } from './drafts.ts';
import { putDate, stretch } from './read-calendar.ts';
import type { Cell } from './sheet.ts';

/** One occurrence of an event in a calendar file. */
export interface DatedNote {
  readonly start: LocalDate;
  /** Included. */
  readonly end: LocalDate;
  readonly summary: string;
  /** Where its event begins in the file. */
  readonly line: number;
}

/** A calendar somebody else keeps says many things; those about the school day are taken, the rest is counted. */
export const readNotes = (
  notes: readonly DatedNote[],
  draft: Draft,
  say: Say,
): { readonly leftOut: string[] } => {
  const leftOut = new Set<string>();
  for (const note of notes) {
    const cell: Cell = { text: note.summary, line: note.line, column: 1 };
    if (!takeNote(note, cell, draft, say)) leftOut.add(note.summary);
  }
  return { leftOut: [...leftOut] };
};

const takeNote = (note: DatedNote, cell: Cell, draft: Draft, say: Say): boolean => {
  const [day, ...others] = cycleDaysNamed(note.summary, cyclesOf(draft));
  if (day && others.length === 0 && /^(day \S+|\S+[ -]day)$/i.test(note.summary.trim())) {
    draft.reanchors.set(`${day.cycle} ${note.start}`, { ...day, date: note.start });
    return true;
  }
  const said = wordsInSummary(note.summary);
  if (!said) return false;
  const types = dayTypesOf(draft);
  const type = 'dayType' in said ? dayTypeNamed(said.dayType, types) : undefined;
  if ('dayType' in said && !type) {
    say(
      cell,
      cellFaults.noDayTypeFor(
        note.summary,
        types.map(({ name }) => name),
      ),
    );
    return true;
  }
  for (const date of stretch(note.start, note.end)) {
    const put = { date, dayType: type?.name, name: note.summary.slice(0, 80) };
    // "Early release" every Wednesday, and one of these Wednesdays is a holiday: the closing holds.
    putDate(draft, put, () => void (type ? undefined : draft.dates.set(date, put)));
  }
  return true;
};
