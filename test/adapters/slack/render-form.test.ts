import { describe, expect, test } from '@jest/globals';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import type { Field, Form } from '../../../src/core/form.ts';
import { fc } from '../../setup/properties.ts';
import { viewSchema } from './block-kit.ts';
import { fullForm } from './cards.ts';

const formWith = (...fields: Field[]): Form => ({ ...fullForm, fields });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Teacher ${index}` }));

const elementOf = (field: Field): Record<string, unknown> => {
  const view = renderForm(formWith(field));
  viewSchema.parse(view);
  const block = view.blocks.find(({ type }) => type === 'input');
  return { ...(block as unknown as { element: Record<string, unknown> }).element };
};

describe('a form on Slack', () => {
  test('is a valid modal that carries which form it is', () => {
    const view = renderForm(fullForm);
    viewSchema.parse(view);
    expect(view).toMatchObject({
      callback_id: 'pushin.form',
      title: { text: 'Pair with a teacher' },
      submit: { text: 'Invite' },
      private_metadata: '{"form":"pair","ref":"pairing-1"}',
    });
  });

  test('names block and action after the field, so that faults find it', () => {
    const [, teacher] = renderForm(fullForm).blocks;
    expect(teacher).toMatchObject({
      block_id: 'teacher',
      element: { action_id: 'teacher' },
      optional: false,
    });
  });

  test.each([
    ['choice', 5, 'radio_buttons'],
    ['choice', 6, 'static_select'],
    ['choices', 10, 'checkboxes'],
    ['choices', 11, 'multi_static_select'],
  ] as const)('draws a %s of %i as %s', (kind, count, type) => {
    expect(elementOf({ kind, name: 'f', label: 'F', options: many(count) })).toMatchObject({ type });
  });

  test('groups a list of more than a hundred, so that nobody is left out', () => {
    const element = elementOf({ kind: 'choice', name: 'f', label: 'F', options: many(250) });
    const groups = element['option_groups'] as { label: { text: string }; options: unknown[] }[];
    expect(groups.map((group) => group.options.length)).toEqual([100, 100, 50]);
    expect(groups[2]?.label.text).toBe('Teacher 200 – Teacher 249');
  });

  test('fills in what is known already', () => {
    const options = many(3);
    expect(elementOf({ kind: 'choice', name: 'f', label: 'F', options, value: 'v1' })).toMatchObject({
      initial_option: { value: 'v1', text: { text: 'Teacher 1' } },
    });
    expect(elementOf({ kind: 'choices', name: 'f', label: 'F', options, value: ['v0', 'v2'] })).toMatchObject(
      {
        initial_options: [{ value: 'v0' }, { value: 'v2' }],
      },
    );
    expect(elementOf({ kind: 'text', name: 'f', label: 'F', maxLength: 9, value: 'K.' })).toMatchObject({
      initial_value: 'K.',
      max_length: 9,
    });
    expect(elementOf({ kind: 'date', name: 'f', label: 'F', value: '2026-02-28' })).toMatchObject({
      initial_date: '2026-02-28',
    });
    expect(elementOf({ kind: 'time', name: 'f', label: 'F', value: '13:05' })).toMatchObject({
      initial_time: '13:05',
    });
  });

  test.each(['2026-02-31', '31.2.2026', '', 'tomorrow'])(
    'leaves out the date %j, which would make Slack refuse the whole dialog',
    (value) => {
      expect(elementOf({ kind: 'date', name: 'f', label: 'F', value })).not.toHaveProperty('initial_date');
    },
  );

  test.each(['24:00', '9:5', '10:60'])('leaves out the time %j', (value) => {
    expect(elementOf({ kind: 'time', name: 'f', label: 'F', value })).not.toHaveProperty('initial_time');
  });

  test('an option that is no longer offered is not preselected', () => {
    const element = elementOf({ kind: 'choice', name: 'f', label: 'F', options: many(3), value: 'gone' });
    expect(element).not.toHaveProperty('initial_option');
  });

  test('stays valid whatever names, hints and values people have', () => {
    const person = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(person, person, fc.integer({ min: 1, max: 5_000 }), (label, value, maxLength) => {
        const text: Field = {
          kind: 'text',
          name: 'f',
          label,
          hint: value,
          placeholder: value,
          value,
          maxLength,
        };
        const options = [{ value: 'v', label: value }];
        viewSchema.parse(renderForm(formWith(text, { kind: 'choice', name: 'c', label, options })));
      }),
    );
  });

  test.each([
    ['a title over 24 characters', { ...fullForm, title: 't'.repeat(25) }],
    ['a submit label over 24', { ...fullForm, submit: 's'.repeat(25) }],
    ['no options', formWith({ kind: 'choice', name: 'f', label: 'F', options: [] })],
    ['a ref beyond the metadata', { ...fullForm, ref: 'r'.repeat(3_000) }],
  ])('with %s is a bug of ours and throws', (_what, form: Form) => {
    expect(() => renderForm(form)).toThrow(/^slack: /);
  });
});
