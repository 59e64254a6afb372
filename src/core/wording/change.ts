import type { ActivityKind } from '../activity-kind.ts';
import type { What, When } from '../calendar/change.ts';
import type { ChangeFault } from '../calendar/class-change-said.ts';
import type { DateSpan } from '../calendar/school-calendar.ts';
import type { Card, Part } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatDates, formatSpan } from './clock-words.ts';
import { action, capital, counted, listed, muted, note, text } from './parts.ts';

/** One thing that goes otherwise, on some days, in some place. */
export interface ChangeFacts {
  /** Empty for the whole school. */
  readonly place: string;
  readonly dates: DateSpan;
  readonly what: What;
}

const hours = (when: When): string => {
  if (when === 'all day') return '';
  return 'period' in when ? ` in ${when.period}` : ` ${formatSpan(when)}`;
};

const named = (kind: ActivityKind | undefined): string =>
  kind === undefined ? 'what was planned' : kindLabel[kind].toLowerCase();

/** "a sub", "test 9:00–11:00", "no specials 1:25–2:10". */
const whatWords = (what: What): string => {
  switch (what.do) {
    case 'close':
      return what.name.toLowerCase();
    case 'day-type':
      return what.dayType.toLowerCase();
    case 'substitute':
      return `a sub${hours(what.when)}`;
    case 'add':
      return `${kindLabel[what.kind].toLowerCase()}${hours(what.when) || ' all day'}`;
    case 'cancel':
      return `no ${named(what.kind)}${hours(what.when)}`;
    case 'move':
      return `${named(what.kind)} moves to${hours(what.to)}`;
  }
};

/** "Room 12, tomorrow: a sub". */
export const changeLine = ({ place, dates, what }: ChangeFacts, today: LocalDate): string => {
  const when = formatDates(dates, today);
  return `${place === '' ? capital(when) : `${place}, ${when}`}: ${whatWords(what)}`;
};

/** As a calendar names it. */
export const closingNames = { snow: 'Snow day', other: 'No school' } as const;

export const gradeWords = (grade: string): string => (/^k/i.test(grade) ? 'Kindergarten' : `Grade ${grade}`);

export const undoneTitle = (line: string): string => `Taken back: ${line}`;

export const changeLines = (changes: readonly ChangeFacts[], today: LocalDate): string[] => [
  ...new Set(changes.map((change) => changeLine(change, today))),
];

/** To whoever said it: what was understood, who hears, and the way back. */
export const changeCard = (
  facts: {
    readonly id: string;
    readonly changes: readonly ChangeFacts[];
    readonly hears: readonly string[];
    readonly visits: number;
    /** "Until Wednesday": the day it may or may not include, as `YYYY-MM-DD`. */
    readonly doubt?: LocalDate;
  },
  today: LocalDate,
): Card => {
  const [title = '', ...more] = changeLines(facts.changes, today);
  return {
    kind: 'change',
    push: 'Noted',
    title,
    parts: [
      ...(more.length > 0 ? [text(more.join('\n'))] : []),
      text(['Noted.', hearWords(facts.hears), visitWords(facts.visits)].filter(Boolean).join(' ')),
    ],
    actions: [
      ...(facts.doubt === undefined ? [] : [alsoAction('change.also', facts.id, facts.doubt, today)]),
      action('change.undo', 'Undo', facts.id),
    ],
  };
};

const hearWords = (names: readonly string[]): string =>
  names.length === 0 ? '' : `${names.length > 4 ? `${names.length} people` : listed(names)} will hear of it.`;

const visitWords = (visits: number): string =>
  visits === 0 ? '' : `${counted(visits, 'visit', 'visits')} can’t be then, and everybody concerned is told.`;

export const alsoAction = (name: string, ref: string, date: LocalDate, today: LocalDate) =>
  action(name, `${capital(formatDates({ start: date, end: date }, today))} too`, ref, { value: date });

export const changeUndoneCard = (changes: readonly ChangeFacts[], today: LocalDate): Card => {
  const [first = '', ...more] = changeLines(changes, today);
  return note('change', 'Taken back', [first, ...more].join('\n'));
};

/** To those who work in the class. */
export const changeNewsCard = (
  changes: readonly ChangeFacts[],
  saidBy: string,
  undone: boolean,
  today: LocalDate,
): Card => {
  const [first = '', ...more] = changeLines(changes, today);
  return {
    kind: 'change-news',
    push: undone ? 'A change was taken back' : 'A day changes',
    title: undone ? undoneTitle(first) : first,
    parts: [
      ...(more.length > 0 ? [text(more.join('\n'))] : []),
      muted(
        undone ? 'The day is as it was before.' : saidBy === '' ? 'Told for that day.' : `Told by ${saidBy}.`,
      ),
    ],
    actions: undone ? [] : [action('week.show', 'My week', '')],
  };
};

/** "Undo" without a card at hand: what can still be taken back. */
export const undoListCard = (
  changes: readonly (ChangeFacts & { readonly id: string })[],
  today: LocalDate,
): Card => ({
  kind: 'undo-list',
  push: 'What you told me',
  title: 'Which one shall I take back?',
  parts: changes.map(
    (change): Part => ({
      kind: 'option',
      text: changeLine(change, today),
      action: action('change.undo', 'Undo', change.id),
    }),
  ),
  actions: [],
});

export const nothingToUndoCard = (): Card =>
  note('undo-list', 'There is nothing to take back', 'A card with a button changes what was tapped on it.');

export const whenNote: Readonly<Record<ChangeFault | 'which-day' | 'past', string>> = {
  'which-day': 'Tell me the day with it, like “tomorrow” or “Thursday”.',
  past: 'That day has passed. Please give me one still to come.',
  'no-school': 'There is no school on that day.',
  'no-hour': 'Tell me the time with it, like “9–11”, or say “all day”.',
  'not-then': 'The week I know has nothing like that on that day. Say the time with it, like “1:25–2:10”.',
};

export const changeFaultCard = (fault: keyof typeof whenNote): Card =>
  note('change-fault', 'Nothing was changed yet', whenNote[fault]);

export const whichBellsCard = (type: 'early' | 'late' | 'exams'): Card =>
  note(
    'change-fault',
    'Which bells does that day have?',
    type === 'early'
      ? 'Tell me when it ends, like “early release Friday at 12:30”.'
      : type === 'late'
        ? 'Tell me how late it starts, like “two-hour delay tomorrow”.'
        : 'I know no such day yet. Its bells come in with “npx pushin import”.',
  );

export const whichClassCard = (): Card =>
  note('change-fault', 'Which class?', 'Name the room with it, like “Room 12 has a sub today”.');

/** A teacher or therapist told what only the office may say of everybody's day. */
export const forTheOfficeCard = (coordinators: readonly string[]): Card =>
  note(
    'only-coordinators',
    'That changes the whole school’s day',
    coordinators.length === 0
      ? 'A coordinator tells me that. Nothing was changed.'
      : `${listed(coordinators)} can tell me that. Nothing was changed.`,
  );
