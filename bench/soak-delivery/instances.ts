import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freePort } from '../../src/free-port.ts';
import { slack } from '../slack-command.ts';
import { teams } from '../teams-message.ts';
import { firstTenant } from './teams-tenant.ts';

export interface Instance {
  readonly url: string;
  readonly child: ChildProcess;
  readonly gone: Promise<number | null>;
}

interface Launch {
  readonly script: string;
  readonly databaseUrl: string;
  /** Where the platforms answer. */
  readonly base: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

/** PushIn as an operator runs it, a process of its own. */
export const launch = async ({ script, databaseUrl, base, environment = {}, execArgv = [] }: Launch) => {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...execArgv, script, 'start'], {
    env: {
      PATH,
      HOME,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      PUSHIN_PLAYGROUND: 'off',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: `${base}/slack/api/`,
      TEAMS_APP_ID: teams.appId,
      TEAMS_APP_PASSWORD: 'soak',
      TEAMS_TENANT_ID: firstTenant,
      TEAMS_OPENID_METADATA_URL: `${base}/teams/openid`,
      TEAMS_TOKEN_URL: `${base}/teams/token`,
      ...environment,
    },
    stdio: ['ignore', 'pipe', process.env['SOAK_LOG'] ? 'inherit' : 'ignore'],
  });
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  const instance: Instance = { url: `http://127.0.0.1:${port}`, child, gone };
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout as Readable }).on('line', (line) => {
      if (line.startsWith('ready')) resolve();
      else if (process.env['SOAK_LOG']) console.error(line);
    });
  });
  return { instance, ready: Promise.race([ready, gone]) };
};

/** So many instances at any time: one that is killed is replaced. */
export const keepRunning = async (how: Launch, count: number) => {
  const running = new Set<Instance>();
  let ending = false;
  const add = async (): Promise<void> => {
    if (ending) return;
    const { instance } = await launch(how);
    running.add(instance);
    void instance.gone.then(() => running.delete(instance));
  };
  await Promise.all(Array.from({ length: count }, add));
  return {
    running: running as ReadonlySet<Instance>,
    any: (): Instance | undefined => [...running][Math.floor(Math.random() * running.size)],
    kill: async (instance: Instance): Promise<void> => {
      instance.child.kill('SIGKILL');
      await instance.gone;
      await add();
    },
    stop: async (): Promise<void> => {
      ending = true;
      for (const { child } of running) {
        child.kill('SIGCONT');
        child.kill('SIGTERM');
      }
      await Promise.all([...running].map(({ gone }) => gone));
    },
  };
};
