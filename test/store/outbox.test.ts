import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/core/time.ts';
import {
  cancelQueued,
  clearStale,
  dueRows,
  type Intent,
  lease,
  lockRow,
  markSent,
  nextDue,
  postpone,
  queue,
  queuedFor,
  recordExpired,
  recordShown,
  refresh,
  settleRow,
  wasShown,
} from '../../src/store/outbox.ts';
import type { Trx } from '../../src/store/schema.ts';
import { asScheduler, withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start } from './filled-organization.ts';

let store: TestDatabase;
let organizationId: string;
let known: Awaited<ReturnType<typeof fillOrganization>>;
const subjectId = randomUUID();
beforeAll(async () => {
  store = await openTestDatabase();
});
beforeEach(async () => {
  await store.pool.query('truncate organizations cascade');
  organizationId = randomUUID();
  known = await fillOrganization(store.db, organizationId, `T-${organizationId}`);
  await inside((trx) => trx.deleteFrom('outbox').execute());
});
afterAll(() => store.close());

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
const intent = (change: Partial<Intent> = {}): Intent => ({
  key: 'ask:1',
  memberId: known.teacherId,
  purpose: 'ask',
  subjectId,
  notBefore: start,
  due: start,
  usefulUntil: start + HOUR,
  ...change,
});
const add = (change: Partial<Intent> = {}) => inside((trx) => queue(trx, intent(change), start));
const due = (now = start) => asScheduler(store.db, (trx) => dueRows(trx, now, 10));
const all = () => inside((trx) => trx.selectFrom('outbox').selectAll().orderBy('due_at').execute());
const first = async () => {
  const [row] = await all();
  if (!row) throw new Error('the outbox is empty');
  return row;
};
const sent = (id: string, message = { id: 'm1' }) =>
  inside((trx) => markSent(trx, id, { platform: 'slack', message }, start));

describe('an intent', () => {
  test('queued twice is queued once, and keeps its first time', async () => {
    await add();
    await add({ due: start + MINUTE });
    expect((await all()).map((row) => row.due_at)).toEqual([start]);
  });

  test('nobody could be told in time is kept with its reason and never sent', async () => {
    await inside((trx) => recordExpired(trx, intent(), 'no student-free minute in time', start));
    await add();
    expect(await all()).toMatchObject([{ state: 'expired', reason: 'no student-free minute in time' }]);
    expect(await due()).toEqual([]);
  });
});

describe('what is due', () => {
  test('is what has reached its instant, oldest first', async () => {
    await add({ key: 'later', due: start + MINUTE });
    await add({ key: 'now' });
    await add({ key: 'long ago', due: start - HOUR });
    const [longAgo, now, later] = await all();
    expect((await due()).map((row) => row.id)).toEqual([longAgo?.id, now?.id]);
    expect((await due(start + MINUTE)).map((row) => row.id)).toEqual([longAgo?.id, now?.id, later?.id]);
    expect(await asScheduler(store.db, nextDue)).toBe(start - HOUR);
  });

  test('is nothing that another worker holds, until its lease has run out', async () => {
    await add();
    const { id } = await first();
    await inside((trx) => lease(trx, id, start + MINUTE));
    expect(await due()).toEqual([]);
    expect((await due(start + MINUTE)).map((row) => row.id)).toEqual([id]);
    expect((await first()).attempts).toBe(1);
  });

  test('is also a sent card that no longer says what is true', async () => {
    await add();
    const { id } = await first();
    await sent(id);
    expect(await due()).toEqual([]);
    await inside((trx) => refresh(trx, subjectId));
    expect((await due()).map((row) => row.id)).toEqual([id]);
    await inside((trx) => clearStale(trx, id));
    expect(await due()).toEqual([]);
  });

  test('is also a card that was on its way when the truth changed, once it has arrived', async () => {
    await add();
    const { id } = await first();
    await inside((trx) => lease(trx, id, start + MINUTE));
    await inside((trx) => refresh(trx, subjectId, { id: 'another' }));
    expect(await due()).toEqual([]);
    await sent(id);
    expect((await due()).map((row) => row.id)).toEqual([id]);
  });

  test('is no longer what has settled', async () => {
    for (const state of ['uncertain', 'expired', 'failed', 'cancelled'] as const) {
      await add({ key: state });
      const row = (await all()).find((one) => one.key === state);
      await inside((trx) => settleRow(trx, row?.id ?? '', state, 'a reason'));
    }
    expect(await due(start + HOUR)).toEqual([]);
  });
});

test('a row locked by one worker is passed over by the next', async () => {
  await add();
  const { id } = await first();
  await inside(async (trx) => {
    expect((await lockRow(trx, id, start))?.id).toBe(id);
    expect(await inside((other) => lockRow(other, id, start))).toBeUndefined();
  });
  expect((await inside((trx) => lockRow(trx, id, start)))?.id).toBe(id);
});

describe('a card that was shown', () => {
  test('changes later, except the one the tap itself changes', async () => {
    await add({ key: 'hers' });
    await sent((await first()).id, { id: 'm1' });
    const shown = { platform: 'slack', message: { channel: 'D1', ts: '5' } } as const;
    await inside((trx) =>
      recordShown(trx, intent({ key: 'mine', memberId: known.therapistId }), shown, start),
    );
    // The same message, its fields in another order.
    await inside((trx) => refresh(trx, subjectId, { ts: '5', channel: 'D1' }));
    const stale = (await all()).filter((row) => row.stale).map((row) => row.key);
    expect(stale).toEqual(['hers']);
  });

  test('is known by person and subject', async () => {
    await add();
    const shown = (memberId: string, subject = subjectId) =>
      inside((trx) => wasShown(trx, subject, memberId));
    expect(await shown(known.teacherId)).toBe(false);
    await sent((await first()).id);
    expect(await shown(known.teacherId)).toBe(true);
    expect(await shown(known.therapistId)).toBe(false);
    expect(await shown(known.teacherId, randomUUID())).toBe(false);
  });

  test('is not marked while it is only queued', async () => {
    await add();
    await inside((trx) => refresh(trx, subjectId));
    expect((await first()).stale).toBe(false);
  });
});

test('cancelling takes what is queued about a subject and leaves what was sent', async () => {
  await add({ key: 'sent' });
  await sent((await first()).id);
  await add({ key: 'waiting' });
  await add({ key: 'other', subjectId: randomUUID() });
  await inside((trx) => cancelQueued(trx, subjectId, 'answered meanwhile'));
  const states = Object.fromEntries((await all()).map((row) => [row.key, row.state]));
  expect(states).toEqual({ sent: 'sent', waiting: 'cancelled', other: 'queued' });
});

test('what waits for a person can be moved', async () => {
  await add();
  const [row] = await inside((trx) => queuedFor(trx, known.teacherId));
  await inside((trx) => postpone(trx, row?.id ?? '', start + MINUTE, 'the week changed'));
  expect(await first()).toMatchObject({
    due_at: start + MINUTE,
    state: 'queued',
    reason: 'the week changed',
  });
  expect(await inside((trx) => queuedFor(trx, known.therapistId))).toEqual([]);
});
