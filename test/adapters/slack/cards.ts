import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';

/** A card that says one thing, with a button. */
export const cardSaying = (text: string): Card => ({
  kind: 'test',
  push: text,
  parts: [{ kind: 'text', text }],
  actions: [{ name: 'test.tap', label: 'Yes', ref: 'thing-1', version: 2 }],
});

/** Every kind of part and action there is. */
export const fullCard: Card = {
  kind: 'proposal',
  push: 'A time for Room 12',
  title: 'Tuesday in Room 12',
  parts: [
    { kind: 'text', text: 'Plain words' },
    { kind: 'text', text: 'Strong words', tone: 'strong' },
    { kind: 'text', text: 'Muted words', tone: 'muted' },
    {
      kind: 'facts',
      facts: [
        { label: 'When', value: 'Tue 10:00–10:30' },
        { label: 'Where', value: 'Room 12' },
      ],
    },
    { kind: 'divider' },
    {
      kind: 'option',
      text: 'Tue 10:00',
      detail: 'fits fine motor',
      action: { name: 'offer', label: 'Ask', ref: 'p1' },
    },
    { kind: 'option', text: 'Wed 9:30', action: { name: 'offer', label: 'Ask', ref: 'p2' } },
  ],
  actions: [
    { name: 'answer', label: 'Yes', ref: 'p1', value: 'yes', version: 4, tone: 'primary' },
    { name: 'answer', label: 'Another time', ref: 'p1', value: 'other', version: 4 },
    { name: 'answer', label: 'Not this week', ref: 'p1', value: 'no', version: 4, tone: 'danger' },
  ],
};

const option = (value: string) => ({ value, label: `Label of ${value}` });

/** Every kind of field there is, empty. */
export const fullForm: Form = {
  name: 'pair',
  ref: 'pairing-1',
  title: 'Pair with a teacher',
  intro: 'She is asked before anything happens.',
  submit: 'Invite',
  fields: [
    { kind: 'choice', name: 'teacher', label: 'Teacher', options: [option('m1'), option('m2')] },
    { kind: 'choices', name: 'focus', label: 'Focus', options: [option('f1'), option('f2')], optional: true },
    { kind: 'text', name: 'aliases', label: 'Students', maxLength: 200, hint: 'No names', placeholder: 'K.' },
    { kind: 'date', name: 'from', label: 'From' },
    { kind: 'time', name: 'at', label: 'At', optional: true },
  ],
};
