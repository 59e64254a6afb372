import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import {
  got,
  lastOf,
  office,
  openOffice,
  options,
  settleRoom12,
  stored,
  tapAction,
  tapRow,
  visitsIn,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());

const pairingOf = (name: string): Promise<{ id: string }> =>
  stored(school, (trx) =>
    trx
      .selectFrom('pairings')
      .innerJoin('members', 'members.id', 'pairings.therapist_id')
      .select('pairings.id')
      .where('members.name', '=', name)
      .executeTakeFirstOrThrow(),
  );

/** Monday morning; both therapists of Room 12 have a visit agreed at centers, on Thursday and on Tuesday. */
beforeEach(async () => {
  await school.restart(at('2026-11-30', '07:41'));
  await settleRoom12(school);
  await openOffice(school);
  for (const [name, value] of [
    ['Maya Brooks', '2026-12-03/600'],
    ['Jonah Price', '2026-12-01/600'],
  ] as const) {
    const { id } = await pairingOf(name);
    await tapAction(school, name, { name: 'visit.propose', label: '', ref: id, value });
    const ask = lastOf(school, 'Ms. Rivera', 'visit');
    await school.tap('Ms. Rivera', school.shown(ask.ref), 'Yes', ask.ref);
  }
  school.sent.length = 0;
});

test('other times are looked for when something was lost, and only then', async () => {
  const before = school.searches();
  await school.says('Maya Brooks', 'week');
  await school.tick();
  expect(school.searches()).toBe(before);
  await school.says(office, 'assembly Thu 10-11');
  expect(school.searches()).toBe(before + 1);
  await school.tick();
  expect(school.searches()).toBe(before + 1);
});

describe('“assembly Tue and Thu 10–11”', () => {
  test('told by the office: every therapist hit hears of it once, with another time held', async () => {
    await school.says(office, 'assembly Tue and Thu 10-11');
    const held = await visitsIn(school, 'held');
    expect(new Set(held.map((visit) => visit.therapist_id)).size).toBe(2);
    expect(held).toHaveLength(6);
    await school.moveTo(at('2026-11-30', '16:00'));
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      expect(school.inbox(name).map(({ card }) => card.kind)).toEqual(['swaps']);
      const { card } = lastOf(school, name, 'swaps');
      expect(school.text(card)).toContain('assembly 10:00–11:00');
      expect(school.text(card)).toContain('Told by Dana Lee.');
    }
  });

  test('two therapists are never offered the same room at once', async () => {
    await school.says(office, 'assembly Tue and Thu 10-11');
    const times = (await visitsIn(school, 'held')).map(({ date, start_minute }) => `${date} ${start_minute}`);
    expect(new Set(times).size).toBe(times.length);
  });

  test('taken back, it keeps no room any longer', async () => {
    const card = await school.says(office, 'assembly Thu 10-11');
    expect(await visitsIn(school, 'held')).toHaveLength(3);
    const undo = card.actions.find(({ name }) => name === 'change.undo');
    await school.act(office, { kind: 'tap', action: 'change.undo', ref: undo?.ref ?? '' });
    expect(await visitsIn(school, 'held')).toEqual([]);
  });
});

test('told by the teacher herself, in one line, it is the same', async () => {
  await school.says('Ms. Rivera', 'assembly Thu 10-11');
  expect(school.inbox('Maya Brooks').map(({ card }) => card.kind)).toEqual(['swaps']);
  expect(got(school, 'Jonah Price', 'swaps')).toEqual([]);
  expect(await visitsIn(school, 'held')).toHaveLength(3);
});

describe('the three best other times', () => {
  beforeEach(async () => {
    await school.says('Ms. Rivera', 'assembly Thu 10-11');
  });
  const card = () => school.shown(lastOf(school, 'Maya Brooks', 'swaps').ref);

  test('are ranked by fit, each with its reason, and their rooms are kept', () => {
    const offered = options(card());
    expect(offered.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^1\. .* · Writing$/),
      expect.stringMatching(/^2\. .* · Writing$/),
      expect.stringMatching(/^3\. .* · Writing$/),
    ]);
    expect(offered[0]?.detail).toBe('fits best; nothing else moves');
  });

  test('“Ask for this” asks for one and frees the others', async () => {
    const { ref } = lastOf(school, 'Maya Brooks', 'swaps');
    const [, second] = options(card());
    if (!second) throw new Error('only one');
    const answer = school.cardOf(await tapAction(school, 'Maya Brooks', second.action, ref));
    expect(school.text(answer)).toContain(': asked.');
    expect(await visitsIn(school, 'held')).toEqual([]);
    expect(await visitsIn(school, 'withdrawn')).toHaveLength(2);
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toHaveLength(1);
  });

  test('“Not this one” frees its room at once; with the last one gone there is none', async () => {
    for (const left of [2, 1, 0]) {
      await tapRow(school, 'Maya Brooks', lastOf(school, 'Maya Brooks', 'swaps'), 'Not this one');
      expect(await visitsIn(school, 'held')).toHaveLength(left);
    }
    expect(school.text(card())).toContain('no other time taken');
  });
});
