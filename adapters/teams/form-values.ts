import { z } from 'zod';
import type { Field, Form, FormValues } from '../../src/core/form.ts';
import { type Dialog, unpackChoice } from './payload.ts';

const filledSchema = z.record(z.string(), z.unknown());

/** What was filled in. Teams leaves blank fields out and joins several choices with commas. */
export const readValues = (dialog: Dialog, data: unknown): FormValues => {
  const filled = filledSchema.catch({}).parse(data);
  const typed = (name: string): string => {
    const value = filled[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  return Object.fromEntries<string | readonly string[]>([
    ...dialog.one.map((name): [string, string] => [name, typed(name)]),
    ...dialog.many.map((name): [string, string[]] => [
      name,
      typed(name).split(',').filter(Boolean).map(unpackChoice),
    ]),
  ]);
};

/** The form again, with everything that was typed still in it. */
export const refilled = (form: Form, values: FormValues): Form => ({
  ...form,
  fields: form.fields.map((field) => withValue(field, values[field.name])),
});

const withValue = (field: Field, value: string | readonly string[] | undefined): Field => {
  if (value === undefined) return field;
  if (field.kind === 'choices') return typeof value === 'string' ? field : { ...field, value };
  return typeof value === 'string' ? { ...field, value } : field;
};
