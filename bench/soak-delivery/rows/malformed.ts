import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Shot } from '../../client.ts';
import { fillClasses } from '../fill-classes.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { form, signedForSlack, slackTap, toTeams } from '../requests.ts';
import type { World } from './crashes.ts';

type Json = Record<string, unknown>;
const sampleOf = (path: string): Json =>
  JSON.parse(readFileSync(new URL(`../../../adapters/${path}.json`, import.meta.url), 'utf8')) as Json;

const slackSamples = ['message', 'mention', 'home', 'tap', 'submit'].map((name) =>
  sampleOf(`slack/samples/${name}`),
);
const teamsSamples = ['message-personal', 'card-execute', 'card-submit', 'task-submit'].map((name) =>
  sampleOf(`teams/samples/${name}`),
);

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, [], {}, '', 0, -1, true, '\u0000', '\ud800', 'x'.repeat(20_000)),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(0).map(() => JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as unknown),
);

/** A recorded payload with one thing in it, however deep, replaced by junk; or junk alone. */
const spoiled = (samples: readonly Json[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: junk },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), junk, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }))
        .map(([base, bad, path]) => replaced(base, bad, path)),
    },
  );

const replaced = (value: unknown, bad: unknown, [step = 0, ...rest]: readonly number[]): unknown => {
  if (typeof value !== 'object' || value === null) return bad;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return bad;
  const inner = (value as Json)[key];
  const changed = rest.length === 0 ? bad : replaced(inner, bad, rest);
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === key ? changed : one))
    : { ...value, [key]: changed };
};

/** Collects its garbage each second, so that what is left is what is kept. */
const tidy = ['--expose-gc', '--import', 'data:text/javascript,setInterval(gc,1000).unref()'];

/** Over three collections. */
const READINGS = 15;
const READING_MS = 200;

/** Megabytes a process keeps when its garbage is gone: the least of several readings, on the heap and beside it. */
const keptMb = async (url: string): Promise<number> => {
  const seen: number[] = [];
  for (let n = 0; n < READINGS; n += 1) {
    await pause(READING_MS);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const bytes = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
    seen.push(bytes('nodejs_heap_size_used_bytes') + bytes('nodejs_external_memory_bytes'));
  }
  return Math.min(...seen) / 2 ** 20;
};

/** Signed as the platforms sign, and nonsense all the same. */
export const malformed = async (world: World, { requests }: { requests: number }) => {
  const platforms = await openPlatforms(calm);
  const teamsUrl = `${platforms.base}/teams`;
  await fillClasses(world.databaseUrl, teamsUrl, 2);
  const [instance] = await keepReady(world, platforms.base, 1, { execArgv: tidy });
  const statuses = new Map<number, number>();
  const send = async ({ path, headers, body }: Shot): Promise<void> => {
    const response = await fetch(`${instance?.url}${path}`, { method: 'POST', headers, body });
    await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  };
  try {
    const payloads = fc.sample(fc.tuple(spoiled(slackSamples), spoiled(teamsSamples), fc.boolean()), {
      numRuns: Math.ceil(requests / 2),
      seed: 7,
    });
    let warm = 0;
    for (const [index, [onSlack, onTeams, asForm]] of payloads.entries()) {
      const text = JSON.stringify(onSlack);
      const shot = asForm
        ? signedForSlack(form, new URLSearchParams({ payload: text }).toString())
        : signedForSlack('application/json', text);
      await Promise.all([send(shot), send(toTeams(onTeams as Json, teamsUrl))]);
      // What is compiled and cached once belongs to no payload.
      if (index === Math.floor(payloads.length / 5)) warm = await keptMb(instance?.url ?? '');
    }
    await send(slackTap('U0x0', { name: 'week.show', ref: '', value: '' }, ''));
    const grown = (await keptMb(instance?.url ?? '')) - warm;
    const failed = [...statuses].filter(([status]) => status >= 500).map(([, count]) => count);
    const alive = instance?.child.exitCode === null;
    const answered = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
    return {
      words: `${requests} payloads: ${answered}; ${alive ? 'alive' : 'DEAD'}, memory ${grown < 0 ? '' : '+'}${grown.toFixed(0)} MB over the last four fifths`,
      holds: alive && failed.length === 0 && grown < 50,
    };
  } finally {
    await instance?.stop();
    await platforms.close();
  }
};
