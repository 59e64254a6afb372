import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { disturbances, weeks } from '../../adapters/playground/demo/student-free.ts';
import { organizationId, zone } from '../../adapters/playground/maple-street.ts';
import type { Happening } from '../../adapters/playground/month/happening.ts';
import { liveThrough } from '../../bench/effort/live-through.ts';
import { type Week, weeksOf } from '../../bench/effort/reckon.ts';
import { readConfig } from '../../src/config.ts';
import { instantOf, localTime } from '../../src/core/time.ts';
import { freePort } from '../../src/free-port.ts';
import { type App, startApp } from '../../src/main.ts';
import type { Trx } from '../../src/store/schema.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { expectLedgersBalanced } from './endings.ts';

/*
 * Two weeks in Maple Street from the afternoon everybody met, through the small Slack and the small Teams, button by
 * button. There is a student under the table and one with the flu, a test that moved and a sub, and people who answer what
 * they see and go back to their class. `npm run bench:effort` tells four weeks more.
 */
let database: TestDatabase;
let app: App;
let lived: readonly Happening[];
let spent: readonly Week[];
beforeAll(async () => {
  database = await openTestDatabase();
  const reading = readConfig({
    PORT: String(await freePort()),
    DATABASE_URL: database.url,
    PUSHIN_PLAYGROUND: 'on',
    LOG_LEVEL: 'silent',
  });
  if (!reading.ok) throw new Error(reading.faults.join(' '));
  app = await startApp(reading.config);
  lived = await liveThrough(app.url, 'two-weeks');
  spent = weeksOf(lived, instantOf('2026-11-02', 0, zone));
}, 300_000);
afterAll(async () => {
  await app.stop();
  await database.close();
});

const stored = <T>(look: (trx: Trx) => Promise<T>): Promise<T> =>
  withOrganization(database.db, organizationId, look);
/** The week in which people got to know each other is no week like the others. */
const of = (...people: string[]): readonly Week[] =>
  spent.filter(({ person, week }) => people.includes(person) && week >= 0);

test('no teacher’s week has more than three questions, six messages and twenty seconds of answering', () => {
  for (const { person, week, asks, messages, seconds } of of('Ms. Rivera', 'Mr. Okafor')) {
    const what = `${person}, week ${week + 1}`;
    expect([what, 'asks', asks]).toEqual([what, 'asks', Math.min(asks, 3)]);
    expect([what, 'messages', messages]).toEqual([what, 'messages', Math.min(messages, 6)]);
    expect([what, 'seconds', seconds]).toEqual([what, 'seconds', Math.min(seconds, 20)]);
  }
});

test('a visit costs its therapist at most four taps, planning and recording together', () => {
  for (const name of ['Maya Brooks', 'Jonah Price']) {
    const sum = (which: 'visitTaps' | 'visits') => of(name).reduce((total, week) => total + week[which], 0);
    expect(sum('visits')).toBeGreaterThan(4);
    expect(sum('visitTaps') / sum('visits')).toBeLessThanOrEqual(4);
  }
});

test('afterwards there is something to look at: plans, notes, what was tried, talks', async () => {
  const count = (table: 'intentions' | 'visit_notes' | 'strategy_tries' | 'touch_bases') =>
    stored(async (trx) => (await trx.selectFrom(table).selectAll().execute()).length);
  for (const table of ['intentions', 'visit_notes', 'strategy_tries', 'touch_bases'] as const)
    expect([table, (await count(table)) > 0]).toEqual([table, true]);
});

test('it ends with every mandated minute in one column and nobody disturbed in class', async () => {
  const now = Math.max(...lived.map(({ at }) => at));
  await stored((trx) => expectLedgersBalanced(trx, localTime(now, zone).date, now));
  const came = lived.flatMap((one) =>
    one.what === 'arrived' && one.person in weeks
      ? [{ seat: '', at: one.at, title: one.words, name: one.person }]
      : [],
  );
  expect(came.length).toBeGreaterThan(50);
  expect(disturbances(came, weeks, zone)).toEqual([]);
});
