import type { DayType, Period } from '../calendar/school-calendar.ts';
import { overlaps } from '../time.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { clockIn, sameName } from './cells.ts';
import { closedWords } from './day-words.ts';
import type { Draft, Drafts, Say } from './drafts.ts';
import type { Cell } from './sheet.ts';
import type { Row } from './table.ts';

/** In characters, as the tables hold it. */
const LONGEST_NAME = 40;

/** Bell schedules: the periods of one day type stand together or not, in any order. */
export const readBells = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  const told = new Map<Draft, Map<string, { name: string; periods: Period[] }>>();
  for (const row of rows) {
    const draft = drafts.of(row, say);
    const name = readName(row.at('day type'), say);
    if (closedWords.has(sameName(name))) say(row.at('day type'), cellFaults.closedDayType(name));
    const period = readPeriod(row, say);
    if (!draft || name === '' || !period) continue;
    const types = told.get(draft) ?? new Map<string, { name: string; periods: Period[] }>();
    told.set(draft, types);
    const type = types.get(sameName(name)) ?? { name, periods: [] };
    types.set(sameName(name), type);
    const same = type.periods.find((other) => sameName(other.name) === sameName(period.name));
    if (same) say(row.at('period'), tableFaults.twice(period.name));
    // A lunch wave lies over the others; two lessons at once are a slip of the pen.
    const clash = type.periods.find(
      (other) => overlaps(other, period) && !isLunch(other) && !isLunch(period),
    );
    if (clash && !same) say(row.at('start'), cellFaults.periodsOverlap(period.name, clash.name));
    type.periods.push(period);
  }
  for (const [draft, types] of told) {
    for (const [key, type] of types) draft.dayTypes.set(key, dayTypeOf(type));
  }
};

const isLunch = ({ name }: Period): boolean => /lunch|wave/i.test(name);

const dayTypeOf = ({ name, periods }: { name: string; periods: readonly Period[] }): DayType => ({
  name,
  firstBell: Math.min(...periods.map(({ start }) => start)),
  lastBell: Math.max(...periods.map(({ end }) => end)),
  periods: periods.toSorted((a, b) => a.start - b.start || a.end - b.end),
});

const readName = (cell: Cell, say: Say): string => {
  if (cell.text === '' || cell.text.length > LONGEST_NAME)
    say(cell, cellFaults.name('day type', LONGEST_NAME));
  return cell.text;
};

const readPeriod = (row: Row, say: Say): Period | undefined => {
  const [name, from, to] = [row.at('period'), row.at('start'), row.at('end')];
  if (name.text === '' || name.text.length > LONGEST_NAME) say(name, cellFaults.name('period', LONGEST_NAME));
  const start = clockIn(from.text);
  const end = clockIn(to.text);
  if (start === undefined) say(from, cellFaults.clock(from.text));
  if (end === undefined) say(to, cellFaults.clock(to.text));
  if (start === undefined || end === undefined || name.text === '') return undefined;
  if (end <= start) {
    say(to, cellFaults.endsBeforeStart(from.text, to.text));
    return undefined;
  }
  return { name: name.text, start, end };
};
