import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { type MapleStreet, openMapleStreet } from './maple-street.ts';
import { fridayAfterSchool, got, labels, pair, planned, settleTwoRooms, visitsIn } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(fridayAfterSchool);
  await settleTwoRooms(school);
});
afterAll(() => school.close());

const lines = (card: Card): string[] => school.text(card).split('\n');

describe('“schedule week”', () => {
  test('answers at once with a week that meets every mandate, by day, and no student on it', async () => {
    const card = await school.says('Maya Brooks', 'schedule week');
    expect(card.title).toBe('Your week of Nov 30: 4 visits');
    expect(lines(card)).toEqual(
      expect.arrayContaining([
        'Monday, Nov 30',
        '9:00–9:30 · Room 7 · Writing · fits best · 2 students',
        'Wednesday, Dec 2',
      ]),
    );
    expect(school.text(card)).not.toMatch(/Otter|Bee|Wren|K\./);
    expect(labels(card)).toEqual(['Send to all teachers', 'Change a visit', 'Who and what for']);
  });

  test.each(['plan my week', 'schedule my week', 'can you plan next week'])(
    'is also said as “%s”',
    async (words) => {
      expect((await school.says('Maya Brooks', words)).kind).toBe('week-plan');
    },
  );

  test('is one tap from her week and from the times for one visit', async () => {
    for (const words of ['week', 'schedule']) {
      const answer = await school.tap(
        'Maya Brooks',
        await school.says('Maya Brooks', words),
        'Plan the whole week',
      );
      expect(school.cardOf(answer).kind).toBe('week-plan');
    }
  });

  test('is for therapists', async () => {
    expect((await school.says('Ms. Rivera', 'schedule week')).kind).toBe('only-therapists');
  });

  test('says who is in each visit only to whoever taps', async () => {
    const plan = await planned(school, 'Maya Brooks');
    const who = school.cardOf(await school.tap('Maya Brooks', plan.card, 'Who and what for', plan.ref));
    expect(lines(who)).toContain('9:00–9:30 · Room 7 · fits handwriting · Bee and Wren');
    const other = school.cardOf(await school.tap('Jonah Price', plan.card, 'Who and what for'));
    expect(other.kind).not.toBe('week-plan-who');
  });

  test('says why a session has no place', async () => {
    await pair(school, 'Jonah Price', 'Mr. Okafor', {
      students: 'Bee',
      focuses: ['handwriting'],
      count: '4',
    });
    const card = await school.says('Jonah Price', 'schedule week');
    expect(lines(card)).toContain(
      'Room 7, 1 session: I don’t know what Room 7 does on the days left; it would find a place if the teacher told me: “ask Room 7 Tuesday 10” makes me ask.',
    );
  });

  test('sends nothing before the tap, and nothing of a week that changed since it was seen', async () => {
    const plan = await planned(school, 'Maya Brooks');
    expect(school.text(school.shown(plan.ref))).toContain('The best I found.');
    const stale = { ...plan.card, actions: plan.card.actions.map((one) => ({ ...one, version: 0 })) };
    const answer = school.cardOf(await school.tap('Maya Brooks', stale, 'Send to all teachers', plan.ref));
    expect(school.text(answer)).toContain('This is how it is now.');
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toEqual([]);
    expect(await visitsIn(school, 'proposed')).toEqual([]);
  });
});

describe('a visit of a planned week', () => {
  const wishes = async (visit: string, wish: string): Promise<{ planId: string; offer: Card }> => {
    const plan = await planned(school, 'Maya Brooks');
    const card = school.shown(plan.ref);
    const form = await school.tap('Maya Brooks', card, 'Change a visit', plan.ref);
    if (form.kind !== 'form') throw new Error(`no form but ${form.kind}`);
    const offer = await school.submits('Maya Brooks', 'plan.change', { visit, wish }, form.form.ref);
    return { planId: form.form.ref, offer: school.cardOf(offer) };
  };
  const take = (offer: Card, label: string): Promise<Answer> => school.tap('Maya Brooks', offer, label);

  test('is moved with the least change, and shown before anything changes', async () => {
    const { offer } = await wishes('2026-11-30/540', 'move');
    expect(offer.title).toBe('This would change');
    expect(lines(offer)).toEqual(
      expect.arrayContaining([
        '− Mon 9:00–9:30 · Room 7 · Writing',
        '+ Thu 1:00–1:30 · Room 7 · Independent work',
      ]),
    );
    expect(lines(offer).filter((line) => /^[−+±]/.test(line))).toHaveLength(2);
    const taken = school.cardOf(await take(offer, 'Make this change'));
    expect(school.text(taken)).toContain('1:00–1:30 · Room 7');
    await school.thought();
    expect(school.text(taken)).not.toContain('Monday');
  });

  test('is kept, and stays when another one moves', async () => {
    const { offer } = await wishes('2026-12-02/540', 'keep');
    expect(offer.title).toBe('Nothing would change');
    await take(offer, 'Make this change');
    await school.thought();
    const card = school.shown(got(school, 'Maya Brooks', 'week-plan').at(-1)?.ref ?? {});
    expect(lines(card)).toEqual(expect.arrayContaining(['Wednesday, Dec 2']));
    expect(card.title).toBe('Your week of Nov 30: 4 visits');
  });

  test('is left out of an activity for the week, and left as it was when that is too much', async () => {
    const { offer } = await wishes('2026-11-30/540', 'never');
    expect(school.text(offer)).toContain(
      '1 session more would have no place.'.replace('1 session', '2 sessions'),
    );
    const left = school.cardOf(await take(offer, 'Leave it as it was'));
    expect(left.title).toBe('Your week of Nov 30: 4 visits');
  });
});
