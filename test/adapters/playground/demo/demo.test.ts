import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDemo } from '../../../../adapters/playground/demo/index.ts';
import { firstMoment, seats, zone } from '../../../../adapters/playground/maple-street.ts';

/** A playground in which nothing works: the bot behind it answers nobody. */
const place = {
  seats,
  states: seats.map(({ id }) => ({ seat: id, messages: [], views: [] })),
  clock: { now: firstMoment, zone },
  moves: [],
  guide: [],
};

let server: Server;
let folder = '';
let stopped = 0;
const told: string[] = [];
let code: number;
const uninterrupted = new Promise<void>(() => {});

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.method === 'GET' ? place : { ok: false, error: 'Nobody there' }));
  });
  code = await runDemo(
    async ({ port, dataDir }) => {
      folder = dataDir;
      expect(existsSync(dataDir)).toBe(true);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      return {
        url: `http://127.0.0.1:${port}`,
        stop: async () => {
          stopped += 1;
        },
      };
    },
    uninterrupted,
    { print: (text) => void told.push(text), colors: true },
  );
});
afterAll(() => {
  server.close();
});

describe('a story that does not go as told', () => {
  test('ends with exit code 1, the sentence and what was seen', () => {
    expect(code).toBe(1);
    const [last, seen] = told.slice(-2);
    expect(told.join('\n')).toContain('The story stops here: it did not go as told.');
    expect([last, seen].join('\n')).toContain('Ms. Rivera got the answer “Nobody there”');
  });

  test('is told with the time at school, in color where the terminal has it', () => {
    expect(told.join('\n')).toContain('\u001b[1mFri Oct 30, 3:00 PM\u001b[0m');
  });

  test('stops what it started and removes its folder', () => {
    expect(stopped).toBe(1);
    expect(folder).toMatch(/pushin-demo-/);
    expect(existsSync(folder)).toBe(false);
  });
});

test('a start that fails leaves no folder behind', async () => {
  let where = '';
  const start = async ({ dataDir }: { dataDir: string }): Promise<never> => {
    where = dataDir;
    throw new Error('no database');
  };
  await expect(runDemo(start, uninterrupted)).rejects.toThrow('no database');
  expect(existsSync(where)).toBe(false);
});

test('interrupted in the middle it stops the app, clears up and says so', async () => {
  let where = '';
  let ended = 0;
  const hanging = createServer(() => {});
  const start = async ({ port, dataDir }: { port: number; dataDir: string }) => {
    where = dataDir;
    await new Promise<void>((resolve) => hanging.listen(port, '127.0.0.1', resolve));
    const stop = async () => {
      ended += 1;
      hanging.closeAllConnections();
      hanging.close();
    };
    return { url: `http://127.0.0.1:${port}`, stop };
  };
  const asked = once(hanging, 'request').then(() => undefined);
  expect(await runDemo(start, asked, { print: () => {}, colors: false })).toBe(130);
  expect(ended).toBe(1);
  expect(existsSync(where)).toBe(false);
});
