import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Card } from '../card.ts';
import { clockOf } from '../clock-minutes.ts';
import type { Form } from '../form.ts';
import { addDays, type LocalDate } from '../time.ts';
import { formatSpan, worded } from './clock-words.ts';
import { action, counted, note, text } from './parts.ts';

/** What a coordinator tells about an ordinary school, and sees again. */

/** The school's own bells and periods stay. */
export const KEEP = 'keep';

const templateLabels: Readonly<Record<string, string>> = {
  elementary: 'Elementary: a class stays in its room',
  middle: 'Middle school with 7 periods',
  block: 'A and B days with 4 long periods',
  specials: 'Elementary with specials on a 6-day cycle',
};

export const schoolDayForm = (calendar: SchoolCalendar, isTold: boolean, today: LocalDate): Form => {
  const usual = calendar.dayTypes.find(({ name }) => name === calendar.usualDayType);
  const lunch = usual?.periods.find(({ name }) => /lunch/i.test(name));
  return {
    name: 'school',
    ref: '',
    title: 'Your school day',
    intro:
      'For a school with one ordinary day. Bell tables and calendars come in as files: “npx pushin import”.',
    submit: 'Save',
    fields: [
      {
        kind: 'choice',
        name: 'template',
        label: 'The school runs like',
        options: [
          ...(isTold ? [{ value: KEEP, label: 'As it is' }] : []),
          ...Object.entries(templateLabels).map(([value, label]) => ({ value, label })),
        ],
        value: isTold ? KEEP : 'elementary',
      },
      {
        kind: 'time',
        name: 'firstBell',
        label: 'First bell',
        ...(usual ? { value: clockOf(usual.firstBell) } : {}),
      },
      {
        kind: 'time',
        name: 'lastBell',
        label: 'Last bell',
        ...(usual ? { value: clockOf(usual.lastBell) } : {}),
      },
      {
        kind: 'time',
        name: 'lunch',
        label: 'Lunch starts',
        hint: 'Half an hour.',
        optional: true,
        ...(lunch ? { value: clockOf(lunch.start) } : {}),
      },
      {
        kind: 'date',
        name: 'firstDay',
        label: 'First day of school',
        optional: true,
        ...(calendar.year ? { value: calendar.year.start } : {}),
      },
      {
        kind: 'date',
        name: 'lastDay',
        label: 'Last day of school',
        optional: true,
        ...(calendar.year ? { value: calendar.year.end } : {}),
      },
      {
        kind: 'text',
        name: 'daysOff',
        label: 'Days off still to come',
        multiline: true,
        maxLength: 2000,
        optional: true,
        placeholder: 'Nov 26 to Nov 27 Thanksgiving\nDec 24 to Jan 1 Winter recess',
        value: daysOffText(calendar.closed, today),
      },
    ],
  };
};

/** Neighboring dates of one name are one line; a weekend between them does not part them. */
const daysOffText = (closed: SchoolCalendar['closed'], today: LocalDate): string => {
  const lines: { start: LocalDate; end: LocalDate; name: string }[] = [];
  for (const { date, name } of closed.filter((one) => one.date >= today)) {
    const last = lines.at(-1);
    if (last && last.name === name && name !== '' && date <= addDays(last.end, 3)) last.end = date;
    else lines.push({ start: date, end: date, name });
  }
  return lines
    .map(({ start, end, name }) => `${start}${end > start ? ` to ${end}` : ''}${name ? ` ${name}` : ''}`)
    .join('\n');
};

export const schoolDayCard = (calendar: SchoolCalendar, today: LocalDate): Card => {
  const coming = calendar.closed.filter(({ date }) => date >= today);
  const [next] = coming;
  return {
    kind: 'school',
    push: 'The school day as I know it',
    title: 'The school day as I know it',
    parts: [
      text(
        calendar.dayTypes
          .map(
            ({ name, firstBell, lastBell }) => `${name} ${formatSpan({ start: firstBell, end: lastBell })}`,
          )
          .join('\n'),
      ),
      ...calendar.cycles.map(({ name, dayNames, anchor }) =>
        text(`${name}: ${dayNames.join(' ')}, from ${dayWords(anchor.date)}`),
      ),
      text(
        next
          ? `${counted(coming.length, 'day', 'days')} off to come, next ${dayWords(next.date)}${next.name ? ` (${next.name})` : ''}.`
          : 'No days off to come.',
      ),
    ],
    actions: [action('school.open', 'Change', '', { opensForm: true })],
  };
};

const dayWords = (date: LocalDate): string => worded(date, 'ccc, LLL d');

export const schoolDayFaults = {
  template: 'Please choose one.',
  bell: 'Please give a time, for example 8:10.',
  bells: 'The last bell has to come after the first.',
  lunch: 'Lunch has to be between the bells.',
  periods: 'Your periods don’t fit between these bells. Choose how the school runs, or import a bells table.',
  year: 'The last day of school has to come after the first. Please give both, or neither.',
  cycleYear: 'A cycle of days counts from the first day of school. Please give the first and the last day.',
  dayOff: (line: string) => `“${line}”: expected dates like “Nov 26” or “Dec 24 to Jan 1 Winter recess”.`,
  tooLong: (line: string) => `“${line}” is longer than a summer.`,
};

export const onlyCoordinatorsCard = (): Card =>
  note(
    'only-coordinators',
    'That is for the school’s coordinator',
    'They tell me the bells and the days off.',
  );
