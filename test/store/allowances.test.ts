import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeUntil, take } from '../../src/store/allowances.ts';
import type { Trx } from '../../src/store/schema.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { platformLimits } from '../../src/usecases/send/platform-limits.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

let store: TestDatabase;
const organizationId = '3f0c7a52-6d6e-4e0f-9a53-0f4c1f2b7a10';
beforeAll(async () => {
  store = await openTestDatabase();
  await fillOrganization(store.db, organizationId, 'T-1');
});
beforeEach(() => inside((trx) => trx.deleteFrom('allowances').execute()));
afterAll(() => store.close());

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const allowance = { burst: 3, everyMs: 1_000 };
const takeAt = (ms: number, wanted = 10) =>
  inside((trx) => take(trx, 'bucket', allowance, wanted, start + ms));

describe('an allowance', () => {
  test('gives its burst at once, then one at a time, and says when the next is there', async () => {
    expect(await takeAt(0)).toEqual({ count: 3, next: start + 1_000 });
    expect(await takeAt(999)).toEqual({ count: 0, next: start + 1_000 });
    expect(await takeAt(1_000)).toEqual({ count: 1, next: start + 2_000 });
    expect((await takeAt(60_000)).count).toBe(3);
  });

  test('is one for all instances, also when they ask in the same moment', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeAt(0, 1)));
    expect(taken.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  test('gives nothing before the platform said so, and then not all at once', async () => {
    await inside((trx) => closeUntil(trx, 'bucket', allowance, start + 60_000, start));
    expect(await takeAt(59_999)).toEqual({ count: 0, next: start + 60_000 });
    expect((await takeAt(60_000)).count).toBe(1);
  });
});

describe('what we take of the platforms', () => {
  /** The most that a bucket lets through in any window. */
  const most = ({ burst, everyMs }: typeof allowance, seconds: number) =>
    burst + Math.floor((seconds * 1000) / everyMs);
  const { slack, teams } = platformLimits;

  test.each([
    ['Slack posts, a minute and workspace', most(slack.send, 60), 300],
    ['Slack edits, a minute', most(slack.edit, 60), 50],
    ['Slack look-ups, a minute', most(slack.look, 60), 50],
    ['Slack accounts asked about, a minute', most(slack.check, 60), 100],
    ['Slack posts, a second and channel', most({ burst: 1, everyMs: slack.personGapMs }, 0.999), 1],
    ['Teams calls, a second and tenant', most(teams.send, 1), 30],
    ['Teams posts, a second and thread', most({ burst: 1, everyMs: teams.personGapMs }, 1), 7],
    ['Teams posts, two seconds and thread', most({ burst: 1, everyMs: teams.personGapMs }, 2), 8],
    ['Teams posts, half a minute and thread', most({ burst: 1, everyMs: teams.personGapMs }, 30), 60],
    ['Teams posts, an hour and thread', most({ burst: 1, everyMs: teams.personGapMs }, 3600), 1800],
  ])('stays within what they allow: %s', (_what, ours, allowed) => {
    expect(ours).toBeLessThanOrEqual(allowed);
  });
});
