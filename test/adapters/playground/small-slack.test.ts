import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ot } from './stub/seats.ts';
import { home, pairModal, proposal } from './stub/slack-bot.ts';
import { type Stub, startStub } from './stub/start.ts';
import { field, ofSeat } from './stub/state.ts';

let stub: Stub;
beforeEach(async () => {
  stub = await startStub();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await stub.stop();
  expect(stub.faults).toEqual([]);
});

const say = (text: string) => stub.act('say', { seat: ot.id, text });
const state = () => ofSeat(stub, ot.id);
const last = <T>(list: readonly T[]): T => list.at(-1) as T;

describe('what a person types on the small Slack', () => {
  test('a command reaches the bot as a signed form, colleagues as mentions with a handle', async () => {
    await say('/pushin ask @Ms. Okafor  <tomorrow>');
    expect(last(stub.received)).toMatchObject({
      command: '/pushin',
      text: 'ask <@U0GRADE1|ms.okafor>  &lt;tomorrow&gt;',
      user_id: ot.id,
      team_id: 'T0MAPLE',
      channel_id: 'D0OT',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining('/playground/slack/response/'),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
    });
  });

  test('what a command is acknowledged with is shown to that person alone', async () => {
    await say('/pushin week');
    expect(last((await state()).messages)).toMatchObject({ by: 'bot', text: 'Your week', onlyYou: true });
  });

  test('a command the bot fails is said to have failed', async () => {
    stub.refuse('/slack/events');
    const { body } = await say('/pushin week');
    expect(body).toMatchObject({ ok: false });
    expect(last((await state()).messages)).toMatchObject({
      by: 'platform',
      text: expect.stringContaining('dispatch_failed'),
    });
  });

  test('a command of somebody else never leaves the page', async () => {
    await say('/remind me');
    expect(stub.received).toEqual([]);
    expect(last((await state()).messages).text).toBe('/remind is not a valid command. Try /pushin.');
  });

  test('words in the direct message arrive as an event, and the answer is kept', async () => {
    await say('see @Ms. Okafor & me');
    expect(last(stub.received)).toMatchObject({
      type: 'event_callback',
      event: { type: 'message', channel_type: 'im', user: ot.id, text: 'see <@U0GRADE1> &amp; me' },
    });
    expect((await state()).messages.map(({ by }) => by)).toEqual(['person', 'bot']);
  });

  test('an event the bot refuses is sent once more, the same but for the retry number', async () => {
    stub.refuse('/slack/events');
    const { body } = await say('hello');
    expect(body).toEqual({ ok: true });
    const [first, second] = stub.received;
    expect(second).toEqual({ ...JSON.parse(String(first?.['refused'])), retry: '1' });
  });

  test('opening the home page asks the bot for it', async () => {
    await stub.act('home', { seat: ot.id });
    expect(last(stub.received)).toMatchObject({
      event: { type: 'app_home_opened', tab: 'home', user: ot.id },
    });
    expect((await state()).home).toMatchObject({ type: 'home', blocks: [{ type: 'header' }, {}, {}] });
  });
});

describe('what a person taps', () => {
  test('a button of a message tells the bot which one, where, and how to answer; the message changes in place', async () => {
    await say('/pushin schedule');
    const before = last((await state()).messages);
    const blockId = field(before.blocks?.[2], 'block_id');
    await stub.act('slack/tap', { seat: ot.id, on: 'message', id: before.id, blockId, actionId: 'pick' });
    expect(last(stub.received)).toMatchObject({
      type: 'block_actions',
      user: { id: ot.id },
      channel: { id: 'D0OT' },
      container: { type: 'message', message_ts: before.id, channel_id: 'D0OT', is_ephemeral: false },
      message: { ts: before.id, text: proposal.text },
      actions: [{ action_id: 'pick', block_id: blockId, type: 'button', value: 'tue' }],
    });
    expect(last((await state()).messages)).toMatchObject({ id: before.id, text: 'Picked', edited: true });
  });

  test('a choice outside a form is an action of its own', async () => {
    await say('/pushin schedule');
    const { id } = last((await state()).messages);
    await stub.act('slack/tap', {
      seat: ot.id,
      on: 'message',
      id,
      blockId: 'more',
      actionId: 'room',
      chosen: '14',
    });
    expect(last(stub.received)['actions']).toMatchObject([
      { type: 'static_select', selected_option: { value: '14' } },
    ]);
  });

  test('an answer only they can see is replaced by its response address, which works five times', async () => {
    await say('/pushin week');
    const shown = last((await state()).messages);
    const blockId = field(shown.blocks?.[1], 'block_id');
    await stub.act('slack/tap', { seat: ot.id, on: 'message', id: shown.id, blockId, actionId: 'again' });
    const tap = last(stub.received);
    expect(tap).toMatchObject({ container: { is_ephemeral: true } });
    expect(tap).not.toHaveProperty('message');
    expect(last((await state()).messages)).toMatchObject({ id: shown.id, text: 'Picked', onlyYou: true });
    const again = () =>
      fetch(String(tap['response_url']), { method: 'POST', body: JSON.stringify({ text: 'More' }) });
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await again()).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 404]);
  });

  test('a button that is no longer there reaches nobody', async () => {
    const { body } = await stub.act('slack/tap', {
      seat: ot.id,
      on: 'message',
      id: '1.1',
      blockId: 'x',
      actionId: 'y',
    });
    expect(body).toMatchObject({ ok: false });
    expect(stub.received).toEqual([]);
  });
});

