import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import { buttonsIn } from '../../src/core/card.ts';
import { HOUR } from '../../src/core/time.ts';
import { at, type MapleStreet, type Name, openMapleStreet, type Sent } from './maple-street.ts';
import { got, labels, office, openOffice, pair, settleRoom12, stored, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());
/** Friday after school, with a class each of Ms. Rivera and Mr. Okafor; next week is planned. */
beforeEach(async () => {
  await school.restart(at('2026-11-27', '15:00'));
  await settleRoom12(school);
  await pair(school, 'Maya Brooks', 'Mr. Okafor', { students: 'Bee, Wren', focuses: ['handwriting'] });
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40, independent work Thu 1-1:45');
});

const planned = async (name: Name = 'Maya Brooks'): Promise<Sent> => {
  await school.says(name, 'schedule week');
  await school.thought();
  return school.last(name);
};
const sendAll = async (name: Name = 'Maya Brooks'): Promise<Sent> => {
  const plan = await planned(name);
  await school.tap(name, school.shown(plan.ref), 'Send to all teachers', plan.ref);
  return plan;
};
const lastOf = (name: Name, kind: string): Sent => {
  const found = got(school, name, kind).at(-1);
  if (!found) throw new Error(`${name} has no ${kind}`);
  return found;
};
const lines = (card: Card): string[] => school.text(card).split('\n');
/** The nth button of that label among all rows. */
const tapRow = (name: Name, sent: Sent, label: string, row = 0) => {
  const card = school.shown(sent.ref);
  const found = card.parts.flatMap(buttonsIn).filter((button) => button.label === label)[row];
  if (!found) throw new Error(`no row with ${label}`);
  return tapAction(school, name, found, sent.ref);
};
const visitsIn = (state: 'held' | 'proposed' | 'agreed' | 'expired' | 'withdrawn') =>
  stored(school, (trx) => trx.selectFrom('visits').selectAll().where('state', '=', state).execute());

describe('“schedule week”', () => {
  test('answers at once with a week that meets every mandate, by day, and no student on it', async () => {
    const card = await school.says('Maya Brooks', 'schedule week');
    expect(card.title).toBe('Your week of Nov 30: 4 visits');
    expect(lines(card)).toEqual(
      expect.arrayContaining([
        'Monday, Nov 30',
        '9:00–9:30 · Room 7 · Writing · fits handwriting · 2 students',
        'Wednesday, Dec 2',
      ]),
    );
    expect(school.text(card)).not.toMatch(/Otter|Bee|Wren|K\./);
    expect(labels(card)).toEqual(['Send to all teachers', 'Change a visit', 'Who is in each visit']);
  });

  test.each(['plan my week', 'schedule my week', 'can you plan next week'])(
    'is also said as “%s”',
    async (words) => {
      expect((await school.says('Maya Brooks', words)).kind).toBe('week-plan');
    },
  );

  test('says who is in each visit only to whoever taps', async () => {
    const plan = await planned();
    const who = school.cardOf(await school.tap('Maya Brooks', plan.card, 'Who is in each visit', plan.ref));
    expect(lines(who)).toContain('9:00–9:30 · Room 7 · Bee and Wren');
    const other = school.cardOf(await school.tap('Jonah Price', plan.card, 'Who is in each visit'));
    expect(other.kind).not.toBe('week-plan-who');
  });

  test('the card that stays changes when the week has been thought through', async () => {
    const plan = await planned();
    expect(school.text(school.shown(plan.ref))).toContain('The best I found.');
    expect(got(school, 'Maya Brooks', 'week-plan')).toHaveLength(1);
  });

  test('says why a session has no place and what would make room', async () => {
    await pair(school, 'Jonah Price', 'Mr. Okafor', {
      students: 'Bee',
      focuses: ['handwriting'],
      count: '4',
    });
    const card = await school.says('Jonah Price', 'schedule week');
    expect(lines(card)).toContain(
      'Room 7, 1 session: there is writing, independent work in Room 7 only on days that already have a session.',
    );
  });

  test('sends nothing before the tap, and nothing of a week that changed since it was seen', async () => {
    const plan = await planned();
    const stale = { ...plan.card, actions: plan.card.actions.map((one) => ({ ...one, version: 0 })) };
    const answer = school.cardOf(await school.tap('Maya Brooks', stale, 'Send to all teachers', plan.ref));
    expect(school.text(answer)).toContain('This is how it is now.');
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toEqual([]);
    expect(await visitsIn('proposed')).toEqual([]);
  });
});

describe('“Send to all teachers”', () => {
  test('gives each teacher one card with all visits of her classes', async () => {
    await sendAll();
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(1);
    const { card } = lastOf('Ms. Rivera', 'visits-ask');
    expect(card.title).toBe('Maya Brooks would like to join your class in the week of Nov 30');
    expect(card.parts.filter((part) => part.kind === 'option')).toHaveLength(2);
    expect(got(school, 'Mr. Okafor', 'visits-ask')).toHaveLength(1);
    expect(school.text(card)).not.toMatch(/Otter|K\./);
  });

  test('one tap says yes to all, and the planned week says so where it stands', async () => {
    const plan = await sendAll();
    const { ref } = lastOf('Ms. Rivera', 'visits-ask');
    await school.tap('Ms. Rivera', school.shown(ref), 'Yes to all', ref);
    expect(await visitsIn('agreed')).toHaveLength(2);
    const text = school.text(school.shown(plan.ref));
    expect(text.match(/✓ agreed/g)).toHaveLength(2);
    expect(text.match(/waiting for Mr. Okafor/g)).toHaveLength(2);
  });

  test('what another therapist took meanwhile is left out and said', async () => {
    const plan = await planned();
    const theirs = await planned('Jonah Price');
    await school.tap('Jonah Price', school.shown(theirs.ref), 'Send to all teachers', theirs.ref);
    const answer = school.cardOf(
      await school.tap('Maya Brooks', school.shown(plan.ref), 'Send to all teachers', plan.ref),
    );
    const both = await stored(school, (trx) => trx.selectFrom('visits').selectAll().execute());
    const missing = 6 - both.length;
    if (missing > 0) expect(school.text(answer)).toContain('could not be had any more');
    expect(
      new Set(both.map(({ date, start_minute, classroom_id }) => `${date} ${start_minute} ${classroom_id}`))
        .size,
    ).toBe(both.length);
  });

  test('tapped twice at once holds each room once', async () => {
    const plan = await planned();
    const card = school.shown(plan.ref);
    await Promise.all([
      school.tap('Maya Brooks', card, 'Send to all teachers', plan.ref),
      school.tap('Maya Brooks', card, 'Send to all teachers', plan.ref),
    ]);
    expect(await visitsIn('proposed')).toHaveLength(4);
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(1);
  });
});

