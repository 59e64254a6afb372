import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Route } from '../../src/ports/adapter.ts';
import type { Answered } from '../../src/web/dispatch.ts';
import { createWebServer, type WebServer } from '../../src/web/server.ts';
import { within } from '../setup/within.ts';
import { createGate, createLines, get } from './on-loopback.ts';

type Deps = Omit<Parameters<typeof createWebServer>[0], 'host' | 'port' | 'log'> & { port?: number };
const running: WebServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

const serve = async (deps: Deps) => {
  const { log, lines } = createLines();
  const server = createWebServer({ host: '127.0.0.1', port: 0, log, ...deps });
  running.push(server);
  return { server, lines, url: await server.start() };
};

describe('the web server', () => {
  test('hands a request to the route of its path and method, whatever the query', async () => {
    const { url } = await serve({
      routes: [
        get('/thing', (request, response) => void response.end(`read ${request.url}`)),
        {
          method: 'POST',
          path: '/thing',
          handle: async (request, response) => void response.end(`wrote ${await text(request)}`),
        },
      ],
    });
    expect(await (await fetch(`${url}/thing?a=1`)).text()).toBe('read /thing?a=1');
    expect(await (await fetch(`${url}/thing`, { method: 'POST', body: 'raw bytes' })).text()).toBe(
      'wrote raw bytes',
    );
    const head = await fetch(`${url}/thing`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('says 404 for a path nobody has and 405, with the methods, for one that has others', async () => {
    const { url } = await serve({ routes: [get('/thing', (_request, response) => void response.end())] });
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    const wrong = await fetch(`${url}/thing`, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  });

  test('asks the fallbacks in turn before it gives up', async () => {
    const { url } = await serve({
      routes: [],
      fallbacks: [
        async () => false,
        async (request, response) => {
          if (!request.url?.startsWith('/page')) return false;
          response.end('page');
          return true;
        },
      ],
    });
    expect(await (await fetch(`${url}/page/style.css`)).text()).toBe('page');
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });

  test('sends the security headers with every answer, and lets a handler say otherwise', async () => {
    const { url } = await serve({
      routes: [
        get('/page', (_request, response) => void response.setHeader('Cache-Control', 'no-cache').end()),
      ],
    });
    for (const path of ['/page', '/nothing']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await fetch(`${url}/page`)).headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${url}/nothing`)).headers.get('cache-control')).toBe('no-store');
  });

  test('answers 500 when a handler breaks, and logs where but not what was said', async () => {
    const { url, lines } = await serve({
      routes: [get('/broken', async () => Promise.reject(new TypeError('Kim cannot be read')))],
    });
    const answer = await fetch(`${url}/broken`);
    expect([answer.status, await answer.text()]).toEqual([
      500,
      'Something went wrong on our side. Please try again in a minute.\n',
    ]);
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'request failed',
        fields: expect.objectContaining({ route: '/broken', fault: 'TypeError' }),
      },
    ]);
    expect(JSON.stringify(lines)).toMatch(/server\.test/);
    expect(JSON.stringify(lines)).not.toContain('Kim');
  });

  test('reports each answer by its route, never by what the caller typed', async () => {
    const answered: Answered[] = [];
    const { url } = await serve({
      routes: [get('/thing', (_request, response) => void response.end())],
      onAnswered: (one) => answered.push(one),
    });
    await (await fetch(`${url}/thing?name=Kim`)).text();
    await (await fetch(`${url}/Kim`, { method: 'PROPFIND' })).text();
    expect(answered).toEqual([
      { method: 'GET', route: '/thing', status: 200, seconds: expect.any(Number) },
      { method: 'other', route: 'other', status: 404, seconds: expect.any(Number) },
    ]);
  });

  test('survives bytes that are no HTTP', async () => {
    const { url } = await serve({ routes: [get('/thing', (_request, response) => void response.end('ok'))] });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.end('\u0000\u0001 nonsense\r\n\r\n');
    expect(await text(socket)).toContain('400');
    expect(await (await fetch(`${url}/thing`)).text()).toBe('ok');
  });

  test.each([
    ['says nothing', ''],
    ['does not end its headers', 'POST /thing HTTP/1.1\r\nHost: x\r\n'],
    ['does not end its body', 'POST /thing HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf'],
  ])('lets nobody hold the line who %s', async (_how, begun) => {
    const wrote: Route = {
      method: 'POST',
      path: '/thing',
      handle: async (request, response) => void response.end(await text(request)),
    };
    const { url } = await serve({ routes: [wrote], readMs: 100 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(begun);
    expect(await within(5_000, text(socket))).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  test('takes so many connections at a time and no more, and serves those it has', async () => {
    const { url } = await serve({
      routes: [get('/thing', (_request, response) => void response.end('ok'))],
      mostConnections: 1,
    });
    const port = Number(new URL(url).port);
    const first = connect(port, '127.0.0.1');
    await once(first, 'connect');
    const second = connect(port, '127.0.0.1');
    await once(second, 'close');
    first.write('GET /thing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await text(first)).toMatch(/^HTTP\/1\.1 200/);
  });
});

describe('a port that cannot be had', () => {
  test('is told in a sentence that names PORT', async () => {
    const first = await serve({ routes: [] });
    const port = Number(new URL(first.url).port);
    await expect(serve({ routes: [], port })).rejects.toMatchObject({
      name: 'CannotStart',
      message: `PORT ${port} is in use on 127.0.0.1: stop the program that has it, or set PORT to a free one, such as 3001.`,
    });
  });

  test('a host that is not ours is told in a sentence that names HOST', async () => {
    // 192.0.2.0/24 is kept for documentation (RFC 5737), so no machine has it.
    const server = createWebServer({ host: '192.0.2.1', port: 0, routes: [], log: createLines().log });
    await expect(server.start()).rejects.toMatchObject({
      name: 'CannotStart',
      message: expect.stringMatching(/^HOST «192\.0\.2\.1» /),
    });
  });
});

describe('stopping', () => {
  const ask = async (url: string, agent: Agent): Promise<IncomingMessage> => {
    const [response] = await once(httpRequest(url, { agent }).end(), 'response');
    return response;
  };

  test('lets a request in flight finish, takes nothing new, and waits for no idle connection', async () => {
    const [entered, gate] = [createGate(), createGate()];
    const { server, url } = await serve({
      routes: [
        get('/quick', (_request, response) => void response.end('quick')),
        get('/slow', async (_request, response) => {
          entered.open();
          await gate.opened;
          response.end('whole');
        }),
      ],
    });
    const agent = new Agent({ keepAlive: true });
    await text(await ask(`${url}/quick`, agent));
    const slow = ask(`${url}/slow`, agent);
    await entered.opened;

    // Node would keep the connection for its keep-alive of 5 s.
    const stopped = within(4_000, server.stop());
    await expect(fetch(`${url}/quick`)).rejects.toThrow('fetch failed');
    gate.open();
    expect(await text(await slow)).toBe('whole');
    await stopped;
    agent.destroy();
  });

  test('cuts off what does not finish in time, and says so', async () => {
    const entered = createGate();
    const { server, url, lines } = await serve({
      routes: [get('/never', () => entered.open())],
      graceMs: 20,
    });
    const never = fetch(`${url}/never`);
    await Promise.all([
      expect(never).rejects.toThrow('fetch failed'),
      entered.opened.then(() => server.stop()),
    ]);
    expect(lines.map((line) => line.event)).toEqual(['requests cut off while stopping']);
  });
});
