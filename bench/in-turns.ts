import { createClient, type Reply, type Shot } from './client.ts';
import type { Figure } from './figure.ts';
import { throwIfInterrupted } from './interrupt.ts';
import type { ServerProcess } from './server-process.ts';
import { median, percentile } from './statistics.ts';

export interface Contender {
  readonly server: ServerProcess;
  /** A request nobody has sent yet, freshly signed. */
  shot(): Shot;
  /** Whether this is the answer meant to be measured, and not, say, an apology. */
  isRight(reply: Reply): boolean;
  /** Before each round, and not measured. */
  rest?(): Promise<void>;
}

interface Race {
  readonly name: string;
  readonly ours: Contender;
  readonly baseline: Contender;
  readonly rounds: number;
  /** Of each, in each round. */
  readonly requests: number;
  readonly aim?: number;
}

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

/** Ours, baseline, ours, baseline …: whatever else the machine does falls on both. Medians over the rounds. */
export const inTurns = async ({ name, ours, baseline, rounds, requests, aim }: Race): Promise<Figure[]> => {
  const a = await enter(ours, requests);
  const b = await enter(baseline, requests);
  const of: { ours: Round[]; baseline: Round[] } = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1) {
    of.ours.push(await a.run());
    of.baseline.push(await b.run());
  }
  a.close();
  b.close();
  const figure = (what: keyof Round): Figure => ({
    name: `${name}-${what}`,
    unit: 'ms',
    value: median(of.ours.map((round) => round[what])),
    baseline: median(of.baseline.map((round) => round[what])),
  });
  return [{ ...figure('p50'), ...(aim === undefined ? {} : { aim }) }, figure('p99'), figure('cpu')];
};

const enter = async ({ server, shot, isRight, rest }: Contender, requests: number) => {
  const client = createClient(server.url);
  const ask = async (): Promise<number> => {
    throwIfInterrupted();
    const reply = await client.post(shot());
    if (!isRight(reply)) throw new Error(`not the answer to measure: ${reply.status} ${reply.text}`);
    return reply.ms;
  };
  await rest?.();
  // The first requests pay for compiling, for connections and for keys fetched once.
  for (let warm = 0; warm < requests; warm += 1) await ask();
  return {
    run: async (): Promise<Round> => {
      await rest?.();
      const before = await server.usage();
      const times: number[] = [];
      for (let count = 0; count < requests; count += 1) times.push(await ask());
      const after = await server.usage();
      return {
        p50: median(times),
        p99: percentile(times, 0.99),
        cpu: (after.cpuMs - before.cpuMs) / requests,
      };
    },
    close: client.close,
  };
};
