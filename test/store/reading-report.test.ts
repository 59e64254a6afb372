import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { noteMisreadings } from '../../src/store/misreadings.ts';
import { addOrganization } from '../../src/store/organizations.ts';
import { readingReport } from '../../src/store/reading-report.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('what was misread in all organizations is counted together, the commonest first, older than a term left out', async () => {
  const centers = { about: 'activity', heard: 'centers', meant: 'writing' } as const;
  const ends = { about: 'end', heard: '640', meant: '645' } as const;
  for (const misreadings of [[centers, ends], [centers]]) {
    const id = randomUUID();
    await withOrganization(store.db, id, async (trx) => {
      await addOrganization(trx, id, 'A district');
      await noteMisreadings(trx, misreadings, Date.now());
      await noteMisreadings(trx, [ends, ends], Date.now() - 100 * 24 * 3_600_000);
    });
  }
  const client = new pg.Client({ connectionString: store.url });
  await client.connect();
  try {
    expect(await readingReport(client)).toEqual([
      { ...centers, count: 2 },
      { ...ends, count: 1 },
    ]);
  } finally {
    await client.end();
  }
});
