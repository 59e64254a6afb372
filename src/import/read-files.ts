import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { NotedCalendar } from '../core/import/read-school-import.ts';
import { type ImportFault, MOST_BYTES, type Sheet } from '../core/import/sheet.ts';
import type { LocalDate } from '../core/time.ts';
import { fileFaults } from '../core/wording/import-faults.ts';
import { readCsv } from './csv.ts';
import { readICalendar } from './icalendar.ts';

export interface Files {
  readonly sheets: readonly Sheet[];
  readonly calendars: readonly NotedCalendar[];
  readonly faults: readonly ImportFault[];
}

/** Spreadsheets saved as CSV and calendars saved as iCalendar, as far as they can be read at all. */
export const readFiles = async (paths: readonly string[], today: LocalDate): Promise<Files> => {
  const sheets: Sheet[] = [];
  const calendars: NotedCalendar[] = [];
  const faults: ImportFault[] = [];
  for (const path of paths) {
    const file = basename(path);
    const text = await textOf(path);
    const read = 'says' in text ? { file, line: 1, column: 1, ...text } : byKind(file, text.text, today);
    if ('rows' in read) sheets.push(read);
    else if ('notes' in read) calendars.push(read);
    else if ('says' in read) faults.push(read);
    else faults.push(...read);
  }
  return { sheets, calendars, faults };
};

const byKind = (file: string, text: string, today: LocalDate) => {
  const kind = extname(file).toLowerCase();
  if (kind === '.csv') return readCsv(file, text);
  if (kind === '.ics') return readICalendar(file, text, today);
  return { file, line: 1, column: 1, says: fileFaults.unknownKind };
};

/** Its size is looked at before a byte is read. */
const textOf = async (path: string): Promise<{ readonly text: string } | { readonly says: string }> => {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return { says: fileFaults.tooLarge(MOST_BYTES) };
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return { says: fileFaults.notFound };
    if (code === 'EACCES') return { says: fileFaults.notReadable };
    throw error;
  }
};
