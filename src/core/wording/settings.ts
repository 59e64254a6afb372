import type { Action, Card } from '../card.ts';
import type { Form } from '../form.ts';
import type { Role } from '../people.ts';
import type { LocalDate } from '../time.ts';
import { dayParts, type MyDay } from './my-day.ts';
import { action, muted, text } from './parts.ts';

interface ContactFacts {
  readonly beforeFirstBell: number;
  readonly afterLastBell: number;
}

/** What a teacher has been asked about this week, of the most she can be; shown to her alone. */
interface Asked {
  readonly count: number;
  readonly most: number;
}

export const settingsCard = (
  contact: ContactFacts,
  myDay: MyDay,
  role: Role,
  today: LocalDate,
  asked?: Asked,
): Card => ({
  kind: 'settings',
  push: 'When I may write to you',
  title: 'When I may write to you',
  parts: [
    ...dayParts(myDay, today),
    text(
      `From ${away(contact.beforeFirstBell, 'before')}the first bell until ${away(contact.afterLastBell, 'after')}the last, on school days.`,
    ),
    muted('Never while students are with you.'),
    ...(asked ? [text(askedWords(asked))] : []),
  ],
  actions: [
    action('settings.open', 'Change', '', { opensForm: true }),
    ...backActions(myDay.absences, today),
    ...(role === 'coordinator'
      ? [
          action('school.open', 'School day', '', { opensForm: true }),
          action('joining.start', 'Join Slack and Teams', ''),
        ]
      : []),
  ],
});

const askedWords = ({ count, most }: Asked): string =>
  count === 0
    ? `I have asked you nothing about this week. It is never more than ${most} questions, over everybody you work with.`
    : `I have asked you ${count} of at most ${most} questions about this week, over everybody you work with. Only you see this.`;

/** Ends the absence of this day; where there is none today, those to come. */
const backActions = (absences: MyDay['absences'], today: LocalDate): Action[] => {
  if (absences.length === 0) return [];
  const isAway = absences.some(({ start }) => start <= today);
  return [
    isAway
      ? action('absence.back', 'I’m back', '')
      : action('absence.back', 'I’ll be there after all', '', { value: 'all' }),
  ];
};

const away = (minutes: number, side: string): string => (minutes === 0 ? '' : `${minutes} minutes ${side} `);

const offered = [0, 15, 30, 45, 60, 90, 120];
const choices = (unit: string) =>
  offered.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? 'Not at all' : `${minutes} minutes ${unit}`,
  }));

export const settingsForm = (contact: ContactFacts): Form => ({
  name: 'settings',
  ref: '',
  title: 'When may I write?',
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'before',
      label: 'Before the first bell',
      options: choices('before'),
      value: String(contact.beforeFirstBell),
    },
    {
      kind: 'choice',
      name: 'after',
      label: 'After the last bell',
      options: choices('after'),
      value: String(contact.afterLastBell),
    },
  ],
});

export const settingsFault = 'Please choose one of the offered times.';
