import { afterEach, expect, test } from '@jest/globals';
import { createMetrics, type LiveGauge } from '../../src/web/metrics.ts';
import { createWebServer, type WebServer } from '../../src/web/server.ts';
import { createLines, get } from './on-loopback.ts';

let server: WebServer | undefined;
afterEach(() => server?.stop());

const serve = async (gauges: readonly LiveGauge[]) => {
  const { log, lines } = createLines();
  const metrics = createMetrics({ gauges, log });
  server = createWebServer({
    host: '127.0.0.1',
    port: 0,
    log,
    routes: [...metrics.routes, get('/thing', (_request, response) => void response.end('ok'))],
    onAnswered: metrics.onAnswered,
  });
  const url = await server.start();
  const scrape = async () => {
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return (await answer.text()).split('\n');
  };
  return { url, lines, scrape };
};

test('the metrics count answers by route and tell about the process', async () => {
  const { url, scrape } = await serve([]);
  await (await fetch(`${url}/thing?who=Kim`)).text();
  await (await fetch(`${url}/Kim`)).text();
  const lines = await scrape();
  expect(lines).toContain('pushin_http_request_seconds_count{method="GET",route="/thing",status="200"} 1');
  expect(lines).toContain('pushin_http_request_seconds_count{method="GET",route="other",status="404"} 1');
  expect(lines.join('\n')).not.toContain('Kim');
  expect(lines).toContainEqual(expect.stringMatching(/^process_resident_memory_bytes \d+/));
});

test('a gauge is read afresh at every look, so a state that emptied is gone', async () => {
  let waiting = [{ labels: { state: 'due' }, value: 3 }];
  const { scrape } = await serve([
    { name: 'pushin_outbox', help: 'Messages.', labels: ['state'], read: async () => waiting },
  ]);
  expect(await scrape()).toContain('pushin_outbox{state="due"} 3');
  waiting = [{ labels: { state: 'sent' }, value: 4 }];
  const later = await scrape();
  expect(later).toContain('pushin_outbox{state="sent"} 4');
  expect(later.join('\n')).not.toContain('state="due"');
});

test('a gauge that cannot be read is left out, and everything else is still there', async () => {
  const { scrape, lines } = await serve([
    { name: 'pushin_broken', help: 'Broken.', read: () => Promise.reject(new Error('the row of Kim')) },
    { name: 'pushin_oldest_due_seconds', help: 'Age.', read: async () => [{ value: 12 }] },
  ]);
  const text = await scrape();
  expect(text).toContain('pushin_oldest_due_seconds 12');
  expect(text.filter((line) => line.startsWith('pushin_broken'))).toEqual([]);
  expect(lines).toEqual([
    {
      level: 'warn',
      event: 'gauge could not be read',
      fields: expect.objectContaining({ gauge: 'pushin_broken' }),
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain('Kim');
});
