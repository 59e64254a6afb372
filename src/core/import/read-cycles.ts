import type { Cycle } from '../calendar/school-calendar.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { dateIn, sameName } from './cells.ts';
import { dayNamesIn } from './cycle-words.ts';
import type { Drafts, Say } from './drafts.ts';
import type { Row } from './table.ts';

const onClosedWords: ReadonlyMap<string, Cycle['onClosed']> = new Map([
  ['', 'skip'],
  ['skip', 'skip'],
  ['consume', 'consume'],
  ['consume snow days', 'consume-unplanned'],
]);

/** A cycle's first day of school is its first day. */
export const readCycles = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  for (const row of rows) {
    const draft = drafts.of(row, say);
    const [name, days, first, closed] = [
      row.at('cycle'),
      row.at('cycle days'),
      row.at('first day'),
      row.at('closed days'),
    ];
    if (name.text === '' || name.text.length > 40) say(name, cellFaults.name('cycle', 40));
    const dayNames = dayNamesIn(days.text);
    if (!dayNames) say(days, cellFaults.cycleDays(days.text));
    const date = dateIn(first.text);
    if (date === undefined) say(first, cellFaults.date(first.text));
    const onClosed = onClosedWords.get(sameName(closed.text));
    if (onClosed === undefined) say(closed, cellFaults.onClosed(closed.text));
    const [day] = dayNames ?? [];
    if (!draft || !dayNames || day === undefined || date === undefined || onClosed === undefined) continue;
    if (draft.cycles.has(sameName(name.text))) say(name, tableFaults.twice(name.text));
    draft.cycles.set(sameName(name.text), { name: name.text, dayNames, onClosed, anchor: { date, day } });
  }
};
