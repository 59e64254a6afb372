import type { Faults, Field, Form, Option } from '../../src/core/form.ts';
import { requiredFieldText } from '../../src/core/wording/form.ts';
import type { Json } from './connector.ts';
import { inert, inertLines, markdown } from './escape.ts';
import { EXPANDED_UP_TO, FILTERED_FROM, MAX_DIALOG_CARD_BYTES } from './limits.ts';
import { type Dialog, packChoice } from './payload.ts';
import { adaptiveCard, paragraphs } from './render-text.ts';

/** Where a dialog came from, as it travels with the form. */
export type Origin = Pick<Dialog, 'opening' | 'openedAt' | 'card'>;

export const renderForm = (form: Form, origin: Origin, faults: Faults = {}): Json => {
  const named = (several: boolean): string[] =>
    form.fields.filter(({ kind }) => (kind === 'choices') === several).map(({ name }) => name);
  const pushin: Dialog = {
    form: form.name,
    ref: form.ref,
    one: named(false),
    many: named(true),
    ...origin,
  };
  return adaptiveCard(MAX_DIALOG_CARD_BYTES, {
    body: [
      ...paragraphs(form.intro ?? ''),
      ...form.fields.flatMap((field) => [input(field), ...below(field, faults[field.name])]),
    ],
    actions: [{ type: 'Action.Submit', title: inert(form.submit), style: 'positive', data: { pushin } }],
  });
};

const below = ({ hint }: Field, fault: string | undefined): readonly Json[] => [
  ...paragraphs(hint ?? '', { isSubtle: true, size: 'Small', spacing: 'None' }),
  ...paragraphs(fault ?? '', { color: 'Attention', weight: 'Bolder', spacing: 'None' }),
];

const input = (field: Field): Json => ({
  ...control(field),
  id: field.name,
  label: inert(field.label),
  ...(!field.optional && { isRequired: true, errorMessage: requiredFieldText }),
});

const control = (field: Field): Json => {
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        maxLength: field.maxLength,
        ...(field.multiline && { isMultiline: true }),
        ...(field.placeholder !== undefined && { placeholder: inertLines(field.placeholder) }),
        ...given(field.value),
      };
    case 'choice':
      return { ...choices(field.options, asIs), ...given(known(field.options, [field.value ?? '']).join()) };
    case 'choices':
      return {
        ...choices(field.options, packChoice),
        isMultiSelect: true,
        ...given(
          known(field.options, field.value ?? [])
            .map(packChoice)
            .join(),
        ),
      };
    case 'date':
      return { type: 'Input.Date', ...given(field.value) };
    case 'time':
      return { type: 'Input.Time', ...given(field.value) };
  }
};

const given = (value: string | undefined): Json => (value ? { value } : {});

/** A dialog does not open on a value that is no choice. */
const known = (options: readonly Option[], chosen: readonly string[]): readonly string[] =>
  chosen.filter((value) => options.some((option) => option.value === value));

const asIs = (value: string): string => value;

const choices = (options: readonly Option[], pack: (value: string) => string): Json => {
  const style =
    options.length >= FILTERED_FROM ? 'filtered' : options.length <= EXPANDED_UP_TO ? 'expanded' : 'compact';
  // Beside a radio button or checkbox a title is read as Markdown, in a list it is not.
  const shown = style === 'expanded' ? markdown : inert;
  return {
    type: 'Input.ChoiceSet',
    style,
    wrap: true,
    choices: options.map(({ value, label }) => ({ title: shown(label), value: pack(value) })),
  };
};
