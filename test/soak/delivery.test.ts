import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { crashes, type World } from '../../bench/soak-delivery/rows/crashes.ts';
import { duplicates } from '../../bench/soak-delivery/rows/duplicates.ts';
import { forged } from '../../bench/soak-delivery/rows/forged.ts';
import { malformed } from '../../bench/soak-delivery/rows/malformed.ts';
import { sameSlot } from '../../bench/soak-delivery/rows/same-slot.ts';
import { endedInOrder, sigterm } from '../../bench/soak-delivery/rows/sigterm.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

// Real processes, of which some are killed: what a dead one held is free again only after its lease.
jest.setTimeout(180_000);

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
  const script = fileURLToPath(new URL('../../bin/pushin.js', import.meta.url));
  world = { script, databaseUrl: database.url };
});
afterAll(() => database.close());

test('processes killed in the middle of sending lose nothing, and nobody sees a message twice', async () => {
  const crowd = { tenants: 4, peopleEach: 30 };
  const { verdict } = await crashes(world, { crowd, instances: 2, kills: 4 });
  expect(verdict).toMatchObject({
    prompts: 120,
    lost: 0,
    twiceOnSlack: 0,
    twiceOnTeams: 0,
    unmarkedTwins: 0,
  });
  expect(verdict.sent + verdict.uncertain).toBe(120);
});

test('a request that comes ten times at once, to two processes, has its effect once', async () => {
  expect(await duplicates(world, { requests: 6, instances: 2 })).toMatchObject({ holds: true });
});

test('nothing forged, stale or from the future is heard, and nothing of it is written down', async () => {
  expect(await forged(world, { requests: 60 })).toMatchObject({ holds: true });
});

test('signed nonsense brings nobody down', async () => {
  expect(await malformed(world, { requests: 200 })).toMatchObject({ holds: true });
});

test('of six who take the same time at once one gets it, and the others read what is next best', async () => {
  expect(await sameSlot(world, { clients: 6, rounds: 2, instances: 2 })).toMatchObject({ holds: true });
});

test('asked to end, it says so first, finishes what is under way, and leaves no lease behind', async () => {
  const outcome = await sigterm(world, { crowd: { tenants: 4, peopleEach: 20 } });
  expect(outcome).toMatchObject(endedInOrder);
});
