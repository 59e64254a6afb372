import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { type MakeUpRule, makeUpRules } from '../minutes/make-up.ts';
import type { Totals } from '../minutes/pace.ts';
import type { Cause } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import { shortDate } from './clock-words.ts';
import { homeNotesAction } from './home-note.ts';
import { causeMinutes, sumWords } from './minutes.ts';
import { action, capital, muted, note, text } from './parts.ts';

/** For a coordinator: sums over many people, never a pair and never anybody's answers (needs 31). */
export const minutesOfAllCard = (
  totals: Totals,
  why: readonly { readonly cause: Cause; readonly minutes: number }[],
  since: LocalDate,
  rule: MakeUpRule,
): Card => ({
  kind: 'minutes-of-all',
  push: 'Minutes of the whole organization',
  title: 'Minutes of all pairs together',
  parts: [
    text(`Since ${shortDate(since)}: ${sumWords(totals)}`),
    ...(why.length > 0 ? [text(`Displaced by cause: ${why.map(causeMinutes).join(', ')}.`)] : []),
    muted(
      `Make-up: ${makeUpLabel[rule]}. Only sums of at least five therapists and five teachers are shown.`,
    ),
  ],
  actions: [action('minutes.make-up', 'Make-up rule', '', { opensForm: true }), homeNotesAction],
});

export const tooFewToSumCard = (rule: MakeUpRule): Card => ({
  kind: 'minutes-of-all',
  push: 'Minutes of the whole organization',
  title: 'Too few people for a sum',
  parts: [
    text(
      'With fewer than five therapists and five teachers a sum would show one person’s work, so there is none.',
    ),
    muted(`Make-up: ${makeUpLabel[rule]}.`),
  ],
  actions: [action('minutes.make-up', 'Make-up rule', '', { opensForm: true }), homeNotesAction],
});

const makeUpLabel: Readonly<Record<MakeUpRule, string>> = {
  same_week: 'within the same week',
  two_weeks: 'within two weeks',
  four_weeks: 'within four weeks',
  same_month: 'within the same month',
};

export const makeUpForm = (rule: MakeUpRule): Form => ({
  name: 'minutes.make-up',
  ref: '',
  title: 'Make-up rule',
  intro:
    'For how long I count a later visit as making up for one that fell through. I count and flag; your teams decide.',
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'rule',
      label: 'Displaced minutes can be made up',
      options: makeUpRules.map((value) => ({ value, label: capital(makeUpLabel[value]) })),
      value: rule,
    },
  ],
});

export const makeUpKeptCard = (rule: MakeUpRule): Card =>
  note('minutes', 'Make-up rule kept', `Displaced minutes can be made up ${makeUpLabel[rule]}.`);
