import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import type { LocalDate, Span } from '../time.ts';
import { formatWhen } from './clock-words.ts';
import { sendAsIsField } from './exposure.ts';
import { action, muted, note, text } from './parts.ts';

export const hows = ['well', 'mixed', 'hard'] as const;
type How = (typeof hows)[number];
export const wishes = ['more', 'same', 'less'] as const;
type Wish = (typeof wishes)[number];

const howLabel: Readonly<Record<How, string>> = { well: 'Went well', mixed: 'Mixed', hard: 'Was hard' };
const wishLabel: Readonly<Record<Wish, string>> = {
  more: 'More of it',
  same: 'The same',
  less: 'Less of it',
};

export interface FeedbackFacts extends Span {
  readonly id: string;
  readonly therapistName: string;
  readonly teacherName: string;
  readonly classroomName: string;
  readonly date: LocalDate;
}

interface Word {
  readonly how: How;
  readonly wish: Wish | null;
  readonly words: string | null;
}

const visitOf = (visit: FeedbackFacts, today: LocalDate): string =>
  `${visit.classroomName}, ${formatWhen(visit.date, visit, today)}`;

/** For the teacher: two taps, at most once a week. It is for the therapist, and for nobody else. */
export const feedbackCard = (visit: FeedbackFacts, said: Word | undefined, today: LocalDate): Card => {
  if (said === undefined)
    return {
      kind: 'visit-feedback',
      push: `How was the visit for you?`,
      title: `How was ${visit.therapistName}’s visit for you? ${visitOf(visit, today)}`,
      parts: [muted(`Only ${visit.therapistName} sees it. No answer is fine too.`)],
      actions: hows.map((how) => action('feedback.how', howLabel[how], visit.id, { value: how })),
    };
  if (said.wish === null)
    return {
      kind: 'visit-feedback',
      push: 'More, the same, or less?',
      title: `${howLabel[said.how]}. More of that, the same, or less?`,
      parts: [],
      actions: wishes.map((wish) => action('feedback.wish', wishLabel[wish], visit.id, { value: wish })),
    };
  return {
    kind: 'visit-feedback',
    push: 'Thank you',
    title: 'Thank you',
    parts: [
      text(`${visit.therapistName} sees: ${howLabel[said.how]}, ${wishLabel[said.wish].toLowerCase()}.`),
    ],
    actions:
      said.words === null ? [action('feedback.word', 'Add a word', visit.id, { opensForm: true })] : [],
  };
};

export const feedbackForm = (visitId: string, therapist: string): Form => ({
  name: 'feedback.word',
  ref: visitId,
  title: 'A word',
  intro: `For ${therapist} only. It needs no names.`,
  submit: 'Send',
  fields: [
    {
      kind: 'text',
      name: 'words',
      label: 'What should be different, or stay?',
      multiline: true,
      maxLength: 300,
    },
    sendAsIsField,
  ],
});

export const feedbackFault = 'Please write a few words, or close this.';

export const feedbackKeptCard = (therapist: string): Card =>
  note('visit-feedback', 'Thank you', `${therapist} gets it in a student-free minute.`);

/** For the therapist; the teacher's own words stay behind a tap. */
export const visitWordCard = (visit: FeedbackFacts, said: Word, today: LocalDate): Card => ({
  kind: 'visit-word',
  push: 'A word about a visit',
  title: `${visit.teacherName} on the visit: ${howLabel[said.how].toLowerCase()}${
    said.wish === null ? '' : `, ${wishLabel[said.wish].toLowerCase()}`
  }`,
  parts: [muted(visitOf(visit, today))],
  actions: said.words === null ? [] : [action('feedback.read', 'Read', visit.id, { opensForm: true })],
});

export const wordReadCard = (teacher: string, words: string): Card => ({
  kind: 'visit-word-read',
  push: 'A word about a visit',
  title: `${teacher} wrote`,
  parts: [text(words)],
  actions: [],
});
