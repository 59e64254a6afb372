import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createLog } from '../../src/log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/open-database.ts';
import { allOrganizations } from '../../src/store/organizations.ts';
import { asScheduler, withOrganization } from '../../src/store/with-organization.ts';
import { platformLimits } from '../../src/usecases/send/platform-limits.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { createTick } from '../../src/usecases/tick.ts';
import type { Checkouts } from '../checkout.ts';
import { fillDistrict } from '../district.ts';
import type { Figure } from '../figure.ts';
import { fill } from '../soak-delivery/fill.ts';
import { keepRunning } from '../soak-delivery/instances.ts';
import { calm, openPlatforms, type Platforms } from '../soak-delivery/platforms.ts';
import { ask } from '../soak-delivery/verdict.ts';
import { median } from '../statistics.ts';

const log = createLog('silent');
const processes = 3;

/** What it costs to get messages out, on a Postgres of its own. */
export const deliveryFigures = async ({ built }: Checkouts): Promise<Figure[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pushin-bench-delivery-'));
  const database = await openDatabase({ databaseUrl: undefined, dataDir, log });
  try {
    return [await drain(built.script, database.url), await mondayWave(database), await quietTick(database)];
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};

/** Milliseconds for one prompt of many, with several processes at it. The baseline is a bare loop of the same number. */
const drain = async (script: string, url: string): Promise<Figure> => {
  const crowd = { tenants: 150, peopleEach: 20 };
  const prompts = crowd.tenants * crowd.peopleEach;
  const platforms = await openPlatforms(calm);
  try {
    await fill(url, `${platforms.base}/teams`, crowd);
    const loops = Array.from({ length: processes }, () =>
      spawn(process.execPath, [bareLoop], {
        env: { DATABASE_URL: url, TARGET: platforms.base },
        stdio: 'inherit',
      }),
    );
    await Promise.all(loops.map((loop) => once(loop, 'exit')));
    const baseline = perPost(platforms, 0, prompts);

    await fill(url, `${platforms.base}/teams`, crowd);
    const fleet = await keepRunning({ script, databaseUrl: url, base: platforms.base }, processes);
    while (platforms.posts.length < prompts * 2) await pause(100);
    await fleet.stop();
    return {
      name: 'drain-prompt',
      unit: 'ms',
      value: perPost(platforms, prompts, prompts * 2),
      baseline,
      aim: 2,
    };
  } finally {
    await platforms.close();
  }
};

const bareLoop = fileURLToPath(new URL('../bare/skip-locked.js', import.meta.url));

/** Between the first and the last, so that no start-up is in it. */
const perPost = ({ posts }: Platforms, from: number, to: number): number =>
  ((posts[to - 1]?.at ?? 0) - (posts[from]?.at ?? 0)) / (to - from);

/** 2,000 people of one workspace whose free minute begins together, on a clock moved by hand; against the limit itself. */
const mondayWave = async (database: OpenDatabase): Promise<Figure> => {
  const people = 2_000;
  await fill(database.url, 'http://127.0.0.1:1', { tenants: 1, peopleEach: people * 2 });
  await ask(database.url, `delete from outbox where platform = 'teams'`);
  const [{ at: start } = { at: 0 }] = await ask<{ at: number }>(
    database.url,
    `select extract(epoch from max(due_at))::float8 * 1000 as at from outbox`,
  );
  let now = Math.ceil(start) + 1;
  let last = now;
  const begun = now;
  let sent = 0;
  const sendDue = createSendDue({
    db: database.db,
    clock: { now: () => now },
    messengers: {
      slack: {
        send: async (_to, _card, key) => {
          sent += 1;
          last = now;
          return { kind: 'sent', message: { id: key } };
        },
        edit: async (message) => ({ kind: 'sent', message }),
        find: async () => ({ kind: 'absent' }),
        remove: async () => undefined,
      },
    },
    directory: {
      describe: async () => ({ name: 'Somebody', zone: undefined }),
      doNotDisturb: async () => undefined,
    },
    log,
    limits: platformLimits,
  });
  while (sent < people) {
    const next = await sendDue();
    now = Math.max(now + 1, next ?? now + 60_000);
  }
  const { burst, everyMs } = platformLimits.slack.send;
  return {
    name: 'monday-wave',
    unit: 'ms',
    value: last - begun,
    baseline: (people - burst) * everyMs,
    aim: 1.1,
  };
};

/** A tick in which nothing has changed, in a district of 400 classes; against one that plans the day's questions. */
const quietTick = async ({ db, url }: OpenDatabase): Promise<Figure> => {
  await ask(url, 'truncate organizations cascade');
  await fillDistrict(db, 'http://127.0.0.1:1');
  const tick = createTick({ db, clock: { now: schoolMorning }, log, sendDue: async () => undefined });
  const [organizationId = ''] = await asScheduler(db, allOrganizations);
  const times = { quiet: [] as number[], planning: [] as number[] };
  const measured = async (): Promise<number> => {
    const begun = performance.now();
    await tick();
    return performance.now() - begun;
  };
  await measured();
  for (let round = 0; round < 3; round += 1) {
    await withOrganization(db, organizationId, async (trx) => {
      await trx.deleteFrom('asks').execute();
      await trx.deleteFrom('ask_plans').execute();
    });
    times.planning.push(await measured());
    times.quiet.push(await measured());
  }
  return { name: 'tick-400', unit: 'ms', value: median(times.quiet), baseline: median(times.planning) };
};

/** The next Wednesday, 8:30 in the district: a day on which there is something to ask. */
const schoolMorning = (): number => {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((10 - day.getUTCDay()) % 7));
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 13, 30);
};
