import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import type { Address } from '../../src/core/people.ts';
import type { Delivery, MessageRef, Messenger } from '../../src/ports/messenger.ts';
import { within } from '../setup/within.ts';

/** What the platform's HTTP door does with every message posted or edited from now on. */
export type Mood =
  | { readonly kind: 'accept' }
  | { readonly kind: 'rate-limit'; readonly seconds: number }
  /** The person blocked the bot, left, or the app was removed. */
  | { readonly kind: 'person-gone' }
  /** The message itself is malformed in the platform's eyes. */
  | { readonly kind: 'refuse' }
  /** The message to be edited was deleted. */
  | { readonly kind: 'message-gone' }
  | { readonly kind: 'server-error' }
  /** Reads the request, then cuts the connection. */
  | { readonly kind: 'reset' }
  /** Reads the request and never answers. */
  | { readonly kind: 'hang' };

/** A messenger with a platform of its own on 127.0.0.1, which the contract can put in a mood. */
export interface MessengerWorld {
  readonly messenger: Messenger;
  /** Somebody who can be reached while the mood is `accept`. */
  readonly address: Address;
  setMood(mood: Mood): void;
  /** HTTP calls that posted or edited a message since the last `reset`; tokens and look-ups don't count. */
  calls(): number;
  /** Every message that stands now, serialized, oldest first. */
  standing(): readonly string[];
  /** Forgets calls and messages; the mood is `accept` again. */
  reset(): void;
  close(): Promise<void>;
}

const cardSaying = (text: string): Card => ({
  kind: 'contract',
  push: text,
  parts: [{ kind: 'text', text }],
  actions: [{ name: 'contract.tap', label: 'Yes', ref: 'thing-1', version: 1 }],
});

const longestCallMs = 6_000;

const refOf = (delivery: Delivery): MessageRef => {
  if (delivery.kind !== 'sent') throw new Error(`expected sent, got ${JSON.stringify(delivery)}`);
  return delivery.message;
};

/** What every platform's messenger must do; run with the real SDK against a platform of the test's own. */
export const messengerContract = (name: string, make: () => Promise<MessengerWorld>): void => {
  describe(`${name} keeps the messenger contract`, () => {
    let world: MessengerWorld;
    beforeAll(async () => {
      world = await make();
    });
    beforeEach(() => world.reset());
    afterAll(() => world.close());

    const send = (text: string): Promise<Delivery> =>
      world.messenger.send(world.address, cardSaying(text), `key-${text}`);

    const sentEarlier = async (text: string): Promise<MessageRef> => refOf(await send(text));

    test('a sent message stands once and answers with a ref of strings', async () => {
      const ref = refOf(await send('good morning'));
      expect(Object.values(ref).length).toBeGreaterThan(0);
      expect(Object.values(ref).every((value) => typeof value === 'string' && value !== '')).toBe(true);
      expect(world.standing()).toEqual([expect.stringContaining('good morning')]);
      expect(world.calls()).toBe(1);
    });

    test('two messages have different refs', async () => {
      expect(await sentEarlier('one')).not.toEqual(await sentEarlier('two'));
    });

    test('the ref survives being stored as JSON, and an edit with it replaces the message in place', async () => {
      const ref = JSON.parse(JSON.stringify(await sentEarlier('before'))) as MessageRef;
      const delivery = await world.messenger.edit(ref, cardSaying('after'));
      expect(delivery).toEqual({ kind: 'sent', message: ref });
      expect(world.standing()).toEqual([expect.stringContaining('after')]);
      expect(world.standing()[0]).not.toContain('before');
      expect(world.calls()).toBe(2);
    });

    test('a message that is gone cannot be edited: unreachable', async () => {
      const ref = await sentEarlier('short-lived');
      world.setMood({ kind: 'message-gone' });
      expect((await world.messenger.edit(ref, cardSaying('too late'))).kind).toBe('unreachable');
    });

    test('what nobody wants any more at the last moment is not sent', async () => {
      const delivery = await world.messenger.send(world.address, cardSaying('late'), 'key', () => false);
      expect(delivery).toEqual({ kind: 'withheld' });
      expect(world.standing()).toEqual([]);
    });

    const endings: readonly { mood: Mood; expected: Delivery['kind']; when: string }[] = [
      { when: 'the person is gone', mood: { kind: 'person-gone' }, expected: 'unreachable' },
      { when: 'the message is malformed', mood: { kind: 'refuse' }, expected: 'refused' },
      { when: 'the platform fails', mood: { kind: 'server-error' }, expected: 'uncertain' },
      { when: 'the connection is cut', mood: { kind: 'reset' }, expected: 'uncertain' },
      {
        when: 'the platform asks to wait',
        mood: { kind: 'rate-limit', seconds: 7 },
        expected: 'rate-limited',
      },
    ];

    test.each(endings)(
      'a send ends $expected after exactly one call when $when',
      async ({ mood, expected }) => {
        world.setMood(mood);
        expect((await send('hello')).kind).toBe(expected);
        expect(world.calls()).toBe(1);
      },
    );

    test.each(endings)(
      'an edit ends $expected after exactly one call when $when',
      async ({ mood, expected }) => {
        const ref = await sentEarlier('first');
        world.setMood(mood);
        expect((await world.messenger.edit(ref, cardSaying('second'))).kind).toBe(expected);
        expect(world.calls()).toBe(2);
      },
    );

    test('a rate limit tells the seconds to wait', async () => {
      world.setMood({ kind: 'rate-limit', seconds: 42 });
      expect(await send('hello')).toEqual({ kind: 'rate-limited', retryAfterSeconds: 42 });
    });

    test('a person whose platform asked us to wait does not hold up anybody else', async () => {
      world.setMood({ kind: 'rate-limit', seconds: 30 });
      await send('held');
      world.setMood({ kind: 'accept' });
      expect((await within(longestCallMs, send('free'))).kind).toBe('sent');
    });

    test('a platform that never answers leaves the send uncertain within six seconds, after one call', async () => {
      world.setMood({ kind: 'hang' });
      expect((await within(longestCallMs, send('hello'))).kind).toBe('uncertain');
      expect(world.calls()).toBe(1);
    });

    test('a reason is an error code or a status, never the words of the message', async () => {
      world.setMood({ kind: 'refuse' });
      expect(JSON.stringify(await send('private words'))).not.toContain('private words');
    });
  });
};
