import { type CalendarDate, calendarDateAt, skip } from '../reading/calendar-date.ts';
import { normalize } from '../reading/normalize.ts';
import { type Token, tokenize } from '../reading/tokens.ts';
import { addDays, type LocalDate } from '../time.ts';
import { schoolDayFaults } from '../wording/school-day.ts';
import { dateIn } from './cells.ts';
import { LONGEST_STRETCH, stretch } from './read-calendar.ts';
import type { ImportedDate } from './school-import.ts';

const through = ['-', 'to', 'thru', 'through', 'until'] as const;
/** Two neighbors, and nothing in between. */
const beside = ['and', '&'] as const;

/** “Nov 26 to Nov 27 Thanksgiving”, one line each: as a person types days off into a form. */
export const readDaysOff = (
  text: string,
  today: LocalDate,
): { readonly dates: readonly ImportedDate[]; readonly faults: readonly string[] } => {
  const dates = new Map<LocalDate, ImportedDate>();
  const faults: string[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const found = readLine(line, today);
    if ('fault' in found) faults.push(found.fault);
    else
      for (const date of stretch(found.start, found.end))
        dates.set(date, { date, dayType: undefined, name: found.name });
  }
  return { dates: [...dates.values()], faults };
};

const readLine = (line: string, today: LocalDate) => {
  const plain = normalize(line);
  const tokens = tokenize(plain);
  const first = calendarDateAt(tokens, 0, today, undefined);
  if (first?.date === undefined) return { fault: schoolDayFaults.dayOff(plain) };
  const after = skip(tokens, first.to, ...through, ...beside);
  const second = after > first.to ? endAt(tokens, after, first.date) : undefined;
  // A dash may also stand before the name.
  const isName = after === first.to || tokens[first.to]?.text === '-';
  if (second ? second.date === undefined : !isName) return { fault: schoolDayFaults.dayOff(plain) };
  const end = second?.date ?? first.date;
  const isPair = skip(tokens, first.to, ...beside) > first.to;
  if (end < first.date || (isPair && end !== addDays(first.date, 1)))
    return { fault: schoolDayFaults.dayOff(plain) };
  if (stretch(first.date, end).length > LONGEST_STRETCH) return { fault: schoolDayFaults.tooLong(plain) };
  const rest = tokens[second?.to ?? first.to]?.from;
  const name = rest === undefined ? '' : plain.slice(rest).replace(/^[\s:,–-]+/, '');
  return { start: first.date, end, name: name.slice(0, 80) };
};

/** A date, or another day of the same month: “Nov 26-27”. */
const endAt = (tokens: readonly Token[], at: number, first: LocalDate): CalendarDate | undefined => {
  const date = calendarDateAt(tokens, at, first, undefined);
  const token = tokens[at];
  if (date || token?.is !== 'number' || token.digits > 2) return date;
  return { date: dateIn(`${first.slice(0, 7)}-${token.value}`), to: at + 1 };
};
