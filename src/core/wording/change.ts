import type { ActivityKind } from '../activity-kind.ts';
import type { What, When } from '../calendar/change.ts';
import type { ChangeFault } from '../calendar/class-change-said.ts';
import type { SkippedDay } from '../calendar/days-said.ts';
import type { DateSpan } from '../calendar/school-calendar.ts';
import type { Card } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatDates, formatDay, formatSpan } from './clock-words.ts';
import { action, capital, counted, listed, muted, note, text } from './parts.ts';

/** One thing that goes otherwise, on some days, in some place. */
export interface ChangeFacts {
  /** Empty for all of the only school there is. */
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

export const undoneTitle = (line: string): string => `No longer so: ${line}`;

export const changeLines = (changes: readonly ChangeFacts[], today: LocalDate): string[] => [
  ...new Set(changes.map((change) => changeLine(change, today))),
];

/** Who hears of a change, who can't be written to in time, and how many visits fall away. */
export interface Spread {
  readonly hears: readonly string[];
  readonly missed: readonly string[];
  readonly visits: number;
}

/** A day that was named and goes as always; `place` where it is one of several. */
export interface SkippedIn extends SkippedDay {
  readonly place: string;
}

/** To whoever said it: what was understood, who hears, and the way back. */
export const changeCard = (
  facts: {
    readonly id: string;
    readonly changes: readonly ChangeFacts[];
    /** `known`: said before, and nobody hears of it twice. */
    readonly spread: Spread | 'known';
    readonly skipped?: readonly SkippedIn[];
    /** "Until Wednesday": the day it may or may not include, as `YYYY-MM-DD`. */
    readonly doubt?: LocalDate;
  },
  today: LocalDate,
): Card => {
  const [title = '', ...more] = changeLines(facts.changes, today);
  const skipped = skippedWords(facts.skipped ?? [], today);
  return {
    kind: 'change',
    push: 'Noted',
    title,
    parts: [
      ...(more.length > 0 ? [text(more.join('\n'))] : []),
      ...(skipped.length > 0 ? [text(skipped.join('\n'))] : []),
      text(spreadWords(facts.spread)),
    ],
    actions: [
      ...(facts.doubt === undefined ? [] : [alsoAction('change.also', facts.id, facts.doubt, today)]),
      action('change.undo', 'Undo', facts.id),
    ],
  };
};

const spreadWords = (spread: Spread | 'known'): string => {
  if (spread === 'known') return 'I had that already, so nobody hears of it twice.';
  const { hears, missed, visits } = spread;
  const gone = visits === 0 ? '' : `${counted(visits, 'visit', 'visits')} can’t be then`;
  return [
    'Noted.',
    hears.length === 0 ? '' : `${people(hears)} will hear of it.`,
    missed.length === 0 ? '' : `I can’t reach ${people(missed)} in time; please tell them yourself.`,
    gone && (missed.length === 0 ? `${gone}, and everybody concerned is told.` : `${gone}.`),
  ]
    .filter(Boolean)
    .join(' ');
};

const people = (names: readonly string[]): string =>
  names.length > 4 ? `${names.length} people` : listed(names);

const skippedBecause: Readonly<Record<ChangeFault, (days: string) => string>> = {
  'no-school': (days) => `No school ${days}.`,
  'outside-bells': (days) => `Not ${days}: school is out at that time.`,
  'no-hour': (days) => `Not ${days}: I need the time for that.`,
  'not-then': (days) => `Not ${days}: the week I know has nothing like that then.`,
};

/** More days than these are counted. */
const DAYS_NAMED = 5;

/** The days that go as always, so that nobody takes a list for the whole week. */
const skippedWords = (skipped: readonly SkippedIn[], today: LocalDate): string[] => {
  const groups: { readonly place: string; readonly why: ChangeFault; readonly dates: LocalDate[] }[] = [];
  for (const { place, why, date } of skipped) {
    const known = groups.find((group) => group.place === place && group.why === why);
    if (known) known.dates.push(date);
    else groups.push({ place, why, dates: [date] });
  }
  return groups.map(({ place, why, dates }) => {
    const days =
      dates.length > DAYS_NAMED
        ? `on ${dates.length} days`
        : listed(dates.map((date) => formatDay(date, today)));
    return `${place === '' ? '' : `${place}: `}${skippedBecause[why](days)}`;
  });
};

export const alsoAction = (name: string, ref: string, date: LocalDate, today: LocalDate) =>
  action(name, `${capital(formatDates({ start: date, end: date }, today))} too`, ref, { value: date });

const NO_LONGER = 'It no longer counts. A visit that was called off stays so.';
const STILL = 'Somebody told it a second time, so it still counts.';

/** `stands`: another word says the same. */
export const changeUndoneCard = (
  changes: readonly ChangeFacts[],
  stands: boolean,
  today: LocalDate,
): Card => ({
  ...note('change', 'Taken back', changeLines(changes, today).join('\n')),
  parts: [text(changeLines(changes, today).join('\n')), muted(stands ? STILL : NO_LONGER)],
});

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
      muted(undone ? 'Taken back.' : saidBy === '' ? 'Told for that day.' : `Told by ${saidBy}.`),
    ],
    actions: undone ? [] : [action('week.show', 'My week', '')],
  };
};

