import { describe, expect, test } from '@jest/globals';
import { readBlocks, readView } from '../../../../adapters/playground/demo/read-slack.ts';
import { readCard, readDialog } from '../../../../adapters/playground/demo/read-teams.ts';
import { buttonsOf, type OpenForm, wordsOf } from '../../../../adapters/playground/demo/sheet.ts';
import { renderMessage } from '../../../../adapters/slack/render.ts';
import { renderForm as slackForm } from '../../../../adapters/slack/render-form.ts';
import { renderCard } from '../../../../adapters/teams/render.ts';
import { renderForm as teamsForm } from '../../../../adapters/teams/render-form.ts';
import type { Card } from '../../../../src/core/card.ts';
import type { Form } from '../../../../src/core/form.ts';

const card: Card = {
  kind: 'schedule',
  push: 'Good times',
  title: 'Good times *today*',
  parts: [
    { kind: 'text', text: 'One\nTwo', tone: 'strong' },
    { kind: 'facts', facts: [{ label: 'Worked', value: '10. snack_time' }] },
    {
      kind: 'option',
      text: 'Tue 10:00',
      detail: 'no test',
      action: { name: 'visit.propose', label: 'Ask for this', ref: 'a' },
    },
    { kind: 'divider' },
    { kind: 'text', text: 'Best first.', tone: 'muted' },
  ],
  actions: [{ name: 'visit.answer', label: 'Yes', ref: 'b' }],
};
const words =
  'Good times *today*\nOne\nTwo\nWorked: 10. snack_time\nTue 10:00 [Ask for this]\nno test\nBest first.\n[Yes]';

const form: Form = {
  name: 'pair',
  ref: '',
  title: 'Pair',
  submit: 'Send',
  fields: [
    { kind: 'text', name: 'students', label: 'Students', maxLength: 50, value: 'K.' },
    {
      kind: 'choices',
      name: 'focuses',
      label: 'Focus',
      options: [
        { value: 'a,b', label: 'First' },
        { value: 'c', label: 'Second' },
      ],
    },
  ],
};
const filled = { Focus: ['First', 'Second'] };
const seat = 'U0MAYA';

/** What the small Slack would have named by itself. */
const named = (content: unknown) => JSON.parse(JSON.stringify(content)) as Record<string, unknown>[];

describe('on Slack', () => {
  test('a card reads as it was meant', () => {
    const sheet = readBlocks(named(renderMessage(card).blocks), { seat, on: 'message', id: '1.2' });
    expect(wordsOf(sheet)).toBe(words);
    expect(buttonsOf(sheet).map(({ press }) => [press.act, press.body['actionId']])).toEqual([
      ['slack/tap', 'visit.propose#2'],
      ['slack/tap', 'visit.answer#0'],
    ]);
  });

  test('a form is filled by its labels', () => {
    const view = { ...slackForm(form), id: 'V1' };
    const open = readView(view as never, seat) as OpenForm;
    expect(open).toMatchObject({ title: 'Pair', submit: 'Send' });
    expect(open.fill(filled)).toEqual({
      act: 'slack/submit',
      body: { seat, view: 'V1', values: { focuses: { focuses: ['a,b', 'c'] } } },
    });
    expect(() => open.fill({ Focus: ['Third'] })).toThrow('“Third” is not among: First,Second');
    expect(() => open.fill({ Age: '7' })).toThrow('No field “Age”');
  });
});

describe('on Teams', () => {
  test('a card reads as it was meant, its Markdown taken back', () => {
    const sheet = readCard(renderCard(card), { seat, message: '17' });
    expect(wordsOf(sheet)).toBe(words);
    expect(buttonsOf(sheet)[1]?.press).toMatchObject({
      act: 'teams/tap',
      body: { seat, message: '17', type: 'Action.Execute', verb: 'visit.answer', data: { ref: 'b' } },
    });
  });

  test('a form is filled by its labels, and keeps what it began with', () => {
    const opening = { action: 'pair.open', ref: '' };
    const drawn = teamsForm(form, { opening, openedAt: '1' });
    const open = readDialog('Pair', drawn, seat) as OpenForm;
    expect(open.fill(filled)).toMatchObject({
      act: 'teams/submit',
      body: { seat, data: { students: 'K.', focuses: 'a%2Cb,c', pushin: { form: 'pair' } } },
    });
  });
});
