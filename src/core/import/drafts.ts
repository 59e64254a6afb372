import type { Cycle, DayType } from '../calendar/school-calendar.ts';
import type { Block } from '../classroom.ts';
import type { LocalDate, Minute, Weekday } from '../time.ts';
import { tableFaults } from '../wording/import-faults.ts';
import { sameName } from './cells.ts';
import type {
  ImportedDate,
  ImportedPerson,
  ImportedReanchor,
  ImportedRoom,
  KnownSchool,
  SchoolFrame,
} from './school-import.ts';
import type { Cell } from './sheet.ts';
import type { Row } from './table.ts';

/** One school while its tables are read: each later one may speak of what an earlier one said. */
export interface Draft {
  readonly name: string;
  readonly known: KnownSchool | undefined;
  frame: SchoolFrame | undefined;
  /** Where a school has no bells table; says where it was told. */
  bells: { readonly first: Minute; readonly last: Minute; readonly cell: Cell } | undefined;
  /** Keys are names as `sameName` writes them. */
  readonly dayTypes: Map<string, DayType>;
  readonly dates: Map<LocalDate, ImportedDate>;
  readonly weekdayDayTypes: Map<Weekday, string>;
  readonly cycles: Map<string, Omit<Cycle, 'reanchors'>>;
  readonly reanchors: Map<string, ImportedReanchor>;
  readonly people: Map<string, ImportedPerson>;
  readonly rooms: Map<string, ImportedRoom>;
  readonly weeks: Map<string, { readonly room: string; readonly blocks: Block[] }>;
}

/** Names what has to be mended, at that cell. */
export type Say = (cell: Cell, sentence: string) => void;

export interface Drafts {
  /** Undefined, and said, when no or several schools can be meant. */
  of(row: Row, say: Say): Draft | undefined;
  /** The same for somebody of several schools, told as “Pine Hill; Oak Street”; the own school first. */
  allOf(row: Row, say: Say): readonly Draft[];
  /** When no table names one: the only school these files tell of, else the only one there is. */
  only(): Draft | undefined;
  open(name: string): Draft;
  all(): readonly Draft[];
}

export const createDrafts = (known: readonly KnownSchool[]): Drafts => {
  const drafts = new Map<string, Draft>();
  const open = (name: string): Draft => {
    const key = sameName(name);
    const draft =
      drafts.get(key) ??
      emptyDraft(
        known.find((school) => sameName(school.name) === key),
        name,
      );
    drafts.set(key, draft);
    return draft;
  };
  for (const school of known) open(school.name);
  const only = () => {
    const told = [...drafts.values()].filter(({ frame }) => frame !== undefined);
    const [draft, ...others] = told.length > 0 ? told : [...drafts.values()];
    return others.length === 0 ? draft : undefined;
  };
  const named = (cell: Cell, name: string, say: Say): Draft | undefined => {
    const draft = name === '' ? only() : drafts.get(sameName(name));
    if (!draft) {
      const names = [...drafts.values()].map((one) => one.name);
      say(cell, name === '' ? tableFaults.whichSchool(names) : tableFaults.noSchool(name, names));
    }
    return draft;
  };
  return {
    open,
    only,
    all: () => [...drafts.values()],
    of: (row, say) => named(row.at('school'), row.at('school').text, say),
    allOf: (row, say) => {
      const cell = row.at('school');
      return cell.text.split(';').flatMap((name) => named(cell, name.trim(), say) ?? []);
    },
  };
};

const emptyDraft = (known: KnownSchool | undefined, name: string): Draft => ({
  name: known?.name ?? name.trim(),
  known,
  frame: undefined,
  bells: undefined,
  dayTypes: new Map(),
  dates: new Map(),
  weekdayDayTypes: new Map(),
  cycles: new Map(),
  reanchors: new Map(),
  people: new Map(),
  rooms: new Map(),
  weeks: new Map(),
});

/** Of these files and of what is stored, the files first. */
export const dayTypesOf = ({ dayTypes, known }: Draft): DayType[] => [
  ...dayTypes.values(),
  ...(known?.calendar.dayTypes ?? []).filter((type) => !dayTypes.has(sameName(type.name))),
];

export const cyclesOf = ({ cycles, known }: Draft): Omit<Cycle, 'reanchors'>[] => [
  ...cycles.values(),
  ...(known?.calendar.cycles ?? []).filter((cycle) => !cycles.has(sameName(cycle.name))),
];

/** The bells most days have; of several new day types the first one told. */
export const usualDayType = (draft: Draft): DayType | undefined => {
  const all = dayTypesOf(draft);
  const regular = all.find((type) => ['regular', 'regular day', 'normal'].includes(sameName(type.name)));
  const usual = draft.known?.calendar.usualDayType;
  return regular ?? all.find((type) => type.name === usual) ?? all[0];
};

export const roomOf = ({ rooms, known }: Draft, name: string): string | undefined =>
  rooms.get(sameName(name))?.name ??
  known?.rooms.find((room) => sameName(room.name) === sameName(name))?.name;
