import type { Card, Part } from '../card.ts';
import { favors, isListedFavor } from '../favors.ts';
import type { Form } from '../form.ts';
import type { LocalDate, Minute } from '../time.ts';
import { formatWhen } from './clock-words.ts';
import { sendAsIsField } from './exposure.ts';
import { action, note, text } from './parts.ts';

export interface FavorFacts {
  readonly id: string;
  readonly version: number;
  readonly state: 'offered' | 'wanted' | 'no_need' | 'done' | 'withdrawn';
  readonly what: string;
  readonly therapistName: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly date: LocalDate;
  /** When the lesson begins it is for; to be done before. */
  readonly start: Minute;
}

const lesson = (favor: FavorFacts, today: LocalDate): string =>
  `${favor.classroomName}, ${formatWhen(favor.date, favor.start, today)}`;

const whatPart = ({ what }: FavorFacts): Part =>
  text(isListedFavor(what) ? `${what}.` : 'It is in their own words.');

const readAction = ({ id, what }: FavorFacts) =>
  isListedFavor(what) ? [] : [action('favor.read', 'Read', id, { opensForm: true })];

export const favorForm = (visitId: string, teacherName: string, lessonWords: string): Form => ({
  name: 'favor',
  ref: visitId,
  title: 'Offer a hand',
  intro: `For ${teacherName}: ${lessonWords}. You do it before the lesson begins.`,
  submit: 'Offer it',
  fields: [
    {
      kind: 'choice',
      name: 'what',
      label: 'I could…',
      options: favors.map((one) => ({ value: one, label: one })),
      optional: true,
    },
    { kind: 'text', name: 'own', label: 'Or in your words', maxLength: 200, optional: true },
    sendAsIsField,
  ],
});

export const favorEmptyFault = 'Please pick one, or write it in your words.';

/** For the teacher: a yes or a no, and no more. */
export const favorCard = (favor: FavorFacts, today: LocalDate): Card => {
  const { therapistName, id, version } = favor;
  switch (favor.state) {
    case 'offered':
      return {
        kind: 'favor',
        push: `${therapistName} could take something off your plate`,
        title: `${therapistName} could take this off your plate: ${lesson(favor, today)}`,
        parts: [whatPart(favor)],
        actions: [
          action('favor.answer', 'Yes, please', id, { value: 'yes', version, tone: 'primary' }),
          action('favor.answer', 'No need', id, { value: 'no', version }),
          ...readAction(favor),
        ],
      };
    case 'wanted':
      return {
        kind: 'favor',
        push: 'It is off your plate',
        title: `${therapistName} does it before ${formatWhen(favor.date, favor.start, today)}`,
        parts: [whatPart(favor)],
        actions: [action('favor.answer', 'No need after all', id, { value: 'no', version })],
      };
    case 'done':
      return { ...note('favor', `Done by ${therapistName}`), parts: [whatPart(favor)] };
    case 'no_need':
    case 'withdrawn':
      return note('favor', 'No need', `${therapistName} knows. Nothing to do.`);
  }
};

/** For the therapist: what became of the offer, and then a thing to do. */
export const favorStatusCard = (favor: FavorFacts, today: LocalDate): Card => {
  const { teacherName, id, version } = favor;
  const done = action('favor.done', 'Done', id, { version, tone: 'primary' });
  switch (favor.state) {
    case 'offered':
      return {
        kind: 'favor-status',
        push: 'Your offer is on its way',
        title: `Offered: ${lesson(favor, today)}`,
        parts: [whatPart(favor)],
        actions: readAction(favor),
      };
    case 'wanted':
      return {
        kind: 'favor-status',
        push: `${teacherName} would like your hand`,
        title: `To do before ${lesson(favor, today)}`,
        parts: [whatPart(favor), text(`${teacherName} said yes, please.`)],
        actions: [done, ...readAction(favor)],
      };
    case 'done':
      return { ...note('favor-status', `Done: ${lesson(favor, today)}`), parts: [whatPart(favor)] };
    case 'no_need':
    case 'withdrawn':
      return note('favor-status', `No need: ${lesson(favor, today)}`, `${teacherName} is fine without it.`);
  }
};

export const favorReadCard = (favor: FavorFacts): Card => ({
  ...note('favor-read', `From ${favor.therapistName}`, favor.what),
  push: 'An offer',
});

/** Above a therapist's week: what somebody waits for. */
export const toDoParts = (wanted: readonly FavorFacts[], today: LocalDate): Part[] =>
  wanted.length === 0
    ? []
    : [
        { kind: 'text', tone: 'strong', text: 'To do:' },
        ...wanted.map((favor) => ({
          kind: 'option' as const,
          text: `Before ${lesson(favor, today)}`,
          detail: isListedFavor(favor.what) ? favor.what : `What you offered ${favor.teacherName}`,
          action: action('favor.done', 'Done', favor.id, { version: favor.version }),
        })),
      ];
