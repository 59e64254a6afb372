import { afterAll, expect, test } from '@jest/globals';
import { openInstallWorld } from './install-world.ts';
import { signedEvent } from './signed.ts';

const world = await openInstallWorld(Date.UTC(2026, 10, 30, 12));
afterAll(() => world.close());

test.each([
  ['was closed', { deleted: true }, 'closed'],
  ['became a guest’s', { is_restricted: true }, 'closed'],
  ['became a guest’s of one channel', { is_ultra_restricted: true }, 'closed'],
  ['is a stranger’s by Slack Connect', { is_stranger: true }, 'closed'],
  ['has another picture', { deleted: false, is_restricted: false }, 'open'],
])('Slack’s word that an account %s comes in with its moment', async (_what, is, standing) => {
  const user = { id: 'U9', team_id: 'T000000001', name: 'somebody', ...is };
  const told = signedEvent('message', {
    event_id: JSON.stringify(is),
    event_time: 1_795_420_800,
    event: { type: 'user_change', user, event_ts: '1795420800.000100' },
  });
  expect((await world.tell(told)).status).toBe(200);
  expect(world.heard.at(-1)).toMatchObject({
    from: { platform: 'slack', tenantId: 'T000000001', userId: 'U9' },
    event: { kind: 'account', standing, since: 1_795_420_800_000 },
  });
});
