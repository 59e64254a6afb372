import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import {
  doorsWith,
  doorsWithout,
  isOpenTo,
  nameOf,
  openProbeWorld,
  type Prober,
  probers,
  roleOf,
  values,
} from './probes.ts';
import { fullSize } from './sizes.ts';

jest.setTimeout(fullSize ? 900_000 : 120_000);

let store: TestDatabase;
let world: Awaited<ReturnType<typeof openProbeWorld>>;
beforeAll(async () => {
  store = await openTestDatabase();
  world = await openProbeWorld(store);
});
afterAll(() => store.close());

/** Everything of the target's that changed hands: the trail tells, whoever did it. */
const trailOfRoom1 = async (): Promise<unknown[]> => {
  const { rows } = await store.pool.query(
    `select act, what, about, change from trail where organization_id = $1 and about::text ~ $2 order by number`,
    [world.there, world.things.join('|')],
  );
  return rows;
};

/** Colleagues, who know the school but not Room 1's children. A newcomer is shown the schools to choose from. */
const insiders: readonly Prober[] = [
  'another class’s teacher',
  'another pairing’s therapist',
  'a para',
  'a newcomer nobody has named',
];

/** As many as the pool has connections. */
const AT_ONCE = 8;

const tryDoors = async (prober: Prober): Promise<{ tried: number; leaks: string[] }> => {
  const role = roleOf[prober];
  const events = [
    ...doorsWithout(),
    // Every thing at every door, each with another value that a button may carry; in full size with every value.
    ...world.things.flatMap((ref, n) =>
      (fullSize ? values : [values[n % values.length] ?? '']).flatMap((value) =>
        doorsWith(ref, value).filter((event) => n === 0 || (role !== undefined && isOpenTo(role, event))),
      ),
    ),
  ];
  const leaks: string[] = [];
  const secret = insiders.includes(prober) ? /Zzyzx/ : /Zzyzx|Vrrbl/;
  for (let at = 0; at < events.length; at += AT_ONCE)
    await Promise.all(
      events.slice(at, at + AT_ONCE).map(async (event) => {
        const { shown: _never, ...said } = { shown: undefined, ...(await world.act(prober, event)) };
        if (secret.test(JSON.stringify(said))) leaks.push(nameOf(event));
      }),
    );
  return { tried: events.length, leaks };
};

test('the canary sits in everything a person can type', () => {
  expect(world.planted).toEqual(
    expect.arrayContaining(['members.name', 'students.alias', 'touch_bases.teacher_wrote']),
  );
  expect(world.things.length).toBeGreaterThanOrEqual(8);
});

describe.each(probers)('%s', (prober) => {
  test('learns nothing of Room 1’s children at any door, and changes nothing of Room 1’s', async () => {
    const before = await trailOfRoom1();
    const { tried, leaks } = await tryDoors(prober);
    expect(leaks).toEqual([]);
    expect(tried).toBeGreaterThan(50);
    expect(await trailOfRoom1()).toEqual(before);
  });
});
