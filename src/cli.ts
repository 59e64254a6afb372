import type { StartPlayground } from '../adapters/playground/demo/index.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import { examineAll, type Finding } from './doctor.ts';
import { stopInOrderOnBugs } from './last-resort.ts';
import { createLog } from './log.ts';
import type { Operator } from './operator.ts';
import { CannotStart } from './ports/cannot-start.ts';

/** What the verbs reach outside for; tests put their own in. */
export interface World {
  out(line: string): void;
  err(line: string): void;
  startApp(config: Config): Promise<{ readonly url: string; stop(): Promise<void> }>;
  /** Resolves when somebody asks the process to end. */
  untilStopped(): Promise<void>;
  /** `start` serves the playground, whatever the environment says of real platforms. */
  runDemo(start: StartPlayground, interrupted: Promise<void>): Promise<number>;
  /** Undefined where nobody sits at the terminal. */
  ask(question: string): Promise<string | undefined>;
}

interface Verb {
  readonly name: string;
  readonly about: string;
  run(environment: Environment, world: World, args: readonly string[]): Promise<number>;
}

const OK = 0;
const FAULT = 1;
/** What shells and most tools answer to a command they do not know. */
const MISUSE = 2;

/** Answers with the exit code. Bugs are thrown. */
export const run = async (
  argv: readonly string[],
  environment: Environment,
  outside: World = realWorld,
): Promise<number> => {
  const world: World = {
    ...outside,
    out: (line) => outside.out(harmless(line)),
    err: (line) => outside.err(harmless(line)),
  };
  const [name = 'help', ...args] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    world.out(listOfVerbs());
    return OK;
  }
  const verb = verbs.find((candidate) => candidate.name === name);
  if (verb === undefined) {
    world.err(`«${name}» is not a verb of pushin.\n\n${listOfVerbs()}`);
    return MISUSE;
  }
  try {
    return await verb.run(environment, world, args);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'CannotStart')) throw error;
    world.err(error.message);
    return FAULT;
  }
};

/** What somebody typed as a name must not move the cursor of whoever reads it in a terminal. */
const harmless = (line: string): string => line.replace(/(?!\r\n|[\n\t])\p{Cc}/gu, ' ');

const withConfig = async (
  environment: Environment,
  world: World,
  work: (config: Config) => Promise<number>,
): Promise<number> => {
  const reading = readConfig(environment);
  if (reading.ok) return work(reading.config);
  for (const fault of reading.faults) world.err(fault);
  return FAULT;
};

/** A verb that works on the rows, with all the time it needs. */
const atTheDatabase = (
  environment: Environment,
  world: World,
  args: readonly string[],
  load: () => Promise<(operator: Operator) => Promise<boolean>>,
): Promise<number> =>
  withConfig(environment, world, async ({ databaseUrl, dataDir, logLevel }) => {
    const work = await load();
    const isDone = await work({
      ...world,
      args,
      now: Date.now(),
      withDatabase: async (use) => {
        const { openDatabase } = await import('./store/open-database.ts');
        const log = createLog(logLevel);
        const database = await openDatabase({ databaseUrl, dataDir, log, patient: true });
        return use(database.db).finally(() => database.close());
      },
    });
    return isDone ? OK : FAULT;
  });

