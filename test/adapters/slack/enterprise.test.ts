import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openInstallWorld, token } from './install-world.ts';
import { fresh, signedCommand, signedEvent, signedInteraction } from './signed.ts';

/** One Enterprise organization that installed PushIn as a whole, with people in two of its workspaces. */
const grid = 'E0DISTRICT';
const world = await openInstallWorld(Date.UTC(2026, 10, 30, 12));
const { slack, heard, adapter } = world;
const inGrid = (team: string) => ({
  is_enterprise_install: true,
  enterprise: { id: grid },
  team: { id: team },
  user: { team_id: team },
  trigger_id: fresh('trigger'),
});

beforeAll(async () => {
  slack.setAnswer('oauth.v2.access', {
    ok: true,
    access_token: token,
    is_enterprise_install: true,
    enterprise: { id: grid, name: 'District' },
    team: null,
  });
  expect((await world.install()).status).toBe(200);
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => world.close());

const tenants = () => heard.map(({ from }) => from.tenantId);

describe('an Enterprise organization that installed PushIn as a whole', () => {
  test('is one tenant, from whichever of its workspaces somebody writes, taps or fills in a form', async () => {
    for (const team of ['T0NORTH', 'T0SOUTH']) {
      const trigger_id = fresh('trigger');
      const command = { is_enterprise_install: 'true', enterprise_id: grid, team_id: team, trigger_id };
      await world.tell(signedCommand(command));
      await world.tell(signedInteraction('tap', inGrid(team)));
      await world.tell(
        signedInteraction('submit', { ...inGrid(team), view: { app_installed_team_id: team } }),
      );
      await world.tell(
        signedEvent('message', {
          team_id: team,
          event_id: fresh('Ev'),
          event: { team, user_team: team },
          authorizations: [{ enterprise_id: grid, team_id: team, is_enterprise_install: true }],
        }),
      );
    }
    await adapter.stop();
    expect(tenants()).toEqual(Array(8).fill(grid));
  });

  test('is written to with its own token', async () => {
    const person = {
      platform: 'slack',
      tenantId: grid,
      userId: 'U1',
      conversation: { channel: 'D1' },
    } as const;
    const card = { kind: 'note', push: 'hello', parts: [], actions: [] };
    expect(await adapter.messenger.send(person, card, 'k')).toMatchObject({ kind: 'sent' });
  });

  test('turns away people of another one who write in a shared channel', async () => {
    await world.tell(
      signedEvent('message', {
        event_id: fresh('Ev'),
        event: { team: 'E0OTHERS', user_team: 'E0OTHERS' },
        authorizations: [{ enterprise_id: grid, team_id: 'T0NORTH', is_enterprise_install: true }],
      }),
    );
    await adapter.stop();
    expect(heard).toEqual([]);
  });

  test.each([
    ['its own people', { team_id: 'T0NORTH', enterprise_user: { enterprise_id: grid } }, true],
    ['people of another one', { team_id: 'T9', enterprise_user: { enterprise_id: 'E0OTHERS' } }, false],
    ['people of a workspace that is in none', { team_id: 'T9' }, false],
    ['guests', { is_restricted: true, enterprise_user: { enterprise_id: grid } }, false],
  ])('knows %s', async (_who, user, isKnown) => {
    slack.setAnswer('users.info', { ok: true, user: { id: 'U1', name: 'rivera', ...user } });
    const address = { platform: 'slack', tenantId: grid, userId: 'U1', conversation: {} } as const;
    expect((await adapter.directory.describe(address)) !== undefined).toBe(isKnown);
  });

  test('is off when it takes PushIn off', async () => {
    await world.tell(
      signedEvent('message', {
        team_id: 'T0NORTH',
        event: { type: 'app_uninstalled' },
        authorizations: [{ enterprise_id: grid, team_id: 'T0NORTH', is_enterprise_install: true }],
      }),
    );
    const { rows } = await world.store.pool.query(
      `select tenant_id, sealed_token, off_reason from installations`,
    );
    expect(rows).toEqual([{ tenant_id: grid, sealed_token: null, off_reason: 'app_uninstalled' }]);
  });
});
