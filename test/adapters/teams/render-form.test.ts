import { describe, expect, test } from '@jest/globals';
import { refilled } from '../../../adapters/teams/form-values.ts';
import { renderForm } from '../../../adapters/teams/render-form.ts';
import type { Faults, Field, Form } from '../../../src/core/form.ts';
import { adaptiveCardSchema } from './adaptive-card-schema.ts';

const form = (...fields: Field[]): Form => ({
  name: 'pair',
  ref: '',
  title: 'Pair with a teacher',
  intro: 'Nothing happens before the teacher agrees.',
  fields,
  submit: 'Send',
});
const origin = { opening: { words: 'pair' }, openedAt: 'f:1' };
const draw = (drawn: Form, faults?: Faults) => adaptiveCardSchema.parse(renderForm(drawn, origin, faults));
const inputOf = (field: Field) => draw(form(field)).body.find((element) => 'id' in element);
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v-${index}`, label: `Ms. *${index}*` }));
const named = { name: 'field', label: 'Field' };

describe('a field', () => {
  test('has a label, and says when it must be filled in', () => {
    expect(inputOf({ ...named, kind: 'date', value: '2026-09-15' })).toEqual({
      type: 'Input.Date',
      id: 'field',
      label: 'Field',
      value: '2026-09-15',
      isRequired: true,
      errorMessage: 'Please fill this in.',
    });
    expect(inputOf({ ...named, kind: 'time', optional: true })).toEqual({
      type: 'Input.Time',
      id: 'field',
      label: 'Field',
    });
  });

  test('of text keeps its length, its lines and its example', () => {
    const field: Field = { ...named, kind: 'text', maxLength: 40, multiline: true, placeholder: 'K.\nOtter' };
    expect(inputOf(field)).toMatchObject({ maxLength: 40, isMultiline: true, placeholder: 'K.\nOtter' });
  });

  test.each([
    [6, 'expanded'],
    [7, 'compact'],
    [20, 'compact'],
    [21, 'filtered'],
    [100, 'filtered'],
  ])('with %d choices is drawn %s', (count, style) => {
    expect(inputOf({ ...named, kind: 'choice', options: options(count) })).toMatchObject({ style });
  });

  test('shows choices as they are called, also where a title is read as Markdown', () => {
    const title = (count: number) => inputOf({ ...named, kind: 'choice', options: options(count) });
    expect(title(2)).toHaveProperty('choices.0.title', 'Ms. \\*0\\*');
    expect(title(7)).toHaveProperty('choices.0.title', 'Ms. *0*');
  });

  test('does not open on a choice that is none', () => {
    expect(inputOf({ ...named, kind: 'choice', options: options(2), value: 'gone' })).not.toHaveProperty(
      'value',
    );
    expect(
      inputOf({ ...named, kind: 'choices', options: options(3), value: ['v-1', 'gone', 'v-2'] }),
    ).toMatchObject({
      isMultiSelect: true,
      value: 'v-1,v-2',
    });
  });
});

describe('a dialog', () => {
  test('begins with its intro and ends with its button, which knows where it came from', () => {
    const card = draw(form({ ...named, kind: 'choices', options: options(2) }));
    expect(card.body[0]).toMatchObject({
      type: 'TextBlock',
      text: 'Nothing happens before the teacher agrees.',
    });
    expect(card.actions).toEqual([
      {
        type: 'Action.Submit',
        title: 'Send',
        style: 'positive',
        data: { pushin: { form: 'pair', ref: '', one: [], many: ['field'], ...origin } },
      },
    ]);
  });

  test('shows a hint and a fault right below the field', () => {
    const first: Field = { ...named, kind: 'text', maxLength: 9, hint: 'A nickname' };
    const { body } = draw(form(first, { ...first, name: 'second' }), { field: 'Too long.' });
    expect(
      body.map((element) => ('id' in element ? element.id : 'text' in element && element.text)).slice(1),
    ).toEqual(['field', 'A nickname', 'Too long.', 'second', 'A nickname']);
  });

  test('holds three lists of a hundred', () => {
    const list = (name: string): Field => ({ kind: 'choice', name, label: name, options: options(100) });
    expect(() => draw(form(list('a'), list('b'), list('c')))).not.toThrow();
  });

  test('filled again has everything that was typed, and nothing of another kind', () => {
    const filled = refilled(
      form(
        { kind: 'text', name: 'a', label: 'A', maxLength: 9 },
        { kind: 'choices', name: 'b', label: 'B', options: options(2) },
        { kind: 'text', name: 'c', label: 'C', maxLength: 9, value: 'kept' },
      ),
      { a: 'typed', b: ['v-1'], other: 'x' },
    );
    expect(filled.fields).toMatchObject([{ value: 'typed' }, { value: ['v-1'] }, { value: 'kept' }]);
  });
});
