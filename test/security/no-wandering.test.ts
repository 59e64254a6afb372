import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRespond } from '../../adapters/slack/respond.ts';
import { createConnector } from '../../adapters/teams/connector.ts';
import { createMessenger } from '../../adapters/teams/messenger.ts';
import { createServiceUrlCheck } from '../../adapters/teams/service-url.ts';

const card = { kind: 'note', push: 'hello', parts: [], actions: [] };

/** Sockets that wait for somebody who was sent astray. */
let canaries: Server[];
let caught = 0;
let ports: readonly [number, number];
let redirector: ReturnType<typeof createHttp>;
beforeAll(async () => {
  canaries = await Promise.all(
    ['127.0.0.1', '::1'].map(async (host) => {
      const server = createServer((socket) => {
        caught += 1;
        socket.destroy();
      }).listen(0, host);
      await once(server, 'listening').catch(() => undefined);
      return server;
    }),
  );
  const portOf = (server: Server | undefined) => (server?.address() as AddressInfo | null)?.port ?? 1;
  ports = [portOf(canaries[0]), portOf(canaries[1])];
  redirector = createHttp((_request, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${ports[0]}/` }).end();
  }).listen(0, '127.0.0.1');
  await once(redirector, 'listening');
});
beforeEach(() => {
  caught = 0;
});
afterAll(() => {
  for (const server of canaries) server.close();
  redirector.close();
});

const astray = (host: string): string[] => {
  const [four, six] = ports;
  return [
    `http://127.0.0.1:${four}/`,
    `https://127.0.0.1:${four}/`,
    `https://localhost:${four}/`,
    `https://[::1]:${six}/`,
    `http://[::ffff:127.0.0.1]:${four}/`,
    `https://2130706433:${four}/`,
    `https://0177.0.0.1:${four}/`,
    `https://0x7f.1:${four}/`,
    `https://127.1:${four}/`,
    `https://${host}:${four}/`,
    `https://${host}@127.0.0.1:${four}/`,
    `https://user:secret@${host}/`,
    `https://${host}.localhost:${four}/`,
    `https://${host}%2e127.0.0.1:${four}/`,
    `https://127.0.0.1:${four}\\@${host}/`,
    `https://127.0.0.1:${four}#${host}`,
    `https://127.0.0.1:${four}?${host}`,
    `http://${host}/`,
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://metadata.google.internal/',
    `file:///etc/passwd`,
    `gopher://127.0.0.1:${four}/`,
    `//127.0.0.1:${four}/`,
    'javascript:1',
    '',
  ];
};

test('an answer to Slack goes to Slack only', async () => {
  const respond = createRespond(undefined);
  for (const url of astray('hooks.slack.com'))
    expect([url, await respond(url, card, false)]).toEqual([url, false]);
  expect(caught).toBe(0);
});

test('an answer to Slack follows nobody elsewhere', async () => {
  const origin = `http://127.0.0.1:${(redirector.address() as AddressInfo).port}`;
  expect(await createRespond(`${origin}/api/`)(`${origin}/hooks`, card, false)).toBe(false);
  expect(caught).toBe(0);
});

describe('a service URL', () => {
  const isServiceUrl = createServiceUrlCheck(false);
  const connector = createConnector({ getToken: async () => 'a token worth stealing', isServiceUrl });

  test('that is not Microsoft’s is not believed when it comes in', () => {
    for (const url of astray('smba.trafficmanager.net'))
      expect([url, isServiceUrl(url)]).toEqual([url, false]);
    expect(isServiceUrl('https://smba.trafficmanager.net/amer/')).toBe(true);
  });

  test('that is not Microsoft’s is not called either, should it stand in the database', async () => {
    const messenger = createMessenger({ connector, appId: 'app' });
    for (const serviceUrl of astray('smba.trafficmanager.net').filter((url) => url !== '')) {
      const conversation = { serviceUrl, conversationId: 'a:1' };
      const to = { platform: 'teams', tenantId: 't', userId: '29:1', conversation } as const;
      expect(await messenger.send(to, card, 'k')).toEqual({ kind: 'refused', reason: 'service-url' });
      expect(await messenger.edit({ ...conversation, activityId: '1' }, card)).toMatchObject({
        kind: 'refused',
      });
    }
    expect(caught).toBe(0);
  });

  test('of this machine, as in the playground, follows nobody elsewhere and takes no token along', async () => {
    const local = createConnector({ getToken: async () => 't', isServiceUrl: createServiceUrlCheck(true) });
    const serviceUrl = `http://127.0.0.1:${(redirector.address() as AddressInfo).port}`;
    expect(await local.post({ serviceUrl, conversationId: 'a:1' }, {})).toMatchObject({ kind: 'lost' });
    expect(caught).toBe(0);
  });
});