describe('forms', () => {
  const open = async () => {
    await say('/pushin pair');
    return field(last((await state()).views), 'id');
  };
  const filledIn = { teacher: { value: 'rivera' }, focus: { value: ['fine'] }, students: { value: 'K.' } };

  test('blank required fields are pointed out without asking the bot', async () => {
    const view = await open();
    const { body } = await stub.act('slack/submit', { seat: ot.id, view, values: {} });
    expect(Object.keys(body['errors'] as object)).toEqual(['teacher', 'focus', 'students']);
    expect(last(stub.received)).toMatchObject({ command: '/pushin' });
  });

  test('a filled form arrives as Slack reports it, and closes', async () => {
    const view = await open();
    const { body } = await stub.act('slack/submit', { seat: ot.id, view, values: filledIn });
    expect(body).toEqual({ ok: true });
    expect(last(stub.received)).toMatchObject({
      type: 'view_submission',
      view: {
        id: view,
        callback_id: 'pair',
        private_metadata: pairModal.private_metadata,
        state: {
          values: {
            teacher: { value: { type: 'static_select', selected_option: { value: 'rivera' } } },
            focus: { value: { type: 'checkboxes', selected_options: [{ value: 'fine' }] } },
            students: { value: { type: 'plain_text_input', value: 'K.' } },
            from: { value: { type: 'datepicker', selected_date: null } },
          },
        },
      },
    });
    expect(await state()).toMatchObject({ views: [], messages: [{}, { text: 'Invited, with K.' }] });
  });

  test("the bot's own complaints come back by field, and the form stays", async () => {
    const view = await open();
    const values = { ...filledIn, students: { value: 'Karla Meyer' } };
    const { body } = await stub.act('slack/submit', { seat: ot.id, view, values });
    expect(body).toEqual({ ok: true, errors: { students: 'That looks like a full name.' } });
    expect((await state()).views).toHaveLength(1);
  });

  test('a trigger opens one form, within three seconds', async () => {
    await say('/pushin week');
    const opening = () =>
      stub.slack('views.open', { trigger_id: last(stub.received)['trigger_id'], view: pairModal });
    expect(await opening()).toMatchObject({ ok: true });
    expect(await opening()).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    await say('/pushin week');
    const later = Date.now() + 3_100;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await opening()).toEqual({ ok: false, error: 'expired_trigger_id' });
  });

  test('an update with a stale hash is refused, one with the right hash shown', async () => {
    const id = await open();
    const hash = field(last((await state()).views), 'hash');
    const update = () =>
      stub.slack('views.update', {
        view_id: id,
        hash,
        view: { ...pairModal, title: home.blocks[0]?.['text'] },
      });
    expect(await update()).toMatchObject({ ok: true, view: { id } });
    expect(await update()).toEqual({ ok: false, error: 'hash_conflict' });
  });
});

describe("the Web API's manners", () => {
  test("only the bot's own token is let in", async () => {
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${stub.url}/playground/slack/api/auth.test`, { method: 'POST', headers })).json();
    expect(await ask({})).toEqual({ ok: false, error: 'not_authed' });
    expect(await ask({ authorization: 'Bearer xoxb-other' })).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await ask({ authorization: 'Bearer xoxb-token' })).toMatchObject({ ok: true, team_id: 'T0MAPLE' });
  });

  test.each([
    ['no.such.method', {}, 'unknown_method'],
    ['toString', {}, 'unknown_method'],
    ['users.info', { user: 'U0NOBODY' }, 'user_not_found'],
    ['chat.postMessage', { channel: 'D0NOBODY', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: 'U0OT' }, 'no_text'],
    ['chat.postMessage', { channel: 'U0OT', text: 'x', blocks: '{oops' }, 'invalid_blocks'],
    ['chat.update', { channel: 'D0OT', ts: '1.1', text: 'x' }, 'message_not_found'],
    ['chat.postEphemeral', { channel: 'D0OT', user: 'U0GRADE1', text: 'x' }, 'user_not_in_channel'],
    ['views.open', { trigger_id: 'made-up', view: pairModal }, 'invalid_trigger_id'],
    ['views.publish', { user_id: 'U0NOBODY', view: home }, 'user_not_found'],
  ])('%s %j is refused: %s', async (method, fields, error) => {
    expect(await stub.slack(method, fields)).toEqual({ ok: false, error });
  });

  test('people have a zone, and history keeps what a message was marked with', async () => {
    expect(await stub.slack('users.info', { user: ot.id })).toMatchObject({
      user: { tz: 'America/New_York', real_name: ot.name, deleted: false, is_bot: false },
    });
    expect(await stub.slack('conversations.open', { users: ot.id })).toMatchObject({
      channel: { id: 'D0OT' },
    });
    const metadata = { event_type: 'outbox', event_payload: { key: 'k1' } };
    const { ts } = await stub.slack('chat.postMessage', { channel: 'D0OT', text: 'Marked', metadata });
    const history = await stub.slack('conversations.history', {
      channel: 'D0OT',
      include_all_metadata: 'true',
    });
    expect(history).toMatchObject({ messages: [{ ts, text: 'Marked', metadata }] });
  });
});
