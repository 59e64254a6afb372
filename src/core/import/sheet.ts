/** One value of a table somebody keeps in a spreadsheet, and where it stands: both are counted from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A table as it was written; its first row names the columns. */
export interface Sheet {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What a person has to mend, and where. */
export interface ImportFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found and what was expected, as a sentence. */
  readonly says: string;
}

/** A district's largest school fits many times; what is larger is another kind of file. */
export const MOST_BYTES = 1_000_000;
/** Rows of a table, and occurrences in a calendar. */
export const MOST_ROWS = 5_000;
/** After these somebody mends the file first; the rest are mostly the same mistake again. */
export const MOST_FAULTS = 20;
