import type { Card } from '../core/card.ts';
import { makeUpRules } from '../core/minutes/make-up.ts';
import { byCause, totalsOf } from '../core/minutes/pace.ts';
import { pagesOf } from '../core/minutes/pair-ledger.ts';
import type { Cause } from '../core/outcome.ts';
import {
  makeUpForm,
  makeUpKeptCard,
  minutesOfAllCard,
  tooFewToSumCard,
} from '../core/wording/minutes-of-all.ts';
import { onlyCoordinatorsCard } from '../core/wording/school-day.ts';
import { makeUpRule, setMakeUpRule } from '../store/organizations.ts';
import { activePairings } from '../store/pairings.ts';
import type { Desk } from './desk.ts';
import { chosen, type OnSubmit, type OnTap } from './door.ts';
import { ledgersOf } from './pair-ledger.ts';

/** Fewer, and a sum would show what one person did (needs 31). One sum only: two could be subtracted. */
const FEWEST = 5;

/** For a coordinator: all pairs of the organization together. */
export const showMinutesOfAll = async (desk: Desk): Promise<Card> => {
  const rule = await makeUpRule(desk.trx);
  const pairings = await activePairings(desk.trx);
  const people = (of: (one: (typeof pairings)[number]) => string) => new Set(pairings.map(of)).size;
  if (people((one) => one.therapistId) < FEWEST || people((one) => one.teacherId) < FEWEST)
    return tooFewToSumCard(rule);
  const today = desk.local.date;
  const ids = pairings.map(({ id }) => id);
  const ledgers = await ledgersOf(desk.trx, ids, today, desk.school);
  const pages = [...ledgers.values()].flatMap((ledger) =>
    pagesOf(ledger).filter(({ start }) => start <= today),
  );
  const since = pages.map(({ start }) => start).sort()[0] ?? today;
  return minutesOfAllCard(totalsOf(pages), withoutRefusals(byCause(pages)), since, rule);
};

/** What a teacher asked for is hers, also in a sum. */
const withoutRefusals = (causes: readonly { cause: Cause; minutes: number }[]) => {
  const minutes = new Map<Cause, number>();
  for (const one of causes) {
    const cause = one.cause === 'teacher_asked' ? 'other' : one.cause;
    minutes.set(cause, (minutes.get(cause) ?? 0) + one.minutes);
  }
  return [...minutes].map(([cause, sum]) => ({ cause, minutes: sum }));
};

export const openMakeUpForm: OnTap = async (counter) =>
  counter.me.role === 'coordinator'
    ? { kind: 'form', form: makeUpForm(await makeUpRule(counter.trx)) }
    : { kind: 'card', card: onlyCoordinatorsCard() };

export const changeMakeUpRule: OnSubmit = async (counter, submit) => {
  if (counter.me.role !== 'coordinator') return { kind: 'card', card: onlyCoordinatorsCard() };
  const rule = chosen(submit.values, 'rule', makeUpRules);
  if (!rule) return { kind: 'faults', faults: { rule: 'Please choose one.' } };
  await setMakeUpRule(counter.trx, rule);
  return { kind: 'card', card: makeUpKeptCard(rule) };
};
