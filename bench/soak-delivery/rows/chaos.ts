import { openChaos } from '../chaos-proxy.ts';
import type { Crowd } from '../fill.ts';
import { crashes, type World, wordsOf } from './crashes.ts';

/** Of the requests to the platforms, and to Postgres, how many bring their connection into trouble. */
const share = { platform: 0.02, database: 0.0005 };

/** The longest a call may take. In milliseconds. */
const longestCall = 6_000;

/** Prompts over networks that hang, cut, delay and trickle, before the platforms and before Postgres. */
export const chaos = async (world: World, size: { crowd: Crowd; instances: number }) => {
  const { hostname, port } = new URL(world.databaseUrl);
  const database = await openChaos({ host: hostname, port: Number(port) }, share.database);
  const throughUrl = new URL(world.databaseUrl);
  throughUrl.port = String(database.port);
  let platform: Awaited<ReturnType<typeof openChaos>> | undefined;
  const platformBase = async (base: string): Promise<string> => {
    const to = new URL(base);
    platform = await openChaos({ host: to.hostname, port: Number(to.port) }, share.platform);
    return `http://127.0.0.1:${platform.port}`;
  };
  try {
    const { verdict } = await crashes(
      { ...world, throughUrl: throughUrl.href, platformBase },
      { ...size, kills: 0 },
    );
    const longest = Math.max(database.longestMs(), platform?.longestMs() ?? 0);
    return {
      words: `${(platform?.troubled() ?? 0) + database.troubled()} requests brought their connection into trouble: ${wordsOf(verdict)}; longest wait for an answer that never came ${(longest / 1000).toFixed(1)} s`,
      holds:
        verdict.lost === 0 &&
        verdict.twiceOnSlack === 0 &&
        verdict.unmarkedTwins === 0 &&
        longest <= longestCall,
    };
  } finally {
    await database.close();
    await platform?.close();
  }
};
