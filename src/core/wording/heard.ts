import { type ActivityKind, activityKinds } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import { clockOf } from '../clock-minutes.ts';
import type { Form } from '../form.ts';
import { usualWelcome } from '../heard.ts';
import type { RoutineOffer } from '../routine-offer.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import type { Welcome } from '../welcome.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatWhen } from './clock-words.ts';
import { action, listed, muted, note, strong, text } from './parts.ts';
import { routineOfferParts } from './routine.ts';

export interface HeardLine extends Span {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly welcome: Welcome | null;
}

interface HeardFacts {
  readonly saying: string;
  readonly classroomId: string;
  readonly place: string;
  readonly lines: readonly HeardLine[];
  readonly confirmed: boolean;
  readonly therapists: readonly string[];
  readonly guess?: { readonly end: Minute; readonly otherwise: Minute | undefined };
  readonly offer: RoutineOffer | undefined;
  /** Said to hold every week. */
  readonly weekly: boolean;
}

export const heardWords = ({ date, kind, ...span }: HeardLine, today: LocalDate): string =>
  `${formatWhen(date, span, today)} · ${kindLabel[kind]}`;

export const welcomeWords: Readonly<Record<Welcome, string>> = {
  yes: 'You’re fine with a visit then.',
  maybe: 'A visit may or may not work then.',
  no: 'No visit then.',
};

/** What was understood, at once, with the tap that makes it sure. A no counts without one. */
export const heardCard = (facts: HeardFacts, today: LocalDate): Card => {
  const [first, ...more] = facts.lines;
  if (first === undefined) return heardGoneCard();
  const welcome = first.welcome ?? usualWelcome(first.kind);
  const isShut = welcome === 'no' || welcome === 'maybe';
  const offered =
    facts.offer &&
    routineOfferParts(
      facts.offer,
      { classroomId: facts.classroomId, date: first.date, minute: first.start },
      today,
    );
  const settled = facts.confirmed || isShut;
  const told =
    facts.therapists.length > 0
      ? `${listed(facts.therapists)} will hear in a student-free minute.`
      : 'Nobody visits your room yet; it will help once somebody does.';
  return {
    kind: 'heard',
    push: settled ? 'Noted' : 'Did I get that right?',
    title: `${facts.place}, ${heardWords(first, today)}`,
    parts: [
      ...more.map((line) => text(`Then ${heardWords(line, today)}`)),
      text(welcomeWords[welcome]),
      ...(settled || !facts.guess ? [] : [strong(`Until ${formatClock(facts.guess.end)}?`)]),
      ...(offered ? [text(offered.words)] : []),
      muted(settled ? `Noted. ${told}` : told),
    ],
    actions: [
      ...(settled ? [] : [action('heard.right', 'Right', facts.saying, { tone: 'primary' })]),
      ...(!settled && facts.guess?.otherwise !== undefined
        ? [
            action('heard.until', `Until ${formatClock(facts.guess.otherwise)}`, facts.saying, {
              value: String(facts.guess.otherwise),
            }),
          ]
        : []),
      action('heard.change', 'Change', facts.saying, { opensForm: true }),
      ...(settled ? [action('heard.undo', 'Undo', facts.saying)] : []),
      ...(settled ? [] : [action('heard.not-then', 'Not this time', facts.saying)]),
      ...(offered ? [offered.action] : []),
      ...(facts.weekly && !offered ? [action('heard.weekly', 'Every week', facts.saying)] : []),
    ],
  };
};

export const heardGoneCard = (): Card =>
  note('heard', 'Taken back', 'It is as it was before. A visit that was called off stays so.');

/** The class's likeliest activities, where words named none. */
export const likelyCard = (
  askId: string,
  version: number,
  where: string,
  likely: readonly ActivityKind[],
): Card => ({
  kind: 'likely',
  push: 'Which of these is it?',
  title: 'Which of these is it?',
  parts: [text(where)],
  actions: [
    ...likely.map((kind): Card['actions'][number] =>
      action('ask.answer', kindLabel[kind], askId, { value: kind, version }),
    ),
    action('ask.other', 'Something else', askId, { version, opensForm: true }),
  ],
});

export const heardForm = (saying: string, line: HeardLine, place: string, today: LocalDate): Form => ({
  name: 'heard.change',
  ref: saying,
  title: 'What did you mean?',
  intro: `${place}, ${heardWords(line, today)}`,
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'kind',
      label: 'The class does',
      options: activityKinds
        .filter((kind) => kind !== 'prep')
        .map((kind) => ({ value: kind, label: kindLabel[kind] })),
      value: line.kind,
    },
    { kind: 'time', name: 'start', label: 'From', value: clockOf(line.start) },
    { kind: 'time', name: 'end', label: 'Until', value: clockOf(Math.min(line.end, 24 * 60 - 1)) },
    {
      kind: 'choice',
      name: 'welcome',
      label: 'A visit then',
      options: [
        { value: 'any', label: 'As the activity allows' },
        { value: 'yes', label: 'Welcome' },
        { value: 'maybe', label: 'Maybe' },
        { value: 'no', label: 'Not this time' },
      ],
      value: line.welcome ?? 'any',
    },
  ],
});

export const heardFaults = {
  kind: 'Please choose one.',
  time: 'Please give a time, for example 10:15.',
  order: 'It has to end after it starts.',
} as const;

/** "Same as last week", where last week says nothing. */
export const nothingBeforeCard = (): Card =>
  note(
    'answer',
    'I don’t know what it was then',
    'Please tell me the activity itself, like “centers” or “writing til 10:40”.',
  );

export const askToTapPart: Part = muted('One tap settles it.');
