import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run, type World } from '../src/cli.ts';
import type { Config, Environment } from '../src/config.ts';
import { CannotStart } from '../src/ports/cannot-start.ts';

const pushin = async (argv: readonly string[], environment: Environment = {}, given: Partial<World> = {}) => {
  const [out, err]: string[][] = [[], []];
  const unwanted = async () => {
    throw new Error('nobody asked for this');
  };
  const world: World = {
    out: (line) => void out?.push(line),
    err: (line) => void err?.push(line),
    startApp: unwanted,
    untilStopped: unwanted,
    runDemo: unwanted,
    ask: unwanted,
    ...given,
  };
  const code = await run(argv, environment, world);
  return { code, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
};

describe('the verbs', () => {
  const listed =
    /Usage: npx pushin <verb>\n\n {2}start .*\n {2}demo .*\n {2}migrate .*\n {2}import .*\n {2}export .*\n {2}forget .*\n {2}trail .*\n {2}reseal .*\n {2}arm .*\n {2}understand .*\n {2}plan .*\n {2}doctor .*$/;

  test.each([[[]], [['help']], [['--help']], [['-h']]])('are listed for %j', async (argv) => {
    expect(await pushin(argv)).toEqual({ code: 0, out: expect.stringMatching(listed), err: '' });
  });

  test('an unknown one is answered with the list, on the error stream', async () => {
    expect(await pushin(['strat'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(new RegExp(`^«strat» is not a verb of pushin\\.\n\n${listed.source}`)),
    });
  });
});

describe('start', () => {
  test('says ready with the address, serves until asked to stop, then stops the app', async () => {
    const order: string[] = [];
    const configs: Config[] = [];
    const answer = await pushin(
      ['start'],
      { PORT: '4567' },
      {
        startApp: async (config) => {
          configs.push(config);
          return { url: 'http://127.0.0.1:4567', stop: async () => void order.push('stopped') };
        },
        out: (line) => void order.push(line),
        untilStopped: async () => void order.push('asked to stop'),
      },
    );
    expect(order).toEqual(['ready http://127.0.0.1:4567', 'asked to stop', 'stopped']);
    expect(configs).toEqual([expect.objectContaining({ port: 4567, playground: true })]);
    expect(answer.code).toBe(0);
  });

  test('tells every fault of the environment and starts nothing', async () => {
    const answer = await pushin(['start'], { PORT: 'abc', LOG_LEVEL: 'loud' });
    expect(answer).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^PORT must be.*\nLOG_LEVEL must be.*$/),
    });
  });

  test('tells what a person has to change in one sentence, without a stack', async () => {
    const startApp = async () => {
      throw new CannotStart('PORT 3000 is in use.');
    };
    expect(await pushin(['start'], {}, { startApp })).toEqual({
      code: 1,
      out: '',
      err: 'PORT 3000 is in use.',
    });
  });

  test('gives the terminal nothing to obey, whatever somebody typed as a name', async () => {
    const startApp = async () => {
      throw new CannotStart('Nobody is “\u001b[2J\u009b1m\rRoot”.\n\t1\r\n');
    };
    expect((await pushin(['start'], {}, { startApp })).err).toBe('Nobody is “ [2J 1m Root”.\n\t1\r\n');
  });

  test('lets a bug through', async () => {
    const startApp = async () => {
      throw new TypeError('undefined is not a function');
    };
    await expect(pushin(['start'], {}, { startApp })).rejects.toThrow(TypeError);
  });
});

describe('import', () => {
  test('ends with 1 and the place of each mistake, before it opens a database', async () => {
    expect(await pushin(['import', '/nowhere/bells.csv'])).toEqual({
      code: 1,
      out: '',
      err: 'bells.csv line 1, column 1: There is no such file.\n1 thing has to be mended first. Nothing is stored.',
    });
  });

  test('ends with 1 when no file is named', async () => {
    expect(await pushin(['import'])).toMatchObject({ code: 1, err: expect.stringMatching(/^Which files\?/) });
  });
});

describe('demo', () => {
  const place = { port: 4567, dataDir: '/tmp/pushin-demo' };

  test('answers with the code of the demo, on a playground of its own, whatever the environment says', async () => {
    const configs: Config[] = [];
    const answer = await pushin(
      ['demo'],
      { PORT: 'abc', SLACK_BOT_TOKEN: 'xoxb-real', PUSHIN_DATA_DIR: '/var/lib/pushin' },
      {
        startApp: async (config) => {
          configs.push(config);
          return { url: 'http://127.0.0.1:4567', stop: async () => {} };
        },
        untilStopped: async () => {},
        runDemo: async (start) => {
          await start(place);
          return 3;
        },
      },
    );
    expect(answer).toEqual({ code: 3, out: '', err: '' });
    expect(configs).toEqual([
      expect.objectContaining({ ...place, playground: true, slack: undefined, logLevel: 'error' }),
    ]);
  });

  test('plays on the database it is given, and says what is wrong with its address', async () => {
    const runDemo: World['runDemo'] = async (start) => {
      await start(place);
      return 0;
    };
    expect(
      await pushin(['demo'], { DATABASE_URL: 'mysql://here' }, { runDemo, untilStopped: async () => {} }),
    ).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^DATABASE_URL must be/),
    });
  });
});

describe('on an embedded database in a folder of its own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pushin-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('doctor sees what migrate will do, and that it did', async () => {
    const environment = { PUSHIN_DATA_DIR: folder, LOG_LEVEL: 'silent' };
    const before = await pushin(['doctor'], environment);
    expect(before.code).toBe(0);
    expect(before.out).toMatch(/^ok {5}Node /);
    expect(before.out).toMatch(/^ok {5}Postgres 18\..* answers/m);
    expect(before.out).toMatch(/^- {6}The next start will migrate the schema: 0001/m);

    expect(await pushin(['migrate'], environment)).toEqual({
      code: 0,
      out: 'The schema is up to date.',
      err: '',
    });

    const after = await pushin(['doctor'], environment);
    expect(after.out).toMatch(/^ok {5}The schema is up to date at migration \d+\.$/m);
  });

  test('doctor ends with 1 when something is wrong', async () => {
    const answer = await pushin(['doctor'], { DATABASE_URL: 'postgres://127.0.0.1:1/pushin' });
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(
      /^FAULT {2}The Postgres of DATABASE_URL cannot be reached \(ECONNREFUSED\)\. Is it running/m,
    );
  });
});
