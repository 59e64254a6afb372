import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import type { LocalDate, Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { PlanLine } from '../week-plan/plan-lines.ts';
import type { WeekChanges } from '../week-plan/week-changes.ts';
import { formatSpan, shortDay } from './clock-words.ts';
import { action, counted, muted, text } from './parts.ts';
import { whatWords } from './visit-settings.ts';

const wishes = {
  keep: 'Keep it as it is',
  move: 'Another time for it',
  never: 'Not in this activity this week',
} as const;

/** As long as an entry of a list may be (see `Option`). */
const LABEL_LENGTH = 75;

const words = (line: Pick<PlanLine, 'date' | 'start' | 'end' | 'room' | 'kind' | 'setting'>): string =>
  `${shortDay(line.date)} ${formatSpan(line)} · ${line.room} · ${whatWords(line)}`;

const clipped = (label: string): string =>
  label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH - 1)}…` : label;

export const changePlanForm = (
  planId: string,
  visits: readonly { readonly value: string; readonly line: PlanLine }[],
): Form => ({
  name: 'plan.change',
  ref: planId,
  title: 'Change a visit',
  intro: 'You see what else would change before anything does.',
  submit: 'Show me',
  fields: [
    {
      kind: 'choice',
      name: 'visit',
      label: 'Which one',
      options: visits.map(({ value, line }) => ({ value, label: clipped(words(line)) })),
    },
    {
      kind: 'choice',
      name: 'wish',
      label: 'What about it',
      value: 'move',
      options: Object.entries(wishes).map(([value, label]) => ({ value, label })),
    },
  ],
});

/** A visit of a week that was sent. */
interface SentVisit extends Span {
  readonly id: string;
  readonly date: LocalDate;
  readonly classroomName: string;
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
}

export const takeBackForm = (planId: string, visits: readonly SentVisit[]): Form => ({
  name: 'plan.take-back',
  ref: planId,
  title: 'Take a visit back',
  intro: 'The room is free at once, and the teacher’s card says so.',
  submit: 'Take it back',
  fields: [
    {
      kind: 'choice',
      name: 'visit',
      label: 'Which one',
      options: visits.map((visit) => ({
        value: visit.id,
        label: clipped(words({ ...visit, room: visit.classroomName })),
      })),
    },
  ],
});

export const changePlanFaults = {
  visit: 'Please choose one of the visits.',
  wish: 'Please choose what should become of it.',
} as const;

/** What would change, before anything does. */
export const offeredPlanCard = (facts: {
  readonly id: string;
  readonly version: number;
  readonly changes: WeekChanges<PlanLine>;
  /** Sessions that would have no place, less those that have none now. */
  readonly moreMissing: number;
}): Card => {
  const { goes, comes, regrouped } = facts.changes;
  const lines = [
    ...goes.map((line) => `− ${words(line)}`),
    ...comes.map((line) => `+ ${words(line)}`),
    ...regrouped.map(
      (line) => `± ${words(line)}, with ${counted(line.mandates.length, 'student', 'students')}`,
    ),
  ];
  return {
    kind: 'week-plan-offer',
    push: 'What would change',
    title: lines.length === 0 ? 'Nothing would change' : 'This would change',
    parts: [
      ...(lines.length === 0 ? [] : [text(lines.join('\n'))]),
      ...(facts.moreMissing > 0
        ? [text(`${counted(facts.moreMissing, 'session', 'sessions')} more would have no place.`)]
        : []),
      muted('Everything else stays where it is. Nothing is sent yet.'),
    ],
    actions: [
      action('plan.take', 'Make this change', facts.id, {
        value: 'yes',
        version: facts.version,
        tone: 'primary',
      }),
      action('plan.leave', 'Leave it as it was', facts.id, { value: 'no', version: facts.version }),
    ],
  };
};
