import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { grade1, ot } from './stub/seats.ts';
import { home, pairModal } from './stub/slack-bot.ts';
import { type Stub, startStub } from './stub/start.ts';
import { field, ofSeat } from './stub/state.ts';

let stub: Stub;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(async () => {
  await stub.stop();
  expect(stub.faults).toEqual([]);
});

const say = (text: string) => stub.act('say', { seat: ot.id, text });
const views = async () => (await ofSeat(stub, ot.id)).views;
const titled = (text: string, more = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text },
  blocks: [{ type: 'divider' }],
  ...more,
});
const titles = async () => (await views()).map((view) => (view['title'] as { text: string }).text);
const trigger = async () => {
  await say('/pushin week');
  return field(stub.received.at(-1), 'trigger_id');
};
const values = { teacher: { value: 'rivera' }, focus: { value: ['fine'] }, students: { value: 'K.' } };

describe('what a submitted form is answered with', () => {
  const submitAnswered = async (content: Record<string, unknown>) => {
    await say('/pushin pair');
    stub.answer('/slack/events', content);
    return stub.act('slack/submit', { seat: ot.id, view: field((await views())[0], 'id'), values });
  };

  test('“update” draws it anew under the same id', async () => {
    await submitAnswered({ response_action: 'update', view: titled('Thank you') });
    expect(await views()).toMatchObject([{ title: { text: 'Thank you' }, callback_id: '' }]);
    expect(field((await views())[0], 'id')).toBe(field(stub.received.at(-1)?.['view'] as never, 'id'));
  });

  test('“push” lays another one over it, which remembers what lies below', async () => {
    await submitAnswered({ response_action: 'push', view: titled('One more thing') });
    const [below, above] = await views();
    expect(await titles()).toEqual(['Pair with a teacher', 'One more thing']);
    expect(above).toMatchObject({ previous_view_id: below?.['id'], root_view_id: below?.['id'] });
  });

  test('“clear” closes all of them', async () => {
    await submitAnswered({ response_action: 'clear' });
    expect(await views()).toEqual([]);
  });

  test('a failure keeps it open and says so', async () => {
    await say('/pushin pair');
    stub.refuse('/slack/events');
    const view = field((await views())[0], 'id');
    const { body } = await stub.act('slack/submit', { seat: ot.id, view, values });
    expect(body).toEqual({ ok: false, error: 'We had some trouble connecting. Try again?' });
    expect(await titles()).toEqual(['Pair with a teacher']);
  });
});

describe('modals on a stack', () => {
  test('three may lie over each other, a fourth may not', async () => {
    await stub.slack('views.open', { trigger_id: await trigger(), view: titled('1') });
    for (const name of ['2', '3'])
      await stub.slack('views.push', { trigger_id: await trigger(), view: titled(name) });
    const fourth = await stub.slack('views.push', { trigger_id: await trigger(), view: titled('4') });
    expect(fourth).toEqual({ ok: false, error: 'push_limit_reached' });
    expect(await titles()).toEqual(['1', '2', '3']);
  });

  test('closing the top one shows the one below, and only tells a bot that asked to be told', async () => {
    await stub.slack('views.open', { trigger_id: await trigger(), view: titled('quiet') });
    await stub.slack('views.push', {
      trigger_id: await trigger(),
      view: titled('told', { notify_on_close: true }),
    });
    const heard = stub.received.length;
    const close = async () =>
      stub.act('slack/dismiss', { seat: ot.id, view: field((await views()).at(-1), 'id') });
    await close();
    expect(stub.received.slice(heard)).toMatchObject([
      { type: 'view_closed', view: { title: { text: 'told' } } },
    ]);
    await close();
    expect(stub.received).toHaveLength(heard + 1);
    expect(await views()).toEqual([]);
  });

  test('somebody else cannot submit it', async () => {
    await say('/pushin pair');
    const view = field((await views())[0], 'id');
    const { body } = await stub.act('slack/submit', { seat: grade1.id, view, values });
    expect(body).toMatchObject({ ok: false });
    expect(await titles()).toEqual(['Pair with a teacher']);
  });

  test('a button inside a form is an action on the form', async () => {
    const blocks = [
      { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'more', text: {} }] },
    ];
    await stub.slack('views.open', { trigger_id: await trigger(), view: titled('Buttons', { blocks }) });
    const id = field((await views())[0], 'id');
    await stub.act('slack/tap', { seat: ot.id, on: 'view', id, blockId: 'b', actionId: 'more' });
    expect(stub.received.at(-1)).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: id },
      view: { id, state: { values: {} } },
      actions: [{ action_id: 'more' }],
    });
    expect(stub.received.at(-1)).not.toHaveProperty('response_url');
  });
});

describe('the home page', () => {
  test('a stale hash is refused', async () => {
    const first = (await stub.slack('views.publish', { user_id: ot.id, view: home }))['view'] as {
      hash: string;
    };
    const again = () => stub.slack('views.publish', { user_id: ot.id, view: home, hash: first.hash });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again()).toEqual({ ok: false, error: 'hash_conflict' });
  });

  test('a modal is no home page, nor the other way round', async () => {
    const wrong = { ok: false, error: 'invalid_arguments' };
    expect(await stub.slack('views.publish', { user_id: ot.id, view: pairModal })).toEqual(wrong);
    expect(await stub.slack('views.open', { trigger_id: await trigger(), view: home })).toEqual(wrong);
  });
});

describe('response addresses', () => {
  const respond = async (url: string, content: object) =>
    (await fetch(url, { method: 'POST', body: JSON.stringify(content) })).status;
  const messages = async () => (await ofSeat(stub, ot.id)).messages;

  test('one of a command adds a message, for that person alone unless told otherwise', async () => {
    await say('/pushin help');
    const url = field(stub.received.at(-1), 'response_url');
    expect(await respond(url, { text: 'Alone' })).toBe(200);
    expect(await respond(url, { text: 'Kept', response_type: 'in_channel' })).toBe(200);
    expect(await respond(url, {})).toBe(400);
    expect((await messages()).slice(1)).toMatchObject([
      { text: 'Alone', onlyYou: true },
      { text: 'Kept', onlyYou: false },
    ]);
  });

  test('one of a tap can take the tapped message away', async () => {
    await say('/pushin schedule');
    const shown = (await messages()).at(-1);
    await stub.act('slack/tap', {
      seat: ot.id,
      on: 'message',
      id: shown?.id,
      blockId: 'more',
      actionId: 'all',
    });
    expect(await respond(field(stub.received.at(-1), 'response_url'), { delete_original: true })).toBe(200);
    expect((await messages()).map(({ by }) => by)).toEqual(['person']);
  });

  test('a made-up one answers nothing', async () => {
    expect(await respond(`${stub.url}/playground/slack/response/abc`, { text: 'x' })).toBe(404);
    expect(await respond(`${stub.url}/playground/slack/response/abc`, [])).toBe(400);
  });
});

test('arguments may also come as JSON', async () => {
  const response = await fetch(`${stub.url}/playground/slack/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-token', 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ channel: 'U0OT', blocks: [{ type: 'divider' }], text: 'x' }),
  });
  expect(await response.json()).toMatchObject({
    ok: true,
    channel: 'D0OT',
    message: { blocks: [{ type: 'divider' }] },
  });
});
