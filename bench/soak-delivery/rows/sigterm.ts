import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Crowd, fill } from '../fill.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { ask } from '../verdict.ts';
import type { World } from './crashes.ts';

/** What orchestrators give a process after SIGTERM. In milliseconds. */
const patience = 10_000;

export const endedInOrder = { exitCode: 0, readyz: '503, then closed', leasesLeft: 0 };

/** Asked to end in the middle of sending, while a third of the posts get no answer. */
export const sigterm = async (world: World, { crowd }: { crowd: Crowd }) => {
  const platforms = await openPlatforms({ ...calm, acceptedThenSilence: 0.3 });
  await fill(world.databaseUrl, `${platforms.base}/teams`, crowd);
  const [instance] = await keepReady(world, platforms.base, 1);
  if (!instance) throw new Error('no instance');
  try {
    while (platforms.posts.length < (crowd.tenants * crowd.peopleEach) / 10) await pause(20);
    const begun = performance.now();
    const ended = instance.stop();
    let gone = false;
    void ended.then(() => {
      gone = true;
    });
    const answers = new Set<string>();
    while (!gone) {
      answers.add(
        await fetch(`${instance.url}/readyz`).then(
          ({ status }) => String(status),
          () => 'closed',
        ),
      );
      await pause(20);
    }
    const code = await ended;
    const ms = performance.now() - begun;
    const [held] = await ask<{ count: number }>(
      world.databaseUrl,
      `select count(*)::int from outbox where state = 'sending'`,
    );
    // A signal travels: the first look may still find it serving.
    const told = [...answers].join(', then ').replace('200, then ', '');
    const facts = { exitCode: code, readyz: told, leasesLeft: held?.count };
    return {
      ...facts,
      words: `exit ${code} after ${(ms / 1000).toFixed(1)} s; /readyz said ${told}; ${held?.count} leases left`,
      holds: isDeepStrictEqual(facts, endedInOrder) && ms < patience,
    };
  } finally {
    await platforms.close();
  }
};
