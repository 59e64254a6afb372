import { CsvError, parse } from 'csv-parse/sync';
import { type Cell, type ImportFault, MOST_ROWS, type Sheet } from '../core/import/sheet.ts';
import { fileFaults } from '../core/wording/import-faults.ts';
import { plainText } from './plain-text.ts';

/** In characters: no cell of a school's table is longer. */
const LONGEST_ROW = 10_000;

interface Read {
  readonly record: readonly string[];
  /** `lines` is the last line of the record: a quoted cell may hold line breaks. */
  readonly info: { readonly lines: number };
}

export const readCsv = (file: string, text: string): Sheet | ImportFault => {
  const fault = (line: number, says: string): ImportFault => ({ file, line, column: 1, says });
  // What is not UTF-8 would be kept with its letters broken.
  if (/[\0\uFFFD]/.test(text)) return fault(1, fileFaults.notText);
  try {
    const read = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 2,
    }) as unknown as Read[];
    const rows = read.map(toRow).filter((row) => row.some((cell) => cell.text !== ''));
    if (rows.length === 0) return fault(1, fileFaults.empty);
    if (rows.length > MOST_ROWS + 1) return fault(MOST_ROWS + 2, fileFaults.tooManyRows(MOST_ROWS));
    return { file, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { readonly lines?: number }).lines ?? 1);
    return fault(line, fileFaults.csv[error.code] ?? fileFaults.notCsv);
  }
};

const toRow = ({ record, info }: Read): Cell[] => {
  const line = info.lines - record.join('').split('\n').length + 1;
  return record.map((text, index) => ({ text: plainText(text), line, column: index + 1 }));
};
