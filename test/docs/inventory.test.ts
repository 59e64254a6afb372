import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { inventoryPage } from './inventory-page.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase();
});
afterAll(() => store.close());

test('the inventory is the one the schema makes; npm run inventory writes it', async () => {
  const page = readFileSync(new URL('../../docs/data-inventory.md', import.meta.url), 'utf8');
  expect(page).toBe(await inventoryPage(store.pool));
});
