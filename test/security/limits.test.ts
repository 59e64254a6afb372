import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { createOrganizationAllowance } from '../../src/usecases/organization-allowance.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from '../store/filled-organization.ts';

let store: TestDatabase;
let now = start;
const limits = {
  person: { burst: 5, everyMs: 1_000 },
  newcomer: { burst: 2, everyMs: 15_000 },
  newcomers: { burst: 3, everyMs: 3_000 },
  organization: { burst: 100_000, everyMs: 1 },
};
beforeAll(async () => {
  store = await openTestDatabase();
  await fillOrganization(store.db, randomUUID(), 'T-here');
});
afterAll(() => store.close());

const hill: Address = { platform: 'slack', tenantId: 'T-here', userId: 'U1', conversation: {} };
const say = (from: Address, text = 'settings', dedupeKey: string = randomUUID()): Promise<Answer> =>
  createReceive({
    db: store.db,
    clock: { now: () => now },
    directory: { describe: async () => ({ name: 'Somebody', zone: undefined }) },
    nudge: () => undefined,
    improve: () => undefined,
    limits,
  })({ dedupeKey, from, inPrivate: true, event: { kind: 'words', text } });
const kinds = async (answers: readonly Promise<Answer>[]) =>
  (await Promise.all(answers)).map((answer) => ('card' in answer ? answer.card.kind : answer.kind));
const refused = (found: readonly string[]) => found.filter((kind) => kind === 'too-fast').length;

test('ten acts of one person at once, through as many instances: five are served, and one more each second', async () => {
  expect(refused(await kinds(Array.from({ length: 10 }, () => say(hill))))).toBe(5);
  now += 2_000;
  expect(refused(await kinds(Array.from({ length: 4 }, () => say(hill))))).toBe(2);
  now += 60_000;
  expect(refused(await kinds(Array.from({ length: 5 }, () => say(hill))))).toBe(0);
});

test('what was refused was not done, and can be done a moment later with the same key', async () => {
  await kinds(Array.from({ length: 5 }, () => say(hill)));
  expect(await kinds([say(hill, 'settings', 'again')])).toEqual(['too-fast']);
  now += 60_000;
  expect(await kinds([say(hill, 'settings', 'again')])).toEqual(['settings']);
});

test('codes are not found by trying: all who are not known yet share one allowance', async () => {
  const tries = Array.from({ length: 9 }, (_, n) => say({ ...hill, userId: `U-guess-${n}` }, 'WXYZ-KQRT'));
  const found = await kinds(tries);
  expect(refused(found)).toBe(6);
  expect(found.filter((kind) => kind === 'code')).toHaveLength(3);
});

test('one of them cannot use it up for the others', async () => {
  now += 60_000;
  const loud = await kinds(Array.from({ length: 6 }, () => say({ ...hill, userId: 'U-loud' })));
  expect(refused(loud)).toBe(4);
  expect(refused(await kinds([say({ ...hill, userId: 'U-quiet' })]))).toBe(0);
});

test('a whole organization shares what it may do over all its people and instances, and others keep their share', async () => {
  for (const tenantId of ['T-loud', 'T-quiet']) await fillOrganization(store.db, randomUUID(), tenantId);
  const allowance = { burst: 100, everyMs: 1_000 };
  const instances = Array.from({ length: 3 }, () => createOrganizationAllowance(store.db, allowance, 10));
  const loud = { platform: 'slack', tenantId: 'T-loud' } as const;
  const acts = (count: number, who: { platform: 'slack'; tenantId: string } = loud) =>
    Promise.all(Array.from({ length: count }, (_, n) => instances[n % 3]?.(who, now)));
  const served = (answers: readonly unknown[]) => answers.filter((answer) => answer === true).length;
  let count = 0;
  for (let round = 0; round < 20; round += 1) count += served(await acts(9));
  expect(count).toBe(100);
  expect(served(await acts(9, { platform: 'slack', tenantId: 'T-quiet' }))).toBe(9);
  now += 5_000;
  expect(served(await acts(1))).toBe(1);
});

test('somebody of a workspace that never joined takes nothing from anybody, and is told so politely', async () => {
  expect(await kinds([say({ ...hill, tenantId: 'T-nowhere' })])).toEqual(['stranger']);
});
