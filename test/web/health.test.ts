import { expect, test } from '@jest/globals';
import { createHealthRoutes } from '../../src/web/health.ts';
import { createWebServer } from '../../src/web/server.ts';
import { createLines } from './on-loopback.ts';

const probe = async (deps: Parameters<typeof createHealthRoutes>[0]) => {
  const server = createWebServer({
    host: '127.0.0.1',
    port: 0,
    routes: createHealthRoutes(deps),
    log: createLines().log,
  });
  const url = await server.start();
  const [healthz, readyz] = await Promise.all(
    ['/healthz', '/readyz'].map(async (path) => {
      const answer = await fetch(url + path);
      return [answer.status, (await answer.text()).trim()];
    }),
  );
  await server.stop();
  return { healthz, readyz };
};

test('an app whose database answers is alive and ready', async () => {
  expect(await probe({ askDatabase: async () => 1, isStopping: () => false })).toEqual({
    healthz: [200, 'alive'],
    readyz: [200, 'ready'],
  });
});

test.each([
  ['refuses', () => Promise.reject(new Error('ECONNREFUSED'))],
  [
    'breaks at once',
    () => {
      throw new Error('pool is closed');
    },
  ],
  ['never answers', () => new Promise(() => {})],
])('an app whose database %s is alive but not ready', async (_how, askDatabase) => {
  expect(await probe({ askDatabase, isStopping: () => false, patienceMs: 20 })).toEqual({
    healthz: [200, 'alive'],
    readyz: [503, 'the database does not answer'],
  });
});

test('an app that is stopping is alive but takes nothing new', async () => {
  expect(await probe({ askDatabase: async () => 1, isStopping: () => true })).toEqual({
    healthz: [200, 'alive'],
    readyz: [503, 'stopping'],
  });
});