describe('a visit the teacher would rather have another time', () => {
  test('is planned anew with everything else where it was, and its room held', async () => {
    await sendAll();
    const ask = lastOf('Ms. Rivera', 'visits-ask');
    const answer = school.cardOf(await tapRow('Ms. Rivera', ask, 'Another time'));
    expect(school.text(answer)).toContain('another time, gladly');
    const swaps = lastOf('Maya Brooks', 'swaps');
    expect(swaps.card.title).toBe('Ms. Rivera would rather have another time for 1 visit');
    expect(labels(swaps.card)).toEqual(['Ask for this', 'See other times']);
    expect(await visitsIn('held')).toHaveLength(1);
    expect(await visitsIn('proposed')).toHaveLength(3);
  });

  test('is asked again with one tap, and a yes shows on every card', async () => {
    const plan = await sendAll();
    await tapRow('Ms. Rivera', lastOf('Ms. Rivera', 'visits-ask'), 'Another time');
    const swaps = lastOf('Maya Brooks', 'swaps');
    await school.tap('Maya Brooks', school.shown(swaps.ref), 'Ask for this', swaps.ref);
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(2);
    const again = lastOf('Ms. Rivera', 'visits-ask');
    await school.tap('Ms. Rivera', school.shown(again.ref), 'Yes to all', again.ref);
    expect(school.text(school.shown(swaps.ref))).toContain(': agreed.');
    expect(school.text(school.shown(plan.ref))).toContain('✓ agreed');
  });

  test('“Not this week” looks for nothing else in that class', async () => {
    await sendAll();
    await tapRow('Ms. Rivera', lastOf('Ms. Rivera', 'visits-ask'), 'Not this week');
    expect(got(school, 'Maya Brooks', 'swaps')).toEqual([]);
    expect(await visitsIn('held')).toEqual([]);
  });

  test('a room nobody decided on is free again after a day', async () => {
    await sendAll();
    await tapRow('Ms. Rivera', lastOf('Ms. Rivera', 'visits-ask'), 'Another time');
    const swaps = lastOf('Maya Brooks', 'swaps');
    await school.moveTo(at('2026-11-27', '15:00') + 25 * HOUR);
    expect(await visitsIn('held')).toEqual([]);
    expect(school.text(school.shown(swaps.ref))).toContain('the room is free again');
  });
});

describe('“assembly Thu 10–11”', () => {
  /** Both therapists stand agreed in Room 12 on Thursday at centers. */
  beforeEach(async () => {
    await school.restart(at('2026-11-30', '07:41'));
    await settleRoom12(school);
    await openOffice(school);
    for (const [name, when] of [
      ['Maya Brooks', '2026-12-03/600'],
      ['Jonah Price', '2026-12-01/600'],
    ] as const) {
      const pairing = await stored(school, (trx) =>
        trx
          .selectFrom('pairings')
          .innerJoin('members', 'members.id', 'pairings.therapist_id')
          .select('pairings.id')
          .where('members.name', '=', name)
          .executeTakeFirstOrThrow(),
      );
      await tapAction(school, name, { name: 'visit.propose', label: '', ref: pairing.id, value: when });
      const ask = lastOf('Ms. Rivera', 'visit');
      await school.tap('Ms. Rivera', school.shown(ask.ref), 'Yes', ask.ref);
    }
    school.sent.length = 0;
  });

  test('told by the office: every therapist hit hears once, with another time held', async () => {
    await school.says(office, 'assembly Tue and Thu 10-11');
    expect(await visitsIn('held')).toHaveLength(2);
    await school.moveTo(at('2026-11-30', '16:00'));
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      expect(got(school, name, 'swaps')).toHaveLength(1);
      expect(got(school, name, 'change-news')).toEqual([]);
      expect(got(school, name, 'visit-status')).toEqual([]);
      expect(school.text(lastOf(name, 'swaps').card)).toContain('assembly 10:00–11:00');
    }
  });

  test('told by the teacher herself it is the same', async () => {
    await school.says('Ms. Rivera', 'assembly Thu 10-11');
    expect(got(school, 'Maya Brooks', 'swaps')).toHaveLength(1);
    expect(got(school, 'Maya Brooks', 'activity-news')).toEqual([]);
    expect(await visitsIn('held')).toHaveLength(1);
  });

  test('taken back, it keeps no room any longer', async () => {
    const card = await school.says(office, 'assembly Thu 10-11');
    expect(await visitsIn('held')).toHaveLength(1);
    const undo = card.actions.find(({ name }) => name === 'change.undo');
    await school.act(office, { kind: 'tap', action: 'change.undo', ref: undo?.ref ?? '' });
    expect(await visitsIn('held')).toEqual([]);
  });
});
