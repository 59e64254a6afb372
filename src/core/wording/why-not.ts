import type { Card, Part } from '../card.ts';
import type { Proposal } from '../possible-visits.ts';
import type { LocalDate, Minute } from '../time.ts';
import type { Why } from '../why-not-at.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatDay, formatSpan, nameDay, shortDay } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { action, capital, note, text } from './parts.ts';

export interface WhyNotLine {
  readonly room: string;
  readonly why: Why;
  /** What I would offer first in that class. */
  readonly first: Proposal | undefined;
  /** No visit of this class is still to be found. */
  readonly isPlanned: boolean;
}

/** “Why not Thursday?”, class by class. */
export const whyNotCard = (
  lines: readonly WhyNotLine[],
  when: { readonly date: LocalDate; readonly minute: Minute | undefined },
  today: LocalDate,
): Card => {
  const day = capital(formatDay(when.date, today));
  return {
    kind: 'why-not',
    push: 'Why not then',
    title: when.minute === undefined ? `${day}, class by class` : `${day} at ${formatClock(when.minute)}`,
    parts: lines.map((line) => linePart(line, when.date, today)),
    actions: [action('schedule.show', 'See good times', '')],
  };
};

const linePart = ({ room, why, first, isPlanned }: WhyNotLine, date: LocalDate, today: LocalDate): Part => {
  if (why.why !== 'possible') return text(`${room}: ${reason(why, nameDay(date, today))}`);
  const { visit } = why;
  const words = `${room}: ${shortDay(date)} ${formatSpan(visit)} would work: ${kindLabel[visit.kind]}, fits ${focusLabel[visit.focus]}.`;
  if (isPlanned) return text(`${words} Every visit there is planned already.`);
  return {
    kind: 'option',
    text: words,
    ...(first === undefined || isSame(first, visit) ? {} : { detail: whyFirst(first, visit) }),
    action: action('visit.propose', 'Ask for this', visit.pairingId, {
      value: `${visit.date}/${visit.start}`,
    }),
  };
};

const isSame = (a: Proposal, b: Proposal): boolean => a.date === b.date && a.start === b.start;

const whyFirst = (first: Proposal, visit: Proposal): string => {
  const there = `${shortDay(first.date)} ${formatClock(first.start)} (${kindLabel[first.kind]})`;
  if (first.fit > visit.fit) return `I put ${there} first because it fits better.`;
  if (first.source === 'teacher' && visit.source !== 'teacher')
    return `I put ${there} first because the teacher said so for that day.`;
  return `I put ${there} first because it fits as well and comes at a better time in the week.`;
};

const reason = (why: Exclude<Why, { why: 'possible' }>, day: string): string => {
  switch (why.why) {
    case 'cannot-ask':
      return `${formatSpan(why.visit)} would fit, but the teacher has no minute without students in which I could ask before.`;
    case 'said-no':
      return `the teacher would rather have nobody in ${kindLabel[why.kind].toLowerCase()} then.`;
    case 'not-that':
      return `the class has ${kindLabel[why.kind].toLowerCase()} then, which does not fit what you work on there.`;
    case 'other-start': {
      const [start] = why.starts;
      const what = kindLabel[why.kind];
      return start === undefined
        ? `${what} is too short then for a whole visit.`
        : `${what} fits, but a whole visit begins between ${formatClock(start)} and ${formatClock(why.starts.at(-1) ?? start)}.`;
    }
    case 'no-school':
      return `there is no school on ${day}.`;
    case 'nothing-known':
      return 'I don’t know what the class does then. “ask” makes me ask.';
    case 'test':
      return 'a test is all that would fit, and I never offer those.';
    case 'no-fit':
      return `nothing the class does on ${day} fits what you work on there.`;
    case 'too-late':
      return 'what fits is over, or begins too soon to ask.';
    case 'you-are-busy':
      return 'you have students or another visit at that time.';
    case 'all-taken':
      return 'somebody is in the room already at every time that fits, or the teacher has declined it.';
  }
};

export const whyNotWhenCard = (): Card =>
  note(
    'why-not',
    'Which day?',
    'Ask it with the day, like “why not Thursday?” or “why not Tue at 10 in Room 12?”.',
  );
