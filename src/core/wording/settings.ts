import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import type { Role } from '../people.ts';
import type { Span } from '../time.ts';
import { action, muted, text } from './parts.ts';
import { openWords } from './routine.ts';

interface ContactFacts {
  readonly beforeFirstBell: number;
  readonly afterLastBell: number;
}

export const settingsCard = (contact: ContactFacts, open: readonly Span[], role: Role): Card => ({
  kind: 'settings',
  push: 'When I may write to you',
  title: 'When I may write to you',
  parts: [
    text(openWords(open)),
    text(
      `From ${away(contact.beforeFirstBell, 'before')}the first bell until ${away(contact.afterLastBell, 'after')}the last, on school days.`,
    ),
    muted('Never while students are with you.'),
  ],
  actions: [
    action('settings.open', 'Change', '', { opensForm: true }),
    ...(role === 'coordinator' ? [action('school.open', 'School day', '', { opensForm: true })] : []),
  ],
});

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
