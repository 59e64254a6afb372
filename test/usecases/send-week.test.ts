import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minuteOf } from '../../src/core/clock-minutes.ts';
import { planDays } from '../../src/core/plan/caseload.ts';
import { addDays } from '../../src/core/time.ts';
import { at, type MapleStreet, type Name, openMapleStreet, type Sent } from './maple-street.ts';
import {
  fridayAfterSchool,
  got,
  labels,
  lastOf,
  options,
  planned,
  settleTwoRooms,
  stored,
  tapAction,
  tapRow,
  visitsIn,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(fridayAfterSchool);
});
afterAll(() => school.close());

describe('a week sent to all teachers', () => {
  let plan: Sent;
  beforeAll(async () => {
    await settleTwoRooms(school);
    plan = await planned(school, 'Maya Brooks');
  });

  test('tapped twice at once holds each room once, and each teacher has one card', async () => {
    const card = school.shown(plan.ref);
    await Promise.all([
      school.tap('Maya Brooks', card, 'Send to all teachers', plan.ref),
      school.tap('Maya Brooks', card, 'Send to all teachers', plan.ref),
    ]);
    expect(await visitsIn(school, 'proposed')).toHaveLength(4);
    expect(got(school, 'Mr. Okafor', 'visits-ask')).toHaveLength(1);
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(1);
    const asked = lastOf(school, 'Ms. Rivera', 'visits-ask').card;
    expect(asked.title).toBe('Maya Brooks would like to join your class in the week of Nov 30');
    expect(asked.parts.filter((part) => part.kind === 'option')).toHaveLength(2);
    expect(school.text(asked)).not.toMatch(/Otter|K\./);
  });

  test('“Yes to all” settles them, and the planned week says so where it stands', async () => {
    const { ref } = lastOf(school, 'Mr. Okafor', 'visits-ask');
    await school.tap('Mr. Okafor', school.shown(ref), 'Yes to all', ref);
    expect(await visitsIn(school, 'agreed')).toHaveLength(2);
    const text = school.text(school.shown(plan.ref));
    expect(text.match(/✓ agreed/g)).toHaveLength(2);
    expect(text.match(/waiting for Ms. Rivera/g)).toHaveLength(2);
  });

  test('what she would rather have another time is planned anew, everything else where it was', async () => {
    const ask = lastOf(school, 'Ms. Rivera', 'visits-ask');
    const answer = school.cardOf(await tapRow(school, 'Ms. Rivera', ask, 'Another time'));
    expect(school.text(answer)).toContain('Another time instead.');
    expect(labels(answer)).toEqual(['Yes to the rest']);
    const { card } = lastOf(school, 'Maya Brooks', 'swaps');
    expect(card.title).toBe('Ms. Rivera would rather have another time for 1 visit');
    expect(options(card).map(({ action }) => action.label)).toEqual(Array(3).fill('Ask for this'));
    expect(labels(card)).toEqual(['See other times']);
    expect(await visitsIn(school, 'held')).toHaveLength(3);
    expect(await visitsIn(school, 'agreed')).toHaveLength(2);
  });

  test('the room held for it is nobody else’s, and not on the teacher’s week', async () => {
    const [held] = await visitsIn(school, 'held');
    const theirs = await school.says('Jonah Price', 'schedule');
    const offered = theirs.parts.flatMap((part) => (part.kind === 'option' ? [part.action.value] : []));
    expect(offered).not.toContain(`${held?.date}/${held?.start_minute}`);
    expect(school.text(await school.says('Ms. Rivera', 'week')).match(/Maya Brooks/g)).toHaveLength(1);
  });

  test('it is asked with one tap, and her yes shows on every card', async () => {
    const swaps = lastOf(school, 'Maya Brooks', 'swaps');
    await school.tap('Maya Brooks', school.shown(swaps.ref), 'Ask for this', swaps.ref);
    const again = lastOf(school, 'Ms. Rivera', 'visits-ask');
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(2);
    await school.tap('Ms. Rivera', school.shown(again.ref), 'Yes', again.ref);
    expect(school.text(school.shown(swaps.ref))).toContain(': agreed.');
    expect(school.text(school.shown(plan.ref)).match(/✓ agreed/g)).toHaveLength(3);
  });

  test('“Not this week” looks for nothing else in that class', async () => {
    const [first] = got(school, 'Ms. Rivera', 'visits-ask');
    if (!first) throw new Error('never asked');
    await tapRow(school, 'Ms. Rivera', first, 'Not this week');
    expect(got(school, 'Maya Brooks', 'swaps')).toHaveLength(1);
    expect(await visitsIn(school, 'held')).toEqual([]);
  });
});

