import { describe, expect, test } from '@jest/globals';
import { buttonsIn, type Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import * as ask from '../../../src/core/wording/ask.ts';
import * as joining from '../../../src/core/wording/joining.ts';
import * as pair from '../../../src/core/wording/pair.ts';
import { note } from '../../../src/core/wording/parts.ts';
import * as routine from '../../../src/core/wording/routine.ts';
import * as schedule from '../../../src/core/wording/schedule.ts';
import * as settings from '../../../src/core/wording/settings.ts';
import * as swaps from '../../../src/core/wording/swaps.ts';
import * as touchBase from '../../../src/core/wording/touch-base.ts';
import * as trouble from '../../../src/core/wording/trouble.ts';
import * as visit from '../../../src/core/wording/visit.ts';
import * as visitsAsk from '../../../src/core/wording/visits-ask.ts';
import * as week from '../../../src/core/wording/week.ts';
import * as weekPlan from '../../../src/core/wording/week-plan.ts';
import * as welcome from '../../../src/core/wording/welcome.ts';
import * as whyNot from '../../../src/core/wording/why-not.ts';
import { fc } from '../../setup/properties.ts';
import { aboutAfterwards, afterWording } from './after-cards.ts';
import {
  aboutAsks,
  aboutJoining,
  aboutPeople,
  aboutVisits,
  aboutWeeks,
  cards,
  facts,
  forms,
} from './every-card.ts';
import { aboutParas, paraWording } from './para-cards.ts';

const cardFaults = (card: Card): string[] => {
  const inside = card.parts.flatMap(buttonsIn);
  const buttons = [...card.actions, ...inside];
  return [
    ...(card.actions.length > 6 ? [`${card.actions.length} buttons`] : []),
    ...buttons.map(({ label }) => label).filter((label) => label.length === 0 || label.length > 75),
    ...buttons.map((button) => button.name).filter((target) => !/^[a-z-]+\.[a-z-]+$/.test(target)),
    ...(card.push === '' || /undefined|null|NaN|\n/.test(card.push) ? [`push “${card.push}”`] : []),
  ].map((fault) => `${card.kind}: ${fault}`);
};

const formFaults = (form: Form): string[] =>
  [
    ...[form.title, form.submit].filter((words) => words.length > 24),
    ...form.fields
      .flatMap((field) => (field.kind === 'choice' || field.kind === 'choices' ? field.options : []))
      .flatMap((option) => [option.label, option.value])
      .filter((words) => words.length > 75),
  ].map((fault) => `${form.name}: ${fault}`);

describe('whatever the facts', () => {
  test('a card has at most six buttons, with labels a button can hold, and something to say', () => {
    fc.assert(
      fc.property(facts, (f) => expect(cards(f).flatMap(cardFaults)).toEqual([])),
      { numRuns: 60 },
    );
  });

  test('a form fits the narrower of the two platforms', () => {
    fc.assert(
      fc.property(facts, (f) => expect(forms(f).flatMap(formFaults)).toEqual([])),
      { numRuns: 60 },
    );
  });
});

test('every card a wording file makes is among those tried here', () => {
  const made = {
    ...ask,
    ...joining,
    ...pair,
    ...routine,
    ...schedule,
    ...settings,
    ...swaps,
    ...touchBase,
    ...trouble,
    ...visit,
    ...visitsAsk,
    ...week,
    ...weekPlan,
    ...whyNot,
    ...welcome,
    ...afterWording,
    ...paraWording,
  };
  const source = [
    aboutAsks,
    aboutVisits,
    aboutPeople,
    aboutWeeks,
    aboutJoining,
    aboutParas,
    ...aboutAfterwards,
  ]
    .map(String)
    .join();
  const untried = Object.keys(made).filter((one) => one.endsWith('Card') && !source.includes(`${one}(`));
  expect(untried).toEqual([]);
});

test('a card that only says something says it in the notification too', () => {
  expect(note('kind', 'Title', 'Words')).toEqual({
    kind: 'kind',
    push: 'Title',
    title: 'Title',
    parts: [{ kind: 'text', text: 'Words' }],
    actions: [],
  });
});
