import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { freePort } from '../src/free-port.ts';
import { throwIfInterrupted } from './interrupt.ts';

interface Usage {
  /** User and system time since the process began. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** A measured server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** From the spawn to its `ready`. */
  readonly readyMs: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

interface Program {
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const preload = new URL('tell-usage.js', import.meta.url).href;

export const launch = async ({ script, args = [], environment }: Program): Promise<ServerProcess> => {
  throwIfInterrupted();
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const begun = performance.now();
  const child = fork(script, args, {
    execArgv: ['--import', preload],
    env: { PATH, HOME, ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const ended = gone.then(([code]) => {
    throw new Error(`${script} ended with ${code}`);
  });
  ended.catch(() => undefined);
  await Promise.race([untilReady(child), ended]);
  const readyMs = performance.now() - begun;
  return {
    url: `http://127.0.0.1:${port}`,
    readyMs,
    usage: async () => {
      child.send('usage');
      const [usage] = (await Promise.race([once(child, 'message'), ended])) as [Usage];
      return usage;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};

/** Goes on reading afterwards, or a full pipe would hold the server up. */
const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    createInterface({ input: child.stdout as Readable }).on('line', (line) => {
      if (line.startsWith('ready')) resolve();
    });
  });

export const bare = (name: 'bolt' | 'botbuilder'): string =>
  fileURLToPath(new URL(`bare/${name}.js`, import.meta.url));
