import { setTimeout as pause } from 'node:timers/promises';
import { type Crowd, fill } from '../fill.ts';
import { type Instance, keepRunning } from '../instances.ts';
import { openPlatforms, stormy } from '../platforms.ts';
import { judge, unfinished, type Verdict } from '../verdict.ts';

export interface Crash {
  readonly crowd: Crowd;
  readonly instances: number;
  readonly kills: number;
  /** Pauses of a process, longer than its lease. */
  readonly stops?: { readonly count: number; readonly ms: number; readonly atOnce: number };
  readonly restarts?: number;
}

export interface World {
  /** The program as it is started. */
  readonly script: string;
  readonly databaseUrl: string;
  /** What the instances connect to, where that is not the database itself. */
  readonly throughUrl?: string;
  readonly platformBase?: (base: string) => Promise<string>;
  /** An immediate shutdown and a new start, as after a power cut. */
  readonly restartDatabase?: () => Promise<void>;
}

/** Prompts for a crowd, stormy platforms, and processes that die, freeze or lose their database at random points. */
export const crashes = async (world: World, { crowd, instances, kills, stops, restarts = 0 }: Crash) => {
  const platforms = await openPlatforms(stormy);
  const base = (await world.platformBase?.(platforms.base)) ?? platforms.base;
  await fill(world.databaseUrl, `${base}/teams`, crowd);
  const how = { script: world.script, databaseUrl: world.throughUrl ?? world.databaseUrl, base };
  const begun = performance.now();
  const fleet = await keepRunning(how, instances);
  const done = { kills: 0, stops: 0, restarts: 0 };
  const frozen = new Set<Instance>();
  try {
    const all = crowd.tenants * crowd.peopleEach;
    const sentShare = () => platforms.posts.length / all;
    const freeze = async (instance: Instance): Promise<void> => {
      frozen.add(instance);
      instance.child.kill('SIGSTOP');
      await pause(stops?.ms ?? 0);
      instance.child.kill('SIGCONT');
      frozen.delete(instance);
    };
    for (let finished = false; !finished; ) {
      await pause(100 + Math.random() * 300);
      const victim = fleet.any();
      // Spread over the whole of the sending, so that none is wasted on the time after it.
      if (done.kills < kills && victim && !frozen.has(victim) && sentShare() >= (done.kills / kills) * 0.97) {
        done.kills += 1;
        void fleet.kill(victim);
      }
      const next = fleet.any();
      if (stops && done.stops < stops.count && next && frozen.size < stops.atOnce && !frozen.has(next)) {
        done.stops += 1;
        void freeze(next);
      }
      if (done.restarts < restarts && sentShare() >= (done.restarts + 1) / (restarts + 1)) {
        done.restarts += 1;
        await world.restartDatabase?.();
      }
      finished =
        sentShare() > 0.9 && frozen.size === 0 && (await unfinished(world.databaseUrl).catch(() => 1)) === 0;
    }
    const seconds = (performance.now() - begun) / 1000;
    return { ...done, seconds, verdict: await judge(world.databaseUrl, platforms) };
  } finally {
    await fleet.stop();
    await platforms.close();
  }
};

export const wordsOf = (verdict: Verdict): string => {
  const { prompts, sent, uncertain, ended, lost, twiceOnSlack, removedTwins, twiceOnTeams, unmarkedTwins } =
    verdict;
  return [
    `${prompts} prompts`,
    `${sent} sent`,
    `${uncertain} uncertain`,
    `${ended} otherwise ended`,
    `${lost} lost`,
    `${twiceOnSlack} seen twice on Slack (${removedTwins} twins taken away)`,
    `${twiceOnTeams} twice on Teams, ${unmarkedTwins} of them unmarked`,
  ].join(', ');
};
