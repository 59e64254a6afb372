import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../../statistics.ts';
import { fill } from '../fill.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { ask, unfinished } from '../verdict.ts';
import type { World } from './crashes.ts';

interface Size {
  readonly tenants: number;
  readonly peopleEach: number;
  readonly seconds: number;
  readonly instances: number;
}

/** One tenant's Slack and Teams say 429 for a while; prompts of all fall due one after the other meanwhile. */
export const oneTenantWaits = async (world: World, { tenants, peopleEach, seconds, instances }: Size) => {
  const platforms = await openPlatforms(calm);
  await fill(world.databaseUrl, `${platforms.base}/teams`, { tenants, peopleEach });
  // Long enough for the instances to be there when the first falls due.
  const lead = 25;
  await ask(
    world.databaseUrl,
    `update outbox set due_at = spread.at, not_before = spread.at from (select id, now()
       + interval '${lead} seconds' + random() * interval '${seconds} seconds' as at from outbox) spread
     where spread.id = outbox.id`,
  );
  platforms.closeTenant('0', lead + seconds);
  const fleet = await keepReady(world, platforms.base, instances);
  try {
    while ((await unfinished(world.databaseUrl)) > 0) await pause(500);
    // What was postponed has another due time; the first stands beside it.
    const rows = await ask<{ id: string; due: number; tenant: string }>(
      world.databaseUrl,
      `select outbox.id, extract(epoch from not_before)::float8 * 1000 as due,
         substring(user_id from 'U(\\d+)x') as tenant from outbox join addresses using (organization_id, member_id)`,
    );
    const at = new Map(platforms.posts.map((post) => [post.key, post.at]));
    const delays = rows
      .filter((row) => row.tenant !== '0')
      .map((row) => ((at.get(row.id) ?? Number.POSITIVE_INFINITY) - row.due) / 1000);
    const p95 = percentile(delays, 0.95);
    const missing = rows.length - at.size;
    return {
      words: `1 of ${tenants} tenants told to wait ${lead + seconds} s: ${platforms.refused()} posts refused, ${platforms.tooEarly()} too early; the others’ delay p95 ${p95.toFixed(1)} s, at most ${percentile(delays, 1).toFixed(1)} s; ${missing} missing`,
      holds: p95 < 5 && missing === 0 && platforms.tooEarly() === 0,
    };
  } finally {
    await Promise.all(fleet.map((instance) => instance.stop()));
    await platforms.close();
  }
};
