import type { Form, Option } from '../form.ts';
import { mandatePeriods } from '../minutes/mandate.ts';
import { causes } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import { periodName } from './minutes.ts';
import { causeLabel } from './outcome.ts';
import { capital } from './parts.ts';
import { settingFields } from './visit-settings.ts';

/** A choice of rooms; the only one there is, is chosen already. */
const pairField = (pairs: readonly Option[]): Form['fields'][number] => ({
  kind: 'choice',
  name: 'pairing',
  label: 'Where',
  options: pairs,
  ...(pairs.length === 1 && pairs[0] ? { value: pairs[0].value } : {}),
});

const spanOptions = ['5', '10', '15', '20', '30', '45', '60'].map((value) => ({
  value,
  label: `${value} minutes`,
}));

export const addMinutesForm = (pairs: readonly Option[], today: LocalDate): Form => ({
  name: 'minutes.add',
  ref: '',
  title: 'Add minutes',
  intro: 'For what happened outside of a visit.',
  submit: 'Add',
  fields: [
    pairField(pairs),
    {
      kind: 'choice',
      name: 'kind',
      label: 'What',
      options: [
        { value: 'pull_out', label: 'Pull-out, held' },
        { value: 'pull_out_not', label: 'Pull-out, not held' },
        { value: 'consult', label: 'Consulting with an adult' },
      ],
    },
    { kind: 'choice', name: 'minutes', label: 'Minutes', options: spanOptions, value: '30' },
    { kind: 'date', name: 'date', label: 'Date', value: today },
    {
      kind: 'time',
      name: 'start',
      label: 'Began at',
      hint: 'So that I know what the class did meanwhile.',
      optional: true,
    },
    {
      kind: 'choice',
      name: 'reason',
      label: 'If it was not held: why',
      options: causes.map((cause) => ({ value: cause, label: capital(causeLabel[cause]) })),
      optional: true,
    },
  ],
});

export const addMinutesFaults = {
  pairing: 'Please choose where.',
  kind: 'Please choose what it was.',
  minutes: 'Please choose one of the offered numbers.',
  date: 'Please choose a day that is not still to come.',
  reason: 'Please choose why it was not held.',
} as const;

export const mandateForm = (pairs: readonly Option[], from: LocalDate): Form => ({
  name: 'minutes.mandate',
  ref: '',
  title: 'The mandate changed',
  intro: 'From a date on. What was counted before stays as it was.',
  submit: 'Save',
  fields: [
    pairField(pairs),
    {
      kind: 'text',
      name: 'count',
      label: 'Visits',
      placeholder: '3',
      maxLength: 3,
    },
    { kind: 'choice', name: 'minutes', label: 'Minutes each', options: spanOptions, value: '30' },
    {
      kind: 'choice',
      name: 'period',
      label: 'Every',
      options: mandatePeriods.map((value) => ({ value, label: capital(periodName[value]) })),
      value: 'week',
    },
    ...settingFields(true),
    {
      kind: 'date',
      name: 'from',
      label: 'From',
      value: from,
      hint: 'It counts from the first whole week (or month …) on.',
    },
  ],
});

export const mandateFaults = {
  pairing: 'Please choose where.',
  count: 'Please type a number from 1 to 100.',
  minutes: 'Please choose one of the offered numbers.',
  period: 'Please choose one.',
  from: 'Please choose a day.',
} as const;
