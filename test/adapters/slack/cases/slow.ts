import { expect, test } from '@jest/globals';
import type { Answer } from '../../../../src/ports/inbound.ts';
import { within } from '../../../setup/within.ts';
import { cardSaying } from '../cards.ts';
import { fresh, type Signed, signedCommand, signedEvent, signedInteraction } from '../signed.ts';
import type { SlackWorld } from '../slack-world.ts';

const slackPatienceMs = 3_000;

/** Slack gives up after three seconds; here the core answers only when told to. */
export const slowCases = (there: () => SlackWorld): void => {
  /** Posts all requests at once, lets Slack's patience end for each, and then has the core end as given. */
  const answeredLate = async (requests: readonly Signed[], end: () => Promise<Answer>) => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    there().answers(async () => {
      await held;
      return end();
    });
    const acknowledged = await within(
      slackPatienceMs,
      Promise.all(requests.map((request) => there().post(request))),
    );
    const before = { calls: [...there().calls], whispers: [...there().whispers] };
    release();
    await there().settled();
    return { acknowledged, before };
  };

  const submitted = async () => {
    const trigger_id = await there().trigger();
    const { blocks, title, submit } = JSON.parse(
      new URLSearchParams(signedInteraction('submit').body as string).get('payload') ?? '',
    ).view;
    const opened = await there().api('views.open', {
      trigger_id,
      view: { type: 'modal', blocks, title, submit },
    });
    const view = opened['view'] as { id: string };
    return signedInteraction('submit', { user: { id: there().teacher }, view: { id: view.id } });
  };
  const command = () =>
    signedCommand({
      user_id: there().teacher,
      trigger_id: fresh('slow'),
      response_url: there().responseUrl(),
    });
  const tap = () =>
    signedInteraction('tap', {
      user: { id: there().teacher },
      trigger_id: fresh('slow'),
      container: { channel_id: 'C0STAFFROOM', is_ephemeral: true },
      response_url: there().responseUrl(),
    });
  const message = () =>
    signedEvent('message', { event_id: fresh('Ev'), event: { user: there().teacher, channel: there().dm } });

  test('is promised within three seconds and follows by itself, once each; an event is asked for again', async () => {
    const requests = [command(), tap(), await submitted(), message()];
    const { acknowledged, before } = await answeredLate(requests, async () => ({
      kind: 'card',
      card: cardSaying('Here it is'),
    }));

    expect(acknowledged).toMatchObject([
      { status: 200, json: { text: expect.stringContaining('Still on it') } },
      { status: 200, text: '' },
      {
        status: 200,
        json: { response_action: 'errors', errors: { teacher: expect.stringContaining('Still') } },
      },
      { status: 503 },
    ]);
    expect(before).toEqual({ calls: [], whispers: [] });

    expect(there().whispers).toMatchObject([{ text: 'Here it is' }, { text: 'Here it is' }]);
    const posts = there().calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts).toMatchObject([{ params: { text: 'Here it is' } }, { params: { text: 'Here it is' } }]);
    expect(there().calls.find((call) => call.method === 'views.update')?.answer).toMatchObject({ ok: true });
  });

  test('and ends in trouble or faults is told all the same, with what was typed still in the form', async () => {
    const slowCommand = command();
    const slowSubmit = await submitted();
    await answeredLate([slowCommand, slowSubmit], async () => {
      throw new Error('gone');
    });
    expect(there().whispers).toMatchObject([{ text: expect.stringContaining('nothing was changed') }]);
    const [update] = there().calls.filter((call) => call.method === 'views.update');
    expect(update?.answer).toMatchObject({ ok: true });
    expect(update?.params['view']).toMatchObject({
      blocks: [
        { type: 'section', text: { text: expect.stringContaining('nothing was changed') } },
        { type: 'input', block_id: 'teacher' },
        { type: 'input', block_id: 'aliases' },
      ],
    });
  });
};
