import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { demoOrganizationId } from '../../src/core/demo-school.ts';
import { freePort } from '../../src/free-port.ts';
import { startApp } from '../../src/main.ts';
import { allOrganizations } from '../../src/store/organizations.ts';
import { asScheduler, withOrganization } from '../../src/store/with-organization.ts';
import { importSchools, organizationForImport } from '../../src/usecases/import-school.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const teams = {
  TEAMS_APP_ID: 'a1b2c3d4-0000-4000-8000-00000000000a',
  TEAMS_APP_PASSWORD: 'password',
  TEAMS_TENANT_ID: 'a1b2c3d4-0000-4000-8000-00000000000b',
};
const playground = { PUSHIN_PLAYGROUND: 'on' };

const start = async (environment: Readonly<Record<string, string>>) => {
  const given = { DATABASE_URL: database.url, LOG_LEVEL: 'silent', PORT: String(await freePort()) };
  const reading = readConfig({ ...given, ...environment });
  if (!reading.ok) throw new Error(reading.faults.join(' '));
  return startApp(reading.config);
};
const organizations = () => asScheduler(database.db, allOrganizations);

test('whoever tried the playground first imports a school of their own and serves it alone', async () => {
  await (await start(playground)).stop();
  expect(await organizations()).toEqual([demoOrganizationId]);

  const district = await organizationForImport(database.db, undefined);
  expect(district).not.toBe(demoOrganizationId);
  await importSchools(database.db, district, { schools: [] }, 0);

  await (await start(teams)).stop();
  expect(await organizations()).toEqual([district]);
  const people = await withOrganization(database.db, demoOrganizationId, (trx) =>
    trx.selectFrom('members').select('name').execute(),
  );
  expect(people).toEqual([]);

  const port = await freePort();
  await expect(start({ ...playground, PORT: String(port) })).rejects.toThrow(
    'The database of DATABASE_URL belongs to a real school. Set its SLACK_… or TEAMS_… variables to serve it, or give the playground a place of its own with DATABASE_URL.',
  );
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
});
