import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout, Checkouts } from '../checkout.ts';
import type { Figure } from '../figure.ts';
import { bare, launch } from '../server-process.ts';
import { median } from '../statistics.ts';

const rounds = 3;

interface Start {
  readonly ms: number;
  readonly rssMb: number;
}

/** `pushin start` with nothing set, so with its own Postgres and the playground, against Bolt alone. */
export const startUpFigures = async ({ folder, source, built }: Checkouts): Promise<Figure[]> => {
  const bolt: Start[] = [];
  const of = {
    source: { cold: [] as Start[], warm: [] as Start[] },
    built: { cold: [] as Start[], warm: [] as Start[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const checkout of [source, built]) {
      const dataDir = join(folder, `data-${checkout.form}`);
      await rm(dataDir, { recursive: true, force: true });
      of[checkout.form].cold.push(await startPushin(checkout, dataDir));
      bolt.push(await startBolt());
      of[checkout.form].warm.push(await startPushin(checkout, dataDir));
      bolt.push(await startBolt());
    }
  }
  const ms = (starts: readonly Start[]): number => median(starts.map((start) => start.ms));
  const rss = (starts: readonly Start[]): number => median(starts.map((start) => start.rssMb));
  return [source, built].flatMap(({ form }): Figure[] => {
    const { cold, warm } = of[form];
    return [
      { name: `start-${form}-cold`, unit: 'ms', value: ms(cold), baseline: ms(bolt) },
      { name: `start-${form}-warm`, unit: 'ms', value: ms(warm), baseline: ms(bolt) },
      { name: `memory-${form}`, unit: 'MB', value: rss(warm), baseline: rss(bolt) },
    ];
  });
};

const startPushin = ({ script }: Checkout, dataDir: string): Promise<Start> =>
  start({ script, args: ['start'], environment: { PUSHIN_DATA_DIR: dataDir } });

const startBolt = (): Promise<Start> =>
  start({ script: bare('bolt'), environment: { SLACK_SIGNING_SECRET: 'bench' } });

const start = async (program: Parameters<typeof launch>[0]): Promise<Start> => {
  const server = await launch(program);
  const { rssMb } = await server.usage();
  await server.stop();
  return { ms: server.readyMs, rssMb };
};
