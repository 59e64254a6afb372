import type { Card, Part } from '../card.ts';
import { csvText } from '../csv-text.ts';
import { grouped } from '../grouped.ts';
import type { Progress, VisitRecord } from '../minutes/visit-record.ts';
import { worded } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { causeLabel, outcomeLabel } from './outcome.ts';
import { capital, counted, muted, note, strong, text } from './parts.ts';
import { type StudentMinutes, studentMinutesParts } from './student-minutes.ts';
import { promptLabel } from './visit-note.ts';

/** For the therapist who tapped: each goal, month by month (needs 61). */
export const progressCard = (
  progress: readonly Progress[],
  students: readonly StudentMinutes[] = [],
): Card => {
  if (progress.length === 0 && students.length === 0)
    return {
      ...note(
        'progress',
        'Nothing to show yet',
        'A tally or the help needed in a visit’s note shows up here.',
      ),
      push: 'How it goes',
    };
  const goals = grouped(progress.map((one) => [`${one.room} · ${capital(focusLabel[one.focus])}`, one]));
  return {
    kind: 'progress',
    push: 'How it goes',
    title: 'How it goes',
    parts: [
      ...studentMinutesParts(students),
      ...[...goals]
        .slice(0, MOST_GOALS)
        .flatMap(([goal, months]): Part[] => [
          strong(goal),
          text(months.slice(-MOST_MONTHS).map(monthLine).join('\n')),
        ]),
    ],
    actions: [],
  };
};

/** Two parts each, and a message holds 50. */
const MOST_GOALS = 18;
const MOST_MONTHS = 6;

/** "Nov: 3 visits, 9 of 15 (60 %), mostly with words". */
const monthLine = ({ month, visits, hits, tries, help }: Progress): string =>
  [
    `${worded(`${month}-01`, 'LLL')}: ${counted(visits, 'visit', 'visits')}`,
    ...(tries > 0 ? [`${hits} of ${tries} (${Math.round((100 * hits) / tries)} %)`] : []),
    ...(help === undefined ? [] : [`mostly ${promptLabel[help]}`]),
  ].join(', ');

const settingLabel: Readonly<Record<VisitRecord['setting'], string>> = {
  push_in: 'in class',
  pull_out: 'pull-out',
  consult: 'consulting',
};

/** A Teams card holds 28 KB, and a row up to 350 bytes. */
const MOST_ROWS = 80;
/** A text of a Slack message holds 3,000 characters. */
const ROWS_IN_A_PART = 8;

/** The same as a table to copy into one's own records: aliases, never names. */
export const recordsCard = (records: readonly VisitRecord[]): Card => {
  if (records.length === 0)
    return {
      ...note('visit-records', 'Nothing to copy yet', 'Visits that have their word stand here.'),
      push: 'Your records',
    };
  const shown = records.slice(-MOST_ROWS);
  const lines = csvText(shown.map(rowOf)).trimEnd().split('\r\n');
  const parts = Array.from({ length: Math.ceil(lines.length / ROWS_IN_A_PART) }, (_, index) =>
    text(lines.slice(index * ROWS_IN_A_PART, (index + 1) * ROWS_IN_A_PART).join('\n')),
  );
  return {
    kind: 'visit-records',
    push: 'Your records',
    title: `Since ${worded(shown[0]?.date ?? '', 'LLL d')}, to copy`,
    parts: [muted('Copy it into a spreadsheet. Only you see it.'), ...parts],
    actions: [],
  };
};

const rowOf = (record: VisitRecord) => ({
  date: record.date,
  room: record.room,
  where: settingLabel[record.setting],
  minutes: record.minutes,
  went: record.setting === 'consult' ? '' : outcomeLabel[record.outcome],
  why: record.cause === null ? '' : causeLabel[record.cause],
  'worked on': record.focus === null ? '' : focusLabel[record.focus],
  with: record.aliases.join(' '),
  hits: record.tally?.hits ?? '',
  tries: record.tally?.tries ?? '',
  help: record.promptLevel === undefined ? '' : promptLabel[record.promptLevel],
});
