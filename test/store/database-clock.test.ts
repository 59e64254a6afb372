import { expect, test } from '@jest/globals';
import { createDatabaseClock } from '../../src/store/database-clock.ts';

test('time is the database’s, carried on by a clock that never jumps', async () => {
  let steady = 5_000;
  let theirs = 1_000_000;
  const pool = { query: async () => ({ rows: [{ now: theirs }] }) } as never;
  const clock = await createDatabaseClock(pool, () => steady);
  expect(clock.now()).toBe(1_000_000);
  steady += 250;
  expect(clock.now()).toBe(1_000_250);
  theirs = 2_000_000;
  await clock.ask();
  expect(clock.now()).toBe(2_000_000);
});
