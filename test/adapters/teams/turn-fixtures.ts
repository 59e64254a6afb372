import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import { adaptiveCardSchema } from './adaptive-card-schema.ts';
import type { Call } from './fake-teams.ts';
import type { Raw } from './samples.ts';

export const card = (text: string): Card => ({
  kind: 'test',
  push: 'You have a question',
  parts: [{ kind: 'text', text }],
  actions: [{ name: 'test.tap', label: 'Yes', ref: 'thing-1' }],
});
export const form: Form = {
  name: 'pair',
  ref: 'pair-3',
  title: 'Pair with a teacher',
  submit: 'Send',
  fields: [
    {
      kind: 'choice',
      name: 'teacher',
      label: 'Teacher',
      options: [{ value: 'member-4', label: 'Ms. Rivera' }],
    },
    { kind: 'text', name: 'students', label: 'Students', maxLength: 200 },
    {
      kind: 'choices',
      name: 'focus',
      label: 'Focus',
      options: [
        { value: 'fine-motor', label: 'Fine motor' },
        { value: 'sensory', label: 'Sensory' },
      ],
    },
  ],
};

/** The one card of a call to the connector, checked against what Teams draws. */
export const cardIn = (call: Call | undefined): string => {
  const [attachment] = (call?.body['attachments'] ?? []) as { content: unknown }[];
  return JSON.stringify(adaptiveCardSchema.parse(attachment?.content));
};
export const dialogIn = (
  body: Raw | undefined,
): { type: string; value: Raw & { card: { content: unknown } } } => body?.['task'] as never;