test('the therapist takes one visit back, and the teacher who counted on it is told', async () => {
  const plan = lastOf(school, 'Maya Brooks', 'week-plan');
  const form = await school.tap('Maya Brooks', school.shown(plan.ref), 'Take a visit back', plan.ref);
  if (form.kind !== 'form') throw new Error(`no form but ${form.kind}`);
  const [first] = form.form.fields[0]?.kind === 'choice' ? form.form.fields[0].options : [];
  const take = (name: Name) =>
    school.submits(name, 'plan.take-back', { visit: first?.value ?? '' }, form.form.ref);
  expect((await take('Jonah Price')).kind).toBe('faults');
  await take('Maya Brooks');
  const own = (await visitsIn(school, 'withdrawn')).filter((visit) => visit.instead_of === null);
  expect(own).toHaveLength(1);
  expect(school.text(school.shown(plan.ref))).toContain('taken back');
  const told = [...got(school, 'Mr. Okafor', 'visit'), ...got(school, 'Ms. Rivera', 'visit')];
  expect(told.map(({ card }) => school.text(card)).join()).toContain('can’t come then after all');
});

describe('on a first day again', () => {
  test('what another therapist took meanwhile is left out and said', async () => {
    await school.restart(fridayAfterSchool);
    await settleTwoRooms(school);
    const plan = await planned(school, 'Maya Brooks');
    // The same minutes of Room 12 that Maya's plan has.
    const wanted = await stored(school, (trx) =>
      trx.selectFrom('week_plans').select('week').executeTakeFirstOrThrow(),
    );
    const [offered] = options(await school.says('Jonah Price', 'schedule'));
    if (!offered) throw new Error('Jonah is offered nothing');
    for (const { day, start } of wanted.week.visits.filter((one) => one.class === 'Room 12')) {
      const value = `${addDays('2026-11-30', planDays.indexOf(day))}/${minuteOf(start)}`;
      await tapAction(school, 'Jonah Price', { ...offered.action, value });
    }
    const before = (await visitsIn(school, 'proposed')).length;
    const answer = school.cardOf(
      await school.tap('Maya Brooks', school.shown(plan.ref), 'Send to all teachers', plan.ref),
    );
    const all = await visitsIn(school, 'proposed');
    const lost = 4 - (all.length - before);
    expect(lost).toBeGreaterThan(0);
    expect(school.text(answer)).toContain(`${lost} visit`);
    expect(school.text(answer)).toContain('could not be had any more');
  });

  test('a room nobody decided on is free again after a school day', async () => {
    await tapRow(school, 'Mr. Okafor', lastOf(school, 'Mr. Okafor', 'visits-ask'), 'Another time');
    const swaps = lastOf(school, 'Maya Brooks', 'swaps');
    expect(await visitsIn(school, 'held')).toHaveLength(1);
    await school.moveTo(at('2026-11-30', '15:01'));
    expect(await visitsIn(school, 'held')).toEqual([]);
    expect(school.text(school.shown(swaps.ref))).toContain('the rooms kept for it are free again');
  });

  test('a no tapped in haste becomes a yes, and no room is kept in its place', async () => {
    await school.restart(fridayAfterSchool);
    await settleTwoRooms(school);
    const plan = await planned(school, 'Maya Brooks');
    await school.tap('Maya Brooks', school.shown(plan.ref), 'Send to all teachers', plan.ref);
    const ask = lastOf(school, 'Ms. Rivera', 'visits-ask');
    await tapRow(school, 'Ms. Rivera', ask, 'Another time');
    await tapRow(school, 'Ms. Rivera', ask, 'Yes, after all');
    expect(await visitsIn(school, 'held')).toEqual([]);
    expect(await visitsIn(school, 'agreed')).toHaveLength(1);
    const swaps = lastOf(school, 'Maya Brooks', 'swaps');
    expect(school.text(school.shown(swaps.ref))).toContain('agreed after all.');
    expect(school.last('Maya Brooks').card.push).toBe('Ms. Rivera said yes');
  });

  test('once a visit is over, nothing can be tapped about it', async () => {
    await school.moveTo(at('2026-12-04', '15:01'));
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), 'As planned');
    await school.sendOnly();
    const [ask] = got(school, 'Ms. Rivera', 'visits-ask');
    if (!ask) throw new Error('never asked');
    const card = school.shown(ask.ref, 'visits-ask');
    expect(options(card)).toEqual([]);
    expect(school.text(card)).toContain(': agreed.');
  });
});
