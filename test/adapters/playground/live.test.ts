import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Stub, startStub } from './stub/start.ts';

let stub: Stub;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(() => stub.stop());

const stream = async () => {
  const response = await fetch(`${stub.url}/playground/api/live`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Reads on until the text has come; undefined when the stream ends first. */
    until: async (wanted: string): Promise<string | undefined> => {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
  };
};

test('an open page hears of a new message and of a moved clock', async () => {
  const page = await stream();
  await stub.slack('chat.postMessage', { channel: 'U0OT', text: 'Good morning' });
  expect(await page.until('Good morning')).toContain('event: seat');
  await stub.act('clock', { move: 'week' });
  expect(await page.until('event: clock')).toContain(String(Date.UTC(2026, 10, 23, 12, 40)));
});

test('several changes at once are told as one', async () => {
  const page = await stream();
  await stub.act('say', { seat: 'U0OT', text: '/pushin schedule' });
  const told = (await page.until('Times that fit')) ?? '';
  expect(told.match(/event: seat/g)?.length).toBeLessThanOrEqual(2);
});

test('stopping ends every stream, so that the server can close', async () => {
  const page = await stream();
  stub.playground.close();
  expect(await page.until('never said')).toBeUndefined();
});

test('a thread keeps its newest two hundred messages', async () => {
  for (let count = 1; count <= 205; count += 1) {
    await stub.slack('chat.postMessage', { channel: 'U0OT', text: `message ${count}` });
  }
  const states = (await stub.place())['states'] as { seat: string; messages: { text: string }[] }[];
  const messages = states.find(({ seat }) => seat === 'U0OT')?.messages ?? [];
  expect([messages.length, messages[0]?.text, messages.at(-1)?.text]).toEqual([
    200,
    'message 6',
    'message 205',
  ]);
});
