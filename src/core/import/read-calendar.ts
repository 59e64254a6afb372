import { addDays, type LocalDate, weekdayOf } from '../time.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { dateIn, sameName, weekdaysIn } from './cells.ts';
import { cycleDaysNamed } from './cycle-words.ts';
import { closedWords, dayTypeNamed } from './day-words.ts';
import { cyclesOf, type Draft, type Drafts, dayTypesOf, type Say, usualDayType } from './drafts.ts';
import type { Row } from './table.ts';

/** In days: a summer and a little more. */
export const LONGEST_STRETCH = 120;

/** Closed dates, dates of another day type, and dates on which a cycle starts anew. */
export const readCalendar = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  for (const row of rows) {
    const draft = drafts.of(row, say);
    const said = draft && whatIn(row, draft, say);
    const every = /^every /i.test(row.at('date').text) ? weekdaysIn(row.at('date').text) : undefined;
    if (every) {
      if (said && 'dayType' in said && said.dayType !== undefined) {
        for (const weekday of every) draft.weekdayDayTypes.set(weekday, said.dayType);
      } else if (said) say(row.at('what'), cellFaults.weekly(row.at('what').text));
      continue;
    }
    const dates = datesIn(row, say);
    if (!draft || !said) continue;
    if ('cycle' in said) {
      const [date] = dates;
      if (dates.length > 1) say(row.at('until'), cellFaults.oneDate);
      if (date !== undefined) draft.reanchors.set(`${said.cycle} ${date}`, { ...said, date });
      continue;
    }
    const name = row.at('name').text.slice(0, 80);
    for (const date of dates)
      putDate(draft, { date, dayType: said.dayType, name }, () =>
        say(row.at('date'), tableFaults.twoWords(date)),
      );
  }
};

/** A closing over a weekend says nothing new, and a date is one thing only. */
export const putDate = (
  draft: Draft,
  put: { readonly date: LocalDate; readonly dayType: string | undefined; readonly name: string },
  onContradiction: () => void,
): void => {
  const weekdays = draft.frame?.weekdays ?? draft.known?.calendar.weekdays ?? [];
  if (put.dayType === undefined && !weekdays.includes(weekdayOf(put.date))) return;
  const before = draft.dates.get(put.date);
  if (before && before.dayType !== put.dayType) onContradiction();
  // Of two names for one closing the first stays: “Winter recess” says more than the holidays in it.
  else draft.dates.set(put.date, before && before.name !== '' ? before : put);
};

const whatIn = (
  row: Row,
  draft: Draft,
  say: Say,
): { dayType: string | undefined } | { cycle: string; day: string } | undefined => {
  const cell = row.at('what');
  const words = sameName(cell.text);
  if (closedWords.has(words)) return { dayType: undefined };
  const types = dayTypesOf(draft);
  const type = words === 'open' || words === 'school' ? usualDayType(draft) : dayTypeNamed(cell.text, types);
  if (type) return { dayType: type.name };
  const wanted = sameName(row.at('cycle').text);
  const cycles = cyclesOf(draft).filter((cycle) => wanted === '' || sameName(cycle.name) === wanted);
  const [day, ...others] = cycleDaysNamed(cell.text, cycles);
  if (day && others.length === 0) return day;
  if (day)
    say(
      row.at('cycle'),
      cellFaults.whichCycle(
        cell.text,
        cycles.map(({ name }) => name),
      ),
    );
  else
    say(
      cell,
      cellFaults.what(
        cell.text,
        types.map(({ name }) => name),
      ),
    );
  return undefined;
};

const datesIn = (row: Row, say: Say): LocalDate[] => {
  const [from, until] = [row.at('date'), row.at('until')];
  const start = dateIn(from.text);
  const end = until.text === '' ? start : dateIn(until.text);
  if (start === undefined) say(from, cellFaults.date(from.text));
  if (end === undefined && until.text !== '') say(until, cellFaults.date(until.text));
  if (start === undefined || end === undefined) return [];
  if (end < start) say(until, cellFaults.endsBeforeStart(from.text, until.text));
  const dates = stretch(start, end);
  if (dates.length > LONGEST_STRETCH) say(until, cellFaults.tooLong(LONGEST_STRETCH));
  return dates.slice(0, LONGEST_STRETCH);
};

/** Both included. */
export const stretch = (start: LocalDate, end: LocalDate): LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = start; date <= end && dates.length <= LONGEST_STRETCH; date = addDays(date, 1))
    dates.push(date);
  return dates;
};
