import type { Card, Part } from '../card.ts';
import type { Form } from '../form.ts';
import type { Proposal } from '../possible-visits.ts';
import type { LocalDate, Minute } from '../time.ts';
import { takesRoom, type VisitSetting } from '../visit-setting.ts';
import type { Why } from '../week-plan/why-not-at.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatDay, formatSpan, nameDay, shortDay } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { action, capital, muted, note, text } from './parts.ts';
import { whatWords } from './visit-settings.ts';
import { rowWords } from './week-plan.ts';

export interface WhyNotLine {
  readonly room: string;
  readonly setting: VisitSetting;
  readonly why: Why;
  /** What I would offer first in that class. */
  readonly first: Proposal | undefined;
  /** None of that kind is still to be found there. */
  readonly isPlanned: boolean;
}

/** More than this and nobody reads them. */
const MOST_LINES = 15;

/** “Why not Thursday?”, class by class. */
export const whyNotCard = (
  lines: readonly WhyNotLine[],
  when: { readonly date: LocalDate; readonly minute: Minute | undefined },
  today: LocalDate,
): Card => {
  const day = capital(formatDay(when.date, today));
  const more = lines.length - MOST_LINES;
  return {
    kind: 'why-not',
    push: 'Why not then',
    title: when.minute === undefined ? `${day}, class by class` : `${day} at ${formatClock(when.minute)}`,
    parts: [
      ...lines.slice(0, MOST_LINES).map((line) => linePart(line, when.date, today)),
      ...(more > 0 ? [muted(`${more} more: ask with the room, like “why not Tue in Room 12?”.`)] : []),
    ],
    actions: [action('schedule.show', 'See good times', '')],
  };
};

const linePart = (line: WhyNotLine, date: LocalDate, today: LocalDate): Part => {
  const { why, first, setting, isPlanned } = line;
  const room = placeWords(line);
  if (why.why !== 'possible') return text(`${room}: ${reason(why, nameDay(date, today))}`);
  const { visit } = why;
  const inClass = takesRoom(setting);
  const words = `${room}: ${shortDay(date)} ${formatSpan(visit)} would work${during(visit, setting)}.`;
  if (isPlanned)
    return text(`${words} Every ${inClass ? 'visit there' : 'session of that kind'} is planned already.`);
  return {
    kind: 'option',
    text: words,
    ...(first === undefined || !inClass || isSame(first, visit) ? {} : { detail: whyFirst(first, visit) }),
    action: action('visit.propose', 'Ask for this', visit.pairingId, {
      value: [visit.date, visit.start, ...(setting === 'push_in' ? [] : [setting])].join('/'),
    }),
  };
};

const during = (visit: Proposal, setting: VisitSetting): string => {
  if (takesRoom(setting)) return `: ${whatWords({ ...visit, setting })}, fits ${focusLabel[visit.focus]}`;
  return setting === 'pull_out' ? `, during ${kindLabel[visit.kind].toLowerCase()}` : '';
};

const placeWords = ({ room, setting }: WhyNotLine): string => {
  if (takesRoom(setting)) return room;
  return setting === 'pull_out' ? rowWords.outside(room) : rowWords.talk(room);
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
      const last = why.starts.at(-1);
      if (start === undefined || last === undefined)
        return why.kind === undefined
          ? 'the teacher’s time without students is too short then for a talk.'
          : `${kindLabel[why.kind]} is too short then for a whole visit.`;
      const between =
        start === last
          ? `at ${formatClock(start)}`
          : `between ${formatClock(start)} and ${formatClock(last)}`;
      return why.kind === undefined
        ? `the teacher has time then, but a whole talk begins ${between}.`
        : `${kindLabel[why.kind]} fits, but a whole visit begins ${between}.`;
    }
    case 'not-missed':
      return `the class has ${kindLabel[why.kind].toLowerCase()} then, which nobody should miss.`;
    case 'nothing-outside':
      return `the class does nothing on ${day} that a child could leave.`;
    case 'no-talk':
      return `the teacher has no stretch that long without students on ${day}.`;
    case 'with-students':
      return 'the teacher has students or lunch then.';
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

/** “Why not another day?” by a tap. */
export const whyNotForm = (dates: readonly LocalDate[], today: LocalDate): Form => ({
  name: 'why-not',
  ref: '',
  title: 'Why not another day?',
  intro: 'For each class I say what stands in the way that day, or what would work.',
  submit: 'Tell me',
  fields: [
    {
      kind: 'choice',
      name: 'day',
      label: 'Which day',
      options: dates.map((date) => ({ value: date, label: capital(formatDay(date, today)) })),
    },
  ],
});

export const whyNotFaults = { day: 'Please choose a day.' } as const;
