import { setTimeout as pause } from 'node:timers/promises';
import { fill } from '../fill.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { ask, judge, unfinished } from '../verdict.ts';
import type { World } from './crashes.ts';

/** A module, loaded before everything else, that moves this process's own wall clock. */
const wrongClock = (minutes: number): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`const real = Date.now; Date.now = () => real() + ${minutes} * 60000;`)}`,
];

/**
 * Postgres finds functions of a schema named before its own catalog first: so its clock can be moved by hand, without
 * PushIn knowing of it.
 */
const moveableClock = [
  'create schema if not exists soak',
  'create table if not exists soak.shift (by_hand interval not null)',
  'truncate soak.shift',
  "insert into soak.shift values ('0')",
  `create or replace function soak.clock_timestamp() returns timestamptz language sql volatile security definer
   as 'select pg_catalog.clock_timestamp() + by_hand from soak.shift'`,
  'grant usage on schema soak to public',
  `do $$ begin execute format('alter database %I set search_path = soak, pg_catalog, public', current_database()); end $$`,
];

/** Instances whose own clocks are ten minutes apart, and a database whose clock jumps three months ahead and back. */
export const clocks = async (
  world: World,
  { tenants, peopleEach }: { tenants: number; peopleEach: number },
) => {
  const platforms = await openPlatforms(calm);
  await fill(world.databaseUrl, `${platforms.base}/teams`, { tenants, peopleEach });
  const url = world.databaseUrl;
  for (const statement of moveableClock) await ask(url, statement);
  // A third is due now, a third in five minutes, and a third in eighty-nine days and of use for a day.
  await ask(
    url,
    `update outbox set due_at = now() + later.wait, not_before = now() + later.wait,
       useful_until = now() + later.wait + interval '1 day'
     from (select id, case row_number() over (order by id) % 3 when 0 then interval '0' when 1 then interval '5 minutes'
       else interval '89 days' end as wait from outbox) later where later.id = outbox.id`,
  );
  const third = (tenants * peopleEach) / 3;
  const started = await Promise.all(
    [-10, 10, 0].map((minutes) => keepReady(world, platforms.base, 1, { execArgv: wrongClock(minutes) })),
  );
  const fleet = started.flat();
  const due = (): Promise<number> =>
    ask<{ count: number }>(
      url,
      `select count(*)::int from outbox where state = 'queued' and due_at <= soak.clock_timestamp()`,
    ).then(([row]) => row?.count ?? 0);
  const settled = async (): Promise<void> => {
    while ((await due()) > 0) await pause(250);
    while ((await ask(url, `select 1 from outbox where state = 'sending'`)).length > 0) await pause(100);
  };
  try {
    await settled();
    await pause(2_000);
    const now = platforms.posts.length;
    await ask(url, `update soak.shift set by_hand = '90 days'`);
    // Three months on, everything has fallen due, and nothing of it is of use any more.
    while ((await unfinished(url)) > 0) await pause(500);
    const afterJump = platforms.posts.length - now;
    await ask(url, `update soak.shift set by_hand = '0'`);
    await pause(2_000);
    const verdict = await judge(url, platforms);
    const early = Math.max(0, now - Math.ceil(third));
    return {
      words: `${verdict.prompts} prompts, clocks −10, +10 and ±0 min: ${now} sent when due, ${early} early; 90 days ahead and back: ${afterJump} sent, ${verdict.ended} expired`,
      holds:
        early === 0 &&
        afterJump === 0 &&
        verdict.lost === 0 &&
        verdict.twiceOnSlack + verdict.twiceOnTeams === 0,
    };
  } finally {
    await Promise.all(fleet.map((instance) => instance.stop()));
    await ask(
      url,
      `do $$ begin execute format('alter database %I reset search_path', current_database()); end $$`,
    );
    await platforms.close();
  }
};
