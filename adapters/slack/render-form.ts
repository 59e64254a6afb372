import type {
  Checkboxes,
  Datepicker,
  InputBlock,
  ModalView,
  MultiStaticSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
} from '@slack/types';
import type { Field, Form, Option } from '../../src/core/form.ts';
import { isDate } from '../../src/core/time.ts';
import { limits } from './limits.ts';
import { formCallback } from './render-view.ts';
import { cut, exact, plain } from './text.ts';

const drawn = (option: Option): PlainTextOption => ({
  text: plain(option.label, limits.optionLabel),
  value: exact(option.value, limits.optionValue, 'option value'),
});

const picked = (options: readonly Option[], values: readonly string[]): PlainTextOption[] =>
  options.filter((option) => values.includes(option.value)).map(drawn);

/** A list takes 100 options; a longer one is split into groups named after their first and last entry. */
const listed = (options: readonly Option[]) => {
  if (options.length <= limits.options) return { options: options.map(drawn) };
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, index) =>
    options.slice(index * limits.options, (index + 1) * limits.options),
  );
  if (groups.length > limits.optionGroups) throw new Error(`slack: ${options.length} options do not fit`);
  return {
    option_groups: groups.map((group) => ({
      label: plain(
        `${group[0]?.label.slice(0, 30)} – ${group.at(-1)?.label.slice(0, 30)}`,
        limits.optionLabel,
      ),
      options: group.map(drawn),
    })),
  };
};

const realTime = (value: string | undefined): value is string =>
  value !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

type Input =
  | PlainTextInput
  | RadioButtons
  | StaticSelect
  | Checkboxes
  | MultiStaticSelect
  | Datepicker
  | Timepicker;

const textInput = (field: Field & { kind: 'text' }): PlainTextInput => {
  const max = Math.min(field.maxLength, limits.inputText);
  return {
    type: 'plain_text_input',
    action_id: field.name,
    max_length: max,
    multiline: field.multiline === true,
    ...(field.value === undefined || field.value === '' ? {} : { initial_value: cut(field.value, max) }),
    ...(field.placeholder === undefined ? {} : { placeholder: plain(field.placeholder, limits.placeholder) }),
  };
};

/** Up to five choices are easier to see side by side than behind a list. */
const radioAtMost = 5;

const choiceInput = (field: Field & { kind: 'choice' }): RadioButtons | StaticSelect => {
  const [initial] = picked(field.options, field.value === undefined ? [] : [field.value]);
  const start = initial === undefined ? {} : { initial_option: initial };
  return field.options.length <= radioAtMost
    ? { type: 'radio_buttons', action_id: field.name, options: field.options.map(drawn), ...start }
    : { type: 'static_select', action_id: field.name, ...listed(field.options), ...start };
};

const choicesInput = (field: Field & { kind: 'choices' }): Checkboxes | MultiStaticSelect => {
  const initial = picked(field.options, field.value ?? []);
  const start = initial.length === 0 ? {} : { initial_options: initial };
  return field.options.length <= limits.checkboxes
    ? { type: 'checkboxes', action_id: field.name, options: field.options.map(drawn), ...start }
    : { type: 'multi_static_select', action_id: field.name, ...listed(field.options), ...start };
};

const input = (field: Field): Input => {
  switch (field.kind) {
    case 'text':
      return textInput(field);
    case 'choice':
      return choiceInput(field);
    case 'choices':
      return choicesInput(field);
    case 'date':
      return {
        type: 'datepicker',
        action_id: field.name,
        // One false initial date makes Slack refuse the whole dialog.
        ...(field.value !== undefined && isDate(field.value) ? { initial_date: field.value } : {}),
      };
    case 'time':
      return {
        type: 'timepicker',
        action_id: field.name,
        ...(realTime(field.value) ? { initial_time: field.value } : {}),
      };
  }
};

/** Block and action are both named after the field: faults find it, and what was typed survives an update. */
const inputBlock = (field: Field): InputBlock => {
  if ('options' in field && field.options.length === 0)
    throw new Error(`slack: ${field.name} has no options`);
  return {
    type: 'input',
    block_id: exact(field.name, limits.blockId, 'field name'),
    label: plain(field.label, limits.inputLabel),
    element: input(field),
    optional: field.optional === true,
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, limits.inputHint) }),
  };
};

export const renderForm = (form: Form): ModalView => ({
  type: 'modal',
  callback_id: formCallback,
  title: plain(exact(form.title, limits.viewTitle, 'form title'), limits.viewTitle),
  submit: plain(exact(form.submit, limits.viewSubmit, 'submit label'), limits.viewSubmit),
  private_metadata: exact(
    JSON.stringify({ form: form.name, ref: form.ref }),
    limits.privateMetadata,
    'metadata',
  ),
  blocks: [
    ...(form.intro === undefined ? [] : [{ type: 'section' as const, text: plain(form.intro, limits.text) }]),
    ...form.fields.map(inputBlock),
  ],
});
