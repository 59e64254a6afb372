import { isZone } from '../time.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { clockIn, dateIn, weekdaysIn } from './cells.ts';
import type { Drafts, Say } from './drafts.ts';
import type { Row } from './table.ts';
import { layTemplate, templateNamed, templates } from './templates.ts';

/** In characters: what a card shows on one line. */
const LONGEST_NAME = 60;

export const readSchools = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  for (const row of rows) {
    const name = row.at('school');
    if (name.text === '' || name.text.length > LONGEST_NAME) {
      say(name, cellFaults.name('school', LONGEST_NAME));
      continue;
    }
    const draft = drafts.open(name.text);
    if (draft.frame) say(name, tableFaults.twice(name.text));
    const zone = row.at('zone');
    if (!isZone(zone.text)) say(zone, cellFaults.zone(zone.text));
    const days = row.at('days');
    const weekdays = days.text === '' ? ([1, 2, 3, 4, 5] as const) : weekdaysIn(days.text);
    if (!weekdays) say(days, cellFaults.weekdays(days.text));
    const bells = readBells(row, say);
    const year = readYear(row, say);
    draft.frame = { zone: zone.text, weekdays: weekdays ?? [], year };
    draft.bells = bells && { ...bells, cell: row.at('first bell') };
    const template = readTemplate(row, say);
    if (!template) continue;
    if (!bells) say(row.at('first bell'), cellFaults.templateBells);
    else if (template.cycle && !year) say(row.at('first day'), cellFaults.templateYear);
    else layTemplate(draft, template, { ...bells, lunch: undefined }, year?.start);
  }
};

const readTemplate = (row: Row, say: Say) => {
  const cell = row.at('template');
  if (cell.text === '') return undefined;
  const template = templateNamed(cell.text);
  if (!template)
    say(
      cell,
      cellFaults.template(
        cell.text,
        templates.map(({ name }) => name),
      ),
    );
  return template;
};

const readBells = (row: Row, say: Say) => {
  const [from, to] = [row.at('first bell'), row.at('last bell')];
  if (from.text === '' && to.text === '') return undefined;
  const first = clockIn(from.text);
  const last = clockIn(to.text);
  if (first === undefined) say(from, cellFaults.clock(from.text));
  if (last === undefined) say(to, cellFaults.clock(to.text));
  if (first === undefined || last === undefined) return undefined;
  if (last <= first) say(to, cellFaults.endsBeforeStart(from.text, to.text));
  return { first, last };
};

const readYear = (row: Row, say: Say) => {
  const [from, to] = [row.at('first day'), row.at('last day')];
  if (from.text === '' && to.text === '') return undefined;
  const start = dateIn(from.text);
  const end = dateIn(to.text);
  if (start === undefined) say(from, cellFaults.date(from.text));
  if (end === undefined) say(to, cellFaults.date(to.text));
  if (start === undefined || end === undefined) return undefined;
  if (end <= start) say(to, cellFaults.endsBeforeStart(from.text, to.text));
  return { start, end };
};
