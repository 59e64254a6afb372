import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createConnector } from '../../../adapters/teams/connector.ts';
import { createDirectory } from '../../../adapters/teams/directory.ts';
import { createWhereabouts } from '../../../adapters/teams/whereabouts.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { appId, parsedSample, tenantId } from './samples.ts';

let teams: FakeTeams;
beforeAll(async () => {
  teams = await startFakeTeams();
});
beforeEach(() => teams.reset());
afterAll(() => teams.close());

const directory = () => {
  const whereabouts = createWhereabouts();
  whereabouts.remember({ ...parsedSample('message-personal'), serviceUrl: teams.url });
  whereabouts.remember({ ...parsedSample('message-channel'), serviceUrl: teams.url });
  const connector = createConnector({
    getToken: async () => 'token',
    // Whoever was never seen would be looked for at the global service, which is not there in a test.
    isServiceUrl: (url) => url === teams.url,
  });
  return createDirectory({ connector, whereabouts, appId });
};
const writer = parsedSample('message-personal').from.id;
const describeUser = (userId = writer, tenant = tenantId) =>
  directory().describe({ platform: 'teams', tenantId: tenant, userId });
const memberIs = (body: unknown, status = 200): void =>
  teams.conduct((_call, response) => {
    response.writeHead(status).end(JSON.stringify(body));
  });

test('somebody who wrote is looked up where they wrote last; Teams tells no zone', async () => {
  expect(await describeUser()).toEqual({ name: 'Dana Okafor', zone: undefined });
  expect(teams.calls[0]?.path).toMatch(/^\/19:.*\/members\/29:1kT7/);
});

test('somebody who was mentioned in a channel is looked up there', async () => {
  expect(await describeUser('29:1zPriyaQ9wXcVbNm')).toBeDefined();
});

test.each([
  ['another tenant', { name: 'Guest', tenantId: 'another' }],
  ['the role of a guest', { name: 'Guest', tenantId, userRole: 'guest' }],
  ['a guest’s sign-in name', { name: 'Guest', tenantId, userPrincipalName: 'g_x.org#EXT#@school.org' }],
  ['no name', { tenantId }],
])('an account with %s is nobody of ours', async (_why, body) => {
  memberIs(body);
  expect(await describeUser()).toBeUndefined();
});

test('somebody Teams does not know is nobody', async () => {
  memberIs({ error: { code: 'MemberNotFoundInConversation' } }, 404);
  expect(await describeUser()).toBeUndefined();
});

test('when Teams cannot be asked, that is no answer', async () => {
  memberIs({}, 503);
  await expect(describeUser()).rejects.toThrow(/could not be asked/);
});

test('nobody of another platform or never seen is known', async () => {
  expect(await directory().describe({ platform: 'slack', tenantId, userId: writer })).toBeUndefined();
  expect(await describeUser('29:never-seen')).toBeUndefined();
  expect(await describeUser(writer, 'another')).toBeUndefined();
});