/** To those who had heard of it. */
export const changeUndoneNewsCard = (
  changes: readonly ChangeFacts[],
  stands: boolean,
  today: LocalDate,
): Card => {
  const [first = '', ...more] = changeLines(changes, today);
  return {
    kind: 'change-undone',
    push: 'A change was taken back',
    title: `Taken back: ${first}`,
    parts: [...(more.length > 0 ? [text(more.join('\n'))] : []), muted(stands ? STILL : NO_LONGER)],
    actions: [action('week.show', 'My week', '')],
  };
};

export const whenNote: Readonly<Record<ChangeFault | 'which-day' | 'past', string>> = {
  'which-day': 'Tell me the day with it, like “tomorrow” or “Thursday”.',
  past: 'That day has passed. Please give me one still to come.',
  'no-school': 'There is no school on that day.',
  'outside-bells': 'School is out at that time on that day.',
  'no-hour': 'Tell me the time with it, like “9–11”, or say “all day”.',
  'not-then': 'The week I know has nothing like that on that day. Say the time with it, like “1:25–2:10”.',
};

export const changeFaultCard = (fault: keyof typeof whenNote): Card =>
  note('change-fault', 'Nothing was changed yet', whenNote[fault]);

export const unsureChangeCard = (): Card =>
  note('change-fault', 'Nothing was changed yet', 'Tell me once it is sure, and I let everybody know.');

export const whichBellsCard = (type: 'early' | 'late' | 'exams'): Card =>
  note(
    'change-fault',
    'Which bells does that day have?',
    type === 'early'
      ? 'Tell me when it ends, like “early release Friday at 12:30”.'
      : type === 'late'
        ? 'Tell me how late it starts, like “two-hour delay tomorrow”.'
        : 'I can’t tell which bells you mean. They come in with “npx pushin import”.',
  );

export const whichClassCard = (): Card =>
  note('change-fault', 'Which class?', 'Name the room with it, like “Room 12 has a sub today”.');

export const unknownPlaceCard = (said: string, rooms: readonly string[]): Card =>
  note(
    'change-fault',
    `I don’t know “${said}”`,
    `Nothing was changed. Please name a class as I know it${rooms.length > 0 ? `, like ${rooms.map((name) => `“${name}”`).join(' or ')}` : ''}.`,
  );

/** "Snow day in Room 12": what closes or has other bells is the whole school. */
export const wholeSchoolOnlyCard = (room: string): Card =>
  note(
    'change-fault',
    'That changes the whole school’s day',
    `Nothing was changed. For a class or a grade say what it does then, like “${room} assembly tomorrow 10–11”; for everybody leave the place out.`,
  );

/** A teacher or therapist told what only the office may say of everybody's day. */
export const forTheOfficeCard = (coordinators: readonly string[]): Card =>
  note(
    'only-coordinators',
    'That changes the whole school’s day',
    coordinators.length === 0
      ? 'A coordinator tells me that. Nothing was changed.'
      : `${listed(coordinators)} can tell me that. Nothing was changed.`,
  );
