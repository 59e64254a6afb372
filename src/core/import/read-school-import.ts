import { formatSpan } from '../wording/clock-words.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { sameName } from './cells.ts';
import { createDrafts, type Draft, type Drafts, type Say, usualDayType } from './drafts.ts';
import { readBells } from './read-bells.ts';
import { readCalendar } from './read-calendar.ts';
import { readCycles } from './read-cycles.ts';
import { type DatedNote, readNotes } from './read-notes.ts';
import { readClasses, readMembers } from './read-people.ts';
import { readSchools } from './read-schools.ts';
import { readWeeks } from './read-weeks.ts';
import type { ImportedSchool, KnownSchool, SchoolImport } from './school-import.ts';
import type { ImportFault, Sheet } from './sheet.ts';
import { type Row, readTable, type Table, type TableKind } from './table.ts';

/** A calendar file, already opened into its occurrences. */
export interface NotedCalendar {
  readonly file: string;
  readonly notes: readonly DatedNote[];
}

export type ImportReading =
  | { readonly ok: true; readonly schools: SchoolImport; readonly leftOut: readonly string[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/** In this order each table may speak of what those before it named. */
const readers: readonly (readonly [TableKind, (rows: readonly Row[], drafts: Drafts, say: Say) => void])[] = [
  ['schools', readSchools],
  ['bells', readBells],
  ['cycles', readCycles],
  ['members', readMembers],
  ['classes', readClasses],
  ['calendar', readCalendar],
  ['blocks', readWeeks],
];

/** All of the files or none: either everything is understood, or every fault is named. */
export const readSchoolImport = (
  sheets: readonly Sheet[],
  calendars: readonly NotedCalendar[],
  known: readonly KnownSchool[],
): ImportReading => {
  const faults: ImportFault[] = [];
  const sayIn =
    (file: string): Say =>
    ({ line, column }, says) =>
      void faults.push({ file, line, column, says });
  const tables: Table[] = [];
  for (const sheet of sheets) {
    const table = readTable(sheet);
    if ('kind' in table) tables.push(table);
    else faults.push(...table);
  }
  const drafts = createDrafts(known);
  const schoolsFile = tables.find(({ kind }) => kind === 'schools')?.file ?? '';
  for (const [kind, read] of readers) {
    // Bells have to be settled before a calendar or a week goes by them.
    if (kind === 'cycles') for (const draft of drafts.all()) settleBells(draft, sayIn(schoolsFile));
    for (const table of tables.filter((one) => one.kind === kind))
      read(table.rows, drafts, sayIn(table.file));
  }
  const leftOut = calendars.flatMap(({ file, notes }) => {
    const draft = drafts.only();
    if (draft) return readNotes(notes, draft, sayIn(file)).leftOut;
    sayIn(file)({ text: '', line: 1, column: 1 }, tableFaults.oneSchoolOnly);
    return [];
  });
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) };
  return { ok: true, schools: { schools: drafts.all().map(toSchool) }, leftOut };
};

/** Two bells alone make a day; told beside a bells table they have to agree with it. */
const settleBells = (draft: Draft, say: Say): void => {
  const { bells } = draft;
  const usual = usualDayType(draft);
  const isNew = !draft.known;
  if (!bells && !usual && isNew) say({ text: '', line: 1, column: 1 }, cellFaults.noBells(draft.name));
  if (!bells) return;
  if (!usual) {
    const regular = { name: 'Regular', firstBell: bells.first, lastBell: bells.last, periods: [] };
    draft.dayTypes.set(sameName(regular.name), regular);
  } else if (usual.firstBell !== bells.first || usual.lastBell !== bells.last) {
    say(
      bells.cell,
      cellFaults.otherBells(usual.name, formatSpan({ start: usual.firstBell, end: usual.lastBell })),
    );
  }
};

const inOrder = (faults: readonly ImportFault[]): ImportFault[] =>
  faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);

const toSchool = (draft: Draft): ImportedSchool => ({
  name: draft.name,
  frame: draft.frame,
  dayTypes: [...draft.dayTypes.values()],
  usualDayType: draft.dayTypes.size > 0 ? usualDayType(draft)?.name : undefined,
  dates: [...draft.dates.values()].sort((a, b) => a.date.localeCompare(b.date)),
  weekdayDayTypes: Object.fromEntries(draft.weekdayDayTypes),
  cycles: [...draft.cycles.values()],
  reanchors: [...draft.reanchors.values()],
  people: [...draft.people.values()],
  rooms: [...draft.rooms.values()],
  weeks: [...draft.weeks.values()],
});
