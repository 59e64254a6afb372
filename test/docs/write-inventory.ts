import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { databaseUrl } from '../setup/administer.ts';
import { startServer, stopServer } from '../setup/server.ts';
import { inventoryPage } from './inventory-page.ts';

await startServer();
const { PUSHIN_TEST_SERVER: server = '', PUSHIN_TEST_TEMPLATE: template = '' } = process.env;
const pool = new pg.Pool({ connectionString: databaseUrl(server, template) });
writeFileSync('docs/data-inventory.md', await inventoryPage(pool));
await pool.end();
await stopServer();
