import { expect, test } from '@jest/globals';
import type { MessageRef } from '../../../../src/ports/messenger.ts';
import { fullCard } from '../cards.ts';
import { fresh, signedCommand } from '../signed.ts';
import { type SlackWorld, team } from '../slack-world.ts';

/** What `/pushin schedule week` does: its card gets better while it is looked at. */
export const lastingCases = (there: () => SlackWorld): void => {
  const command = (channel_id: string) =>
    there().post(
      signedCommand({
        text: 'schedule week',
        channel_id,
        user_id: there().teacher,
        trigger_id: fresh('trigger'),
        response_url: there().responseUrl(),
      }),
    );

  test('in the conversation with PushIn is a message that stays, with nothing beside it', async () => {
    const stands: MessageRef[] = [];
    there().answers(async () => ({
      kind: 'card',
      card: fullCard,
      shown: async (message) => void stands.push(message),
    }));
    const { dm } = there();
    expect(await command(dm)).toMatchObject({ status: 200, text: '' });
    await there().settled();
    expect(there().whispers).toEqual([]);
    expect(stands).toEqual([{ team, channel: dm, ts: expect.any(String) }]);
  });

  test('to a command in a channel is shown there, to this person alone', async () => {
    there().answers(async () => ({ kind: 'card', card: fullCard, shown: async () => undefined }));
    const { json } = await command('C0STAFFROOM');
    expect(json).toMatchObject({ response_type: 'ephemeral' });
    expect(there().calls).toEqual([]);
  });
};
