import type { Action, Card, Part } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { closingNames } from './change.ts';
import { formatDay } from './clock-words.ts';
import { dayHeading } from './my-day.ts';
import { action, capital, muted, note, strong, text } from './parts.ts';
import { planWholeWeek } from './schedule.ts';

export interface WeekDay {
  readonly date: LocalDate;
  /** "Day 4", "Early release". */
  readonly notes: readonly string[];
  readonly lines: readonly WeekLine[];
}

export interface WeekLine {
  readonly words: string;
  /** To the card of the visit it speaks of, while something can be done with it. */
  readonly open?: Action | undefined;
}

/** A Slack message holds 50 blocks, a phone's screen far less: of a full week the next ones. */
const MOST_TO_OPEN = 10;

const dayParts = (day: WeekDay, today: LocalDate): Part[] => {
  const parts: Part[] = [strong(dayHeading(day.date, day.notes, today))];
  let words: string[] = [];
  const endText = (): void => {
    if (words.length > 0) parts.push(text(words.join('\n')));
    words = [];
  };
  for (const line of day.lines) {
    if (line.open === undefined) words.push(line.words);
    else {
      endText();
      parts.push({ kind: 'option', text: line.words, action: line.open });
    }
  }
  endText();
  return parts;
};

/** Only the first of them keep their buttons. */
const withFewButtons = (days: readonly WeekDay[]): WeekDay[] => {
  let left = MOST_TO_OPEN;
  return days.map((day) => ({
    ...day,
    lines: day.lines.map((line) => {
      if (line.open) left -= 1;
      return left >= 0 ? line : { words: line.words };
    }),
  }));
};

/** Each person's own week: the therapist's visits, or who comes into the teacher's room and what is open. */
export const weekCard = (
  facts: {
    readonly days: readonly WeekDay[];
    readonly open: readonly Part[];
    /** Days of this week on which school is closed, with the reason. */
    readonly closed: readonly { readonly date: LocalDate; readonly name: string }[];
    readonly empty: string;
    readonly next: 'schedule' | 'routine' | 'strategies';
  },
  today: LocalDate,
): Card => {
  const days = withFewButtons(facts.days.filter((day) => day.lines.length > 0));
  return {
    kind: 'week',
    push: 'Your week',
    title: 'Your week',
    parts: [
      ...facts.open,
      ...(facts.open.length > 0 && days.length > 0 ? [{ kind: 'divider' } as const] : []),
      ...days.flatMap((day) => dayParts(day, today)),
      ...(days.length === 0 ? [muted(facts.empty)] : []),
      ...facts.closed.map(({ date, name }) => muted(closedWords(date, name, today))),
    ],
    actions: weekActions[facts.next],
  };
};

const opens = { opensForm: true } as const;
const weekActions = {
  schedule: [action('schedule.show', 'Find good times', ''), planWholeWeek()],
  routine: [
    action('routine.open', 'My routine', '', opens),
    action('request.open', 'Ask for something', '', opens),
    action('para.open', 'Who helps in class', '', opens),
  ],
  strategies: [action('strategy.new', 'Share something', '', opens)],
} as const;

const closedWords = (date: LocalDate, name: string, today: LocalDate): string =>
  name === '' || name === closingNames.other
    ? `${capital(formatDay(date, today))}: no school.`
    : `${capital(formatDay(date, today))}: no school (${name}).`;

export const emptyWeek = {
  therapist: 'No visits planned yet.',
  teacher: 'Nobody has asked to come this week.',
  para: 'Nobody comes to your class this week.',
};

export const openCounts = {
  asks: (count: number): string =>
    count === 1 ? 'One question waits for a tap:' : `${count} questions wait for a tap:`,
  proposals: 'A therapist asks to join:',
};

export const visitLine = {
  agreed: (words: string): string => words,
  proposed: (words: string): string => `${words} (waiting for a yes)`,
  held: (words: string): string => `${words} (kept for you)`,
};

export const noWeekCard = (): Card =>
  note('week', 'Your week', 'Nothing to show for your role yet. “help” says what I can do.');
