import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { FocusArea } from '../focus-area.ts';
import type { Form } from '../form.ts';
import { type Shelf, shelves } from '../playbook/shelves.ts';
import type { LocalDate, Span } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatWhen } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { action, muted, note, text } from './parts.ts';

interface PlanFacts extends Span {
  readonly id: string;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly approach: string | null;
}

const where = (visit: PlanFacts, today: LocalDate): string =>
  `${visit.classroomName}, ${formatWhen(visit.date, visit, today)} · ${kindLabel[visit.kind]}`;

/** What one tap may keep as the plan: what the last visit left to try, or what was planned for it. */
export type Again = 'left to try' | 'last time';

const againLabel: Readonly<Record<Again, string>> = {
  'left to try': 'What I left to try',
  'last time': 'As last time',
};

/** What is meant stays in the form, behind a tap: the card says only whether there is a plan. */
export const intentionCard = (visit: PlanFacts, today: LocalDate, again?: Again): Card =>
  visit.approach === null
    ? {
        kind: 'intention',
        push: 'A plan for your next visit?',
        title: where(visit, today),
        parts: [
          text('What do you have in mind? One pick, ten seconds.'),
          muted('You can come without one; the visit is marked “no plan yet”.'),
        ],
        actions: [
          action('intention.open', 'Pick a plan', visit.id, { opensForm: true, tone: 'primary' }),
          ...(again === undefined ? [] : [action('intention.again', againLabel[again], visit.id)]),
        ],
      }
    : {
        kind: 'intention',
        push: 'Your plan is kept',
        title: where(visit, today),
        parts: [text('You have a plan. Only you see it.')],
        actions: [action('intention.open', 'Look or change', visit.id, { opensForm: true })],
      };

/** Behind a tap, for its therapist alone: in the room it can be read, and not changed any more. */
export const planReadCard = (visit: PlanFacts, today: LocalDate): Card | undefined =>
  visit.approach === null ? undefined : note('intention-read', where(visit, today), visit.approach);

export const tooLateToPlanCard = (): Card =>
  note('intention', 'That visit has begun', '“log” records how it went.');

export const noPlanYet = 'no plan yet';

export const shelfLabel: Readonly<Record<Shelf, string>> = {
  game: 'Game',
  fidget: 'Fidget',
  tool: 'Tool',
  calming: 'Calm',
  environment: 'Room',
};

/** What an entry of a list may hold (see `Option`). */
const LABEL_LENGTH = 75;
/** How an entry of the list comes back. */
export const pickOf = (words: string): string => words.slice(0, LABEL_LENGTH);
const option = (words: string, label = words) => ({
  value: pickOf(words),
  label: label.length > LABEL_LENGTH ? `${label.slice(0, LABEL_LENGTH - 1)}…` : label,
});

export const LONGEST_APPROACH = 200;

/** The try that was left from last time first, then the playbook, then everything else there is. */
export const intentionForm = (
  visit: PlanFacts,
  focus: FocusArea,
  offered: { readonly nextTry?: string | undefined; readonly moves: readonly string[] },
  today: LocalDate,
): Form => {
  const { nextTry, moves } = offered;
  const picks = [
    ...(nextTry === undefined ? [] : [option(nextTry, `Left to try: ${nextTry}`)]),
    ...moves.filter((move) => move !== nextTry).map((move) => option(move)),
  ];
  const shelved = Object.entries(shelves).flatMap(([shelf, lines]) =>
    lines.map((line) => option(line, `${shelfLabel[shelf as Shelf]}: ${line}`)),
  );
  const kept = visit.approach ?? '';
  const known = [...picks, ...shelved].some(({ value }) => value === kept);
  return {
    name: 'intention',
    ref: visit.id,
    title: 'Your plan',
    intro: `${where(visit, today)}, for ${focusLabel[focus]}. Only you see it.`,
    submit: 'Keep',
    fields: [
      { kind: 'choice', name: 'pick', label: 'Pick one', options: picks, value: kept, optional: true },
      {
        kind: 'choice',
        name: 'shelf',
        label: 'Or from the shelves',
        options: shelved,
        value: kept,
        optional: true,
        hint: 'Active games, fidgets, tools, calming, the room.',
      },
      {
        kind: 'text',
        name: 'own',
        label: 'Or in your words',
        maxLength: LONGEST_APPROACH,
        optional: true,
        ...(known ? {} : { value: kept }),
      },
    ],
  };
};

export const intentionFault = 'Please pick one, or write a few words below.';
