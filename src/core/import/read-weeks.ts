import { type ActivityKind, activityKinds, isAway } from '../activity-kind.ts';
import type { Block } from '../classroom.ts';
import { readKind } from '../reading/read-kind.ts';
import type { Span, Weekday } from '../time.ts';
import { cellFaults } from '../wording/import-faults.ts';
import { clockIn, dateIn, sameName, weekdaysIn } from './cells.ts';
import { cycleDaysIn } from './cycle-words.ts';
import { cyclesOf, type Draft, type Drafts, dayTypesOf, roomOf, type Say, usualDayType } from './drafts.ts';
import type { Row } from './table.ts';

/** What rooms do, block by block. */
export const readWeeks = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  for (const row of rows) {
    const draft = drafts.of(row, say);
    const kind = readActivity(row, say);
    if (!draft) continue;
    const cell = row.at('room');
    const room = roomOf(draft, cell.text);
    if (room === undefined) say(cell, cellFaults.room(cell.text));
    const days = readDays(row, draft, say);
    const time = readTime(row, draft, say);
    const effective = readEffective(row, say);
    const withStudents = readStudents(row, kind, say);
    if (room === undefined || !days || !time || !kind || withStudents === undefined) continue;
    const week = draft.weeks.get(sameName(room)) ?? { room, blocks: [] };
    draft.weeks.set(sameName(room), week);
    week.blocks.push({ ...days, ...time, ...effective, kind, withStudents });
  }
};

const readActivity = (row: Row, say: Say): ActivityKind | undefined => {
  const cell = row.at('activity');
  const words = sameName(cell.text).replaceAll(' ', '_');
  const kind = activityKinds.find((known) => known === words) ?? readKind(cell.text)?.kind;
  if (!kind) say(cell, cellFaults.activity(cell.text));
  return kind;
};

const readDays = (row: Row, draft: Draft, say: Say): Pick<Block, 'weekdays' | 'cycleDays'> | undefined => {
  const cell = row.at('days');
  const cycleCell = row.at('cycle');
  const schoolDays: readonly Weekday[] = draft.frame?.weekdays ?? draft.known?.calendar.weekdays ?? [];
  const wanted = sameName(cycleCell.text);
  const cycles = cyclesOf(draft).filter(({ name }) => wanted === '' || sameName(name) === wanted);
  if (wanted !== '' && cycles.length === 0) {
    say(
      cycleCell,
      cellFaults.cycle(
        cycleCell.text,
        cyclesOf(draft).map(({ name }) => name),
      ),
    );
    return undefined;
  }
  const weekdays = wanted === '' ? weekdaysIn(cell.text) : undefined;
  if (weekdays) return { weekdays };
  const meant = cycles.flatMap((cycle) => {
    const days = cycleDaysIn(cell.text, cycle);
    return days ? [{ cycle: cycle.name, days }] : [];
  });
  const [cycleDays, ...others] = meant;
  if (!cycleDays) say(cell, cellFaults.days(cell.text));
  else if (others.length > 0)
    say(
      cycleCell,
      cellFaults.whichCycle(
        cell.text,
        meant.map(({ cycle }) => cycle),
      ),
    );
  else return { weekdays: schoolDays, cycleDays };
  return undefined;
};

const readTime = (row: Row, draft: Draft, say: Say): (Span & { period?: string }) | undefined => {
  const [from, to, period] = [row.at('start'), row.at('end'), row.at('period')];
  if (period.text !== '') {
    if (from.text !== '' || to.text !== '') {
      say(from, cellFaults.clockAndPeriod);
      return undefined;
    }
    const usual = usualDayType(draft);
    const types = usual ? [usual, ...dayTypesOf(draft)] : dayTypesOf(draft);
    const found = types
      .flatMap((type) => type.periods)
      .find(({ name }) => sameName(name) === sameName(period.text));
    if (!found) say(period, cellFaults.period(period.text));
    return found && { start: found.start, end: found.end, period: found.name };
  }
  const start = clockIn(from.text);
  const end = clockIn(to.text);
  if (start === undefined) say(from, cellFaults.clock(from.text));
  if (end === undefined) say(to, cellFaults.clock(to.text));
  if (start === undefined || end === undefined) return undefined;
  if (end <= start) {
    say(to, cellFaults.endsBeforeStart(from.text, to.text));
    return undefined;
  }
  return { start, end };
};

const readEffective = (row: Row, say: Say): Pick<Block, 'effective'> => {
  const [from, to] = [row.at('from'), row.at('until')];
  const start = from.text === '' ? undefined : dateIn(from.text);
  const end = to.text === '' ? undefined : dateIn(to.text);
  if (from.text !== '' && !start) say(from, cellFaults.date(from.text));
  if (to.text !== '' && !end) say(to, cellFaults.date(to.text));
  if (!start && !end) return {};
  if (start && end && end < start) say(to, cellFaults.endsBeforeStart(from.text, to.text));
  return { effective: { ...(start ? { start } : {}), ...(end ? { end } : {}) } };
};

const readStudents = (row: Row, kind: ActivityKind | undefined, say: Say): boolean | undefined => {
  const cell = row.at('students');
  const words = sameName(cell.text);
  if (words === '') return kind && !isAway(kind);
  if (['yes', 'y', 'with', 'true'].includes(words)) return true;
  if (['no', 'n', 'without', 'away', 'false'].includes(words)) return false;
  say(cell, cellFaults.oneOf(cell.text, ['yes', 'no']));
  return undefined;
};
