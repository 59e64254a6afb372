import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { type RolesSaid, rolesOf } from '../roles.ts';
import type { LocalDate, Span } from '../time.ts';
import { takesRoom, type VisitSetting } from '../visit-setting.ts';
import { formatSpan, nameDay } from './clock-words.ts';
import { sendAsIsField } from './exposure.ts';
import { action, counted, muted, note, text } from './parts.ts';
import { rolesLine } from './roles.ts';
import { whatWords } from './visit-settings.ts';

export interface DayAhead {
  readonly id: string;
  readonly date: LocalDate;
  readonly confirmed: boolean;
  /** What she told them, if anything. */
  readonly materials: string;
  readonly words: string;
  readonly visits: readonly (RolesSaid &
    Span & {
      readonly id: string;
      readonly classroomName: string;
      readonly therapistName: string;
      readonly teacherName: string;
      readonly setting: VisitSetting;
      /** What the class does then, as far as it is known now. */
      readonly doing: ActivityKind;
    })[];
}

/** More is no glance; the week shows the rest. */
const MOST_LINES = 6;

/** All of a teacher's next school day on one card: nothing to do when it is right. */
export const prebriefCard = (day: DayAhead, today: LocalDate): Card => {
  const name = nameDay(day.date, today);
  if (day.visits.length === 0)
    return note('prebrief', `No visits ${name} after all`, 'The day has changed. Nothing to do.');
  const told = day.materials !== '' || day.words !== '';
  return {
    kind: 'prebrief',
    push: `Your ${name} at a glance`,
    title: `${name}: ${counted(day.visits.length, 'visit', 'visits')}`,
    parts: [
      ...day.visits.slice(0, MOST_LINES).map((visit) => ({
        kind: 'option' as const,
        text: `${formatSpan(visit)} · ${visit.therapistName} · ${whatWords({ kind: visit.doing, setting: visit.setting })}`,
        ...(takesRoom(visit.setting) ? { detail: rolesLine(rolesOf(visit), 'teacher', visit) } : {}),
        action: action('prebrief.other', 'Something else', visit.id, { opensForm: true }),
      })),
      day.confirmed
        ? text('Thank you. All set.')
        : muted('Nothing to do if that is right. If the class does something else, one tap says so.'),
      ...(told ? [text('They have your word about it.')] : []),
    ],
    actions: [
      ...(day.confirmed ? [] : [action('prebrief.right', 'All right', day.id, { tone: 'primary' })]),
      action('prebrief.open', told ? 'Change my word' : 'Anything to know?', day.id, { opensForm: true }),
    ],
  };
};

export const prebriefForm = (
  day: Pick<DayAhead, 'id' | 'date' | 'materials' | 'words'>,
  today: LocalDate,
): Form => ({
  name: 'prebrief',
  ref: day.id,
  title: 'Before they come',
  intro: `For everybody who comes ${nameDay(day.date, today)}. No names of children, please.`,
  submit: 'Tell them',
  fields: [
    {
      kind: 'text',
      name: 'materials',
      label: 'Materials',
      hint: 'What to bring, or what lies ready.',
      placeholder: 'We use scissors and glue; please bring the slant board.',
      maxLength: 300,
      optional: true,
      value: day.materials,
    },
    {
      kind: 'text',
      name: 'words',
      label: 'Anything they should know?',
      placeholder: 'A sub until 10; the class is tired after the concert.',
      maxLength: 300,
      multiline: true,
      optional: true,
      value: day.words,
    },
    sendAsIsField,
  ],
});

export const prebriefEmptyFault = 'Please write a few words in one of the two, or close this.';

/** To each therapist who comes: her words stay behind the tap. */
export const prebriefWordCard = (
  id: string,
  teacherName: string,
  date: LocalDate,
  today: LocalDate,
): Card => ({
  kind: 'prebrief-word',
  push: `${teacherName} has a word about ${nameDay(date, today)}`,
  title: `${teacherName} has a word about ${nameDay(date, today)}`,
  parts: [],
  actions: [action('prebrief.read', 'Read', id, { opensForm: true, tone: 'primary' })],
});

export const prebriefReadCard = (
  teacherName: string,
  said: { readonly materials: string; readonly words: string },
): Card => ({
  kind: 'prebrief-read',
  push: `A word from ${teacherName}`,
  title: `From ${teacherName}`,
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Materials', value: said.materials },
        { label: 'To know', value: said.words },
      ].filter(({ value }) => value !== ''),
    },
  ],
  actions: [],
});

export const prebriefToldCard = (names: string): Card =>
  note('prebrief', 'Thank you', `${names} will read it before they come.`);
