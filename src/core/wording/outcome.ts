import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { type Cause, causes, type Outcome } from '../outcome.ts';
import type { LocalDate, Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import { formatWhen } from './clock-words.ts';
import { action, capital, muted, note, text } from './parts.ts';

/** In the middle of a sentence: "30 minutes displaced: a test". */
export const causeLabel: Readonly<Record<Cause, string>> = {
  absent: 'student absent',
  class_changed: 'the class did something else',
  test: 'a test',
  assembly: 'an assembly',
  called_away: 'called away',
  student_declined: 'student declined',
  teacher_asked: 'the teacher asked',
  closed_day: 'school was closed',
  other: 'something else',
};

/** The commonest, as many as a card has buttons beside “Another reason”. */
const firstCauses: readonly Cause[] = ['absent', 'class_changed', 'test', 'called_away', 'teacher_asked'];

export const outcomeLabel: Readonly<Record<Outcome, string>> = {
  as_planned: 'as planned',
  adapted: 'adapted',
  could_not: 'could not',
};

export interface OutcomeFacts extends Span {
  readonly id: string;
  readonly version: number;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly outcome: Outcome | null;
  readonly reason: Cause | null;
  readonly setting: VisitSetting;
  readonly wasOut: boolean;
}

const place = (visit: OutcomeFacts, today: LocalDate): string =>
  `${visit.classroomName}, ${formatWhen(visit.date, visit, today)}`;

/** As planned, and not in the class. */
export const OUTSIDE = 'outside';

/** One tap when the visit is over (needs 48). `waiting` visits come after this one. */
export const outcomeCard = (visit: OutcomeFacts, today: LocalDate, waiting = 0): Card => {
  const tap = (label: string, value: Outcome | typeof OUTSIDE, tone?: 'primary') =>
    action('visit.log', label, visit.id, { value, version: visit.version, ...(tone ? { tone } : {}) });
  return {
    kind: 'visit-outcome',
    push: 'How did the visit go?',
    title: `How did it go? ${place(visit, today)}`,
    parts: waiting > 0 ? [muted(waitingWords(waiting))] : [],
    actions: [
      ...(visit.setting === 'either'
        ? [tap('In the class', 'as_planned', 'primary'), tap('Outside', OUTSIDE)]
        : [tap('As planned', 'as_planned', 'primary')]),
      tap('Adapted', 'adapted'),
      tap('Could not', 'could_not'),
    ],
  };
};

const waitingWords = (count: number): string =>
  count === 1 ? 'One more visit to record.' : `${count} more visits to record.`;

/** A second tap for what did not happen. The minutes are displaced already, whatever the reason. */
export const causeCard = (visit: OutcomeFacts, today: LocalDate): Card => ({
  kind: 'visit-outcome',
  push: 'What got in the way?',
  title: `What got in the way? ${place(visit, today)}`,
  parts: [],
  actions: [
    ...firstCauses.map((cause) =>
      action('visit.reason', capital(causeLabel[cause]), visit.id, { value: cause, version: visit.version }),
    ),
    action('visit.other-reason', 'Another reason', visit.id, { version: visit.version, opensForm: true }),
  ],
});

export const causeForm = (visitId: string): Form => ({
  name: 'visit.reason',
  ref: visitId,
  title: 'What got in the way?',
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'reason',
      label: 'Reason',
      options: causes.map((cause) => ({ value: cause, label: capital(causeLabel[cause]) })),
    },
  ],
});

export const causeFault = 'Please choose one.';

/** What was recorded, and everything that may follow; none of it has to. */
export const recordedCard = (
  visit: OutcomeFacts & { readonly outcome: Outcome },
  today: LocalDate,
  more: { readonly hasNote: boolean; readonly waiting: number; readonly hint?: string | undefined },
): Card => ({
  kind: 'visit-outcome',
  push: 'The visit is recorded',
  title: `${place(visit, today)} · ${outcomeLabel[visit.outcome]}`,
  parts: [
    text(countedWords(visit)),
    ...(more.hint === undefined ? [] : [text(more.hint)]),
    ...(more.waiting > 0 ? [muted(waitingWords(more.waiting))] : []),
  ],
  actions: [
    more.hasNote
      ? action('visit.read-note', 'Read the note', visit.id, { opensForm: true })
      : action('visit.note', 'Add a note', visit.id, {
          opensForm: true,
          ...(visit.outcome === 'adapted' ? { tone: 'primary' as const } : {}),
        }),
    ...(visit.outcome === 'could_not'
      ? []
      : [action('strategy.new', 'Something to try', visit.id, { value: 'visit', opensForm: true })]),
    action('visit.again', 'Change', visit.id, { version: visit.version }),
    ...(more.waiting > 0 ? [action('log.show', 'Next visit', '')] : []),
  ],
});

const countedWords = (visit: OutcomeFacts): string => {
  const minutes = visit.end - visit.start;
  return visit.outcome === 'could_not'
    ? `${minutes} minutes displaced: ${causeLabel[visit.reason ?? 'other']}.`
    : `${minutes} minutes delivered${visit.wasOut ? ', outside' : ''}.`;
};

export const nothingToLogCard = (): Card =>
  note('log', 'Nothing to record', 'Every visit so far is recorded.');