const verbs: readonly Verb[] = [
  {
    name: 'start',
    about: 'Serve until stopped: Slack and Teams as the environment says, or the playground',
    run: (environment, world) =>
      withConfig(environment, world, async (config) => {
        const app = await world.startApp(config);
        world.out(`ready ${app.url}`);
        await world.untilStopped();
        await app.stop();
        return OK;
      }),
  },
  {
    name: 'demo',
    about: 'Tell a whole week of the main job, here in the terminal',
    run: ({ DATABASE_URL, LOG_LEVEL = 'error' }, world) =>
      world.runDemo(async ({ port, dataDir }) => {
        const reading = readConfig({
          DATABASE_URL,
          LOG_LEVEL,
          PORT: String(port),
          PUSHIN_DATA_DIR: dataDir,
          PUSHIN_PLAYGROUND: 'on',
        });
        if (!reading.ok) throw new CannotStart(reading.faults.join('\n'));
        return world.startApp(reading.config);
      }, world.untilStopped()),
  },
  {
    name: 'migrate',
    about: 'Bring the database schema up to date',
    run: (environment, world) =>
      withConfig(environment, world, async ({ databaseUrl, dataDir, logLevel }) => {
        const { openDatabase } = await import('./store/open-database.ts');
        const database = await openDatabase({ databaseUrl, dataDir, log: createLog(logLevel) });
        await database.close();
        world.out('The schema is up to date.');
        return OK;
      }),
  },
  {
    name: 'import',
    about: 'Read a school’s tables (.csv) and calendar (.ics), show them, and store them with --yes',
    run: (environment, world, args) =>
      atTheDatabase(environment, world, args, async () => (await import('./import/run-import.ts')).runImport),
  },
  {
    name: 'export',
    about: 'Write down all there is about a person, a student or the organization (JSON, or --csv)',
    run: (environment, world, args) =>
      atTheDatabase(
        environment,
        world,
        args,
        async () => (await import('./privacy/run-export.ts')).runExport,
      ),
  },
  {
    name: 'forget',
    about: 'Erase a person, a student or the organization, and say what went',
    run: (environment, world, args) =>
      atTheDatabase(
        environment,
        world,
        args,
        async () => (await import('./privacy/run-forget.ts')).runForget,
      ),
  },
  {
    name: 'trail',
    about: 'Show who changed what, when, and whether anybody has touched the record of it',
    run: (environment, world, args) =>
      atTheDatabase(environment, world, args, async () => (await import('./privacy/run-trail.ts')).runTrail),
  },
  {
    name: 'reseal',
    about: 'Seal the workspaces’ tokens anew with the first key of PUSHIN_KEYS',
    run: (environment, world, args) =>
      withConfig(environment, world, async ({ keys }) =>
        atTheDatabase(environment, world, args, async () =>
          (await import('./privacy/run-reseal.ts')).runReseal(keys),
        ),
      ),
  },
  {
    name: 'arm',
    about: 'Let a database that was restored from a dump send messages',
    run: (environment, world) =>
      withConfig(environment, world, async ({ databaseUrl, dataDir, logLevel }) => {
        const { openDatabase } = await import('./store/open-database.ts');
        const { moveIn } = await import('./store/home.ts');
        const database = await openDatabase({ databaseUrl, dataDir, log: createLog(logLevel) });
        await moveIn(database.pool).finally(() => database.close());
        world.out('Armed: this database sends from the next start on. See that its original does not.');
        return OK;
      }),
  },
  {
    name: 'understand',
    about: 'Read messages and times as the chat does: lines of JSON in, lines of JSON out',
    run: async () => {
      const { understandStream } = await import('./understand/understand-stream.ts');
      await understandStream(process.stdin, process.stdout);
      return OK;
    },
  },
  {
    name: 'plan',
    about: 'Plan a caseload’s week from a file: CASELOAD.json [--seconds N] [--out PLAN.json]',
    run: async (_environment, world, args) => {
      const { runPlan } = await import('./planning/run-plan.ts');
      const stop = new AbortController();
      world.untilStopped().then(
        () => stop.abort(),
        () => {},
      );
      const isPlanned = await runPlan({
        ...world,
        args,
        stop: stop.signal,
        progress: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\u001b[K${line}`) : undefined,
        elapsed: () => performance.now() / 1000,
      });
      if (process.stderr.isTTY) process.stderr.write('\n');
      return isPlanned ? OK : FAULT;
    },
  },
  {
    name: 'doctor',
    about: 'Look at Node, the environment and the database, and say what is wrong',
    run: async (environment, world) => {
      const { examine } = await import('./store/examine.ts');
      const log = createLog('silent');
      const findings = await examineAll({
        nodeVersion: process.versions.node,
        reading: readConfig(environment),
        examineDatabase: ({ databaseUrl, dataDir }) => examine({ databaseUrl, dataDir, log }),
      });
      for (const finding of findings) world.out(lineOf(finding));
      return findings.some((finding) => finding.verdict === 'fault') ? FAULT : OK;
    },
  },
];

const marks: Readonly<Record<Finding['verdict'], string>> = { ok: 'ok   ', none: '-    ', fault: 'FAULT' };
const lineOf = ({ verdict, sentence }: Finding): string => `${marks[verdict]}  ${sentence}`;

const listOfVerbs = (): string =>
  ['Usage: npx pushin <verb>', '', ...verbs.map(({ name, about }) => `  ${name.padEnd(12)}${about}`)].join(
    '\n',
  );

/** SDKs are loaded only by the verbs that need them. */
const realWorld: World = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  startApp: async (config) => {
    stopInOrderOnBugs(createLog(config.logLevel));
    return (await import('./main.ts')).startApp(config);
  },
  untilStopped: () =>
    new Promise((resolve) => {
      // Once: a second Ctrl-C ends the process in Node's own way.
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
  ask: async (question) => {
    if (!process.stdin.isTTY) return undefined;
    const { createInterface } = await import('node:readline/promises');
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    return terminal.question(question).finally(() => terminal.close());
  },
  runDemo: async (start, interrupted) =>
    (await import('../adapters/playground/demo/index.ts')).runDemo(start, interrupted),
};
