import { describe, expect, test } from '@jest/globals';
import {
  elementsOf,
  filled,
  isBlank,
  stateOf,
  withIds,
} from '../../../adapters/playground/small-slack/blocks.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('a'), option('b')];

describe('what an element holds, in the words Slack uses', () => {
  test.each([
    ['static_select', { options }, 'b', { selected_option: options[1] }],
    ['static_select', { option_groups: [{ options }] }, 'a', { selected_option: options[0] }],
    ['static_select', { options, initial_option: options[0] }, undefined, { selected_option: options[0] }],
    ['static_select', { options, initial_option: options[0] }, '', { selected_option: null }],
    ['radio_buttons', { options }, 'a', { selected_option: options[0] }],
    ['checkboxes', { options }, ['b'], { selected_options: [options[1]] }],
    ['checkboxes', { options, initial_options: options }, [], { selected_options: [] }],
    ['multi_static_select', { options, initial_options: options }, undefined, { selected_options: options }],
    ['datepicker', { initial_date: '2026-11-17' }, undefined, { selected_date: '2026-11-17' }],
    ['timepicker', {}, '10:00', { selected_time: '10:00' }],
    ['plain_text_input', { initial_value: 'K.' }, '', { value: null }],
  ])('%s %j given %j', (type, more, given, expected) => {
    const state = filled({ type, action_id: 'x', ...more }, given);
    expect(state).toEqual({ type, ...expected });
  });

  test('nothing chosen is blank, anything chosen is not', () => {
    expect(isBlank(filled({ type: 'checkboxes', options }, []))).toBe(true);
    expect(isBlank(filled({ type: 'checkboxes', options }, ['a']))).toBe(false);
    expect(isBlank(filled({ type: 'timepicker' }, undefined))).toBe(true);
  });
});

describe('blocks as Slack keeps them', () => {
  const blocks = withIds([
    { type: 'section', text: { type: 'mrkdwn', text: 'x' }, accessory: { type: 'button', action_id: 'go' } },
    { type: 'section', accessory: { type: 'image', image_url: 'x' } },
    { type: 'actions', elements: [{ type: 'button' }, { type: 'static_select', action_id: 's', options }] },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'x' }] },
  ]);

  test('every block gets an id, and every element that can be used a name', () => {
    const ids = blocks.map((block) => block['block_id']);
    expect(new Set(ids).size).toBe(blocks.length);
    expect(elementsOf(blocks).map(({ element }) => element['type'])).toEqual([
      'button',
      'button',
      'static_select',
    ]);
  });

  test('ids that came with a block stay', () => {
    expect(withIds([{ type: 'divider', block_id: 'mine' }])).toEqual([{ type: 'divider', block_id: 'mine' }]);
  });

  test('buttons have no state', () => {
    const [id] = elementsOf(blocks).slice(-1);
    expect(stateOf(blocks, {})).toEqual({
      values: { [id?.blockId ?? '']: { s: { type: 'static_select', selected_option: null } } },
    });
  });
});
