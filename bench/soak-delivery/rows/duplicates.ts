import { fillClasses } from '../fill-classes.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { slackMessage, teamsTap } from '../requests.ts';
import { ask } from '../verdict.ts';
import type { World } from './crashes.ts';

const copies = 10;

/** As the platforms do: what a busy instance could not take in time (503) comes again. */
const untilTaken = async (url: string, request: RequestInit): Promise<number> => {
  const response = await fetch(url, request);
  await response.text();
  return response.status === 503 ? untilTaken(url, request) : response.status;
};

/** Every request so many times at once, over several instances: the same bytes, and from Teams also under new ids. */
export const duplicates = async (
  world: World,
  { requests, instances }: { requests: number; instances: number },
) => {
  const platforms = await openPlatforms(calm);
  const teamsUrl = `${platforms.base}/teams`;
  await fillClasses(world.databaseUrl, teamsUrl, requests);
  const asks = await ask<{ id: string }>(
    world.databaseUrl,
    `select md5('a' || j)::uuid::text as id from generate_series(0, ${requests - 1}) j`,
  );
  const fleet = await keepReady(world, platforms.base, instances);
  const statuses = new Map<number, number>();
  try {
    for (let nth = 0; nth < requests; nth += 1) {
      const user = `U0x${nth}`;
      const tap = { name: 'ask.answer', ref: asks[nth]?.id ?? '', value: 'writing', version: 1 };
      const onSlack = slackMessage(user, 'writing tomorrow 10-10:30');
      await Promise.all(
        Array.from({ length: copies }, async (_, copy) => {
          const shot = nth % 2 === 0 ? onSlack : teamsTap(user, tap, teamsUrl);
          const { path, headers, body } = shot;
          const retried = copy > 0 && nth % 2 === 0 ? { 'x-slack-retry-num': String(copy % 4) } : {};
          const status = await untilTaken(`${fleet[(nth + copy) % instances]?.url}${path}`, {
            method: 'POST',
            headers: { ...headers, ...retried },
            body,
          });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
    }
    const [effects] = await ask<{ effects: number; classes: number }>(
      world.databaseUrl,
      `select count(*)::int as effects, count(distinct classroom_id)::int as classes from activities`,
    );
    const answered = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
    return {
      words: `${requests} requests × ${copies} over ${instances} processes: ${effects?.effects} effects (answers: ${answered})`,
      holds: effects?.effects === requests && effects.classes === requests && statuses.size === 1,
    };
  } finally {
    await Promise.all(fleet.map((instance) => instance.stop()));
    await platforms.close();
  }
};
