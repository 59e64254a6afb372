import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/core/time.ts';
import {
  cancelQueued,
  type Intent,
  nextDue,
  postpone,
  queue,
  queuedFor,
  recordExpired,
  recordShown,
  refresh,
  wasShown,
} from '../../src/store/outbox.ts';
import { endEdit, hold, lease, lockMessageOf, markSent, settleRows } from '../../src/store/outbox-claims.ts';
import { dueRows, type Lane, nextMoment, waitingLanes } from '../../src/store/outbox-due.ts';
import { lockDueOf, lockPeopleWaiting } from '../../src/store/outbox-waiting.ts';
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
  await store.pool.query('delete from organizations');
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
const due = (now = start, closed: readonly Lane[] = []) =>
  asScheduler(store.db, async (trx) => [
    ...(await waitingLanes(trx, now, closed)),
    ...(await dueRows(trx, now, 10, closed)),
  ]);
const waiting = (now = start) => inside((trx) => lockPeopleWaiting(trx, null, now, { most: 10, except: [] }));
const all = () => inside((trx) => trx.selectFrom('outbox').selectAll().orderBy('due_at').execute());
const first = async () => {
  const [row] = await all();
  if (!row) throw new Error('the outbox is empty');
  return row;
};
const leased = start + MINUTE;
const take = (...ids: string[]) => inside((trx) => lease(trx, ids, { until: leased, platform: 'slack' }));
const sent = async (id: string, message: Record<string, string> = { id: 'm1' }) => {
  await take(id);
  return inside((trx) => markSent(trx, [id], leased, { platform: 'slack', message }, start));
};

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
  test('is what has reached its instant, for those who have waited longest first', async () => {
    await inside((trx) => trx.deleteFrom('addresses').execute());
    await add({ key: 'later', due: start + MINUTE });
    await add({ key: 'now' });
    expect(await waiting()).toEqual([known.teacherId]);
    await add({ key: 'long ago', due: start - HOUR, memberId: known.therapistId });
    expect(await waiting()).toEqual([known.therapistId, known.teacherId]);
    expect(await due()).toEqual([{ organizationId, platform: null, errand: 'send', people: 2 }]);
    expect(await due(start - 2 * HOUR)).toEqual([]);
    expect(await asScheduler(store.db, nextDue)).toBe(start - HOUR);
    expect(await asScheduler(store.db, (trx) => nextMoment(trx, start))).toBe(start + MINUTE);
  });

  test('is nothing that another worker holds; past its lease it is looked up, not sent', async () => {
    await add();
    const { id } = await first();
    await take(id);
    expect(await due()).toEqual([]);
    expect(await due(leased)).toMatchObject([{ id, errand: 'look' }]);
    expect((await first()).attempts).toBe(1);
    expect(await asScheduler(store.db, (trx) => nextMoment(trx, start))).toBe(leased);
  });

  test('is nothing for a person whose message before is still on its way or in doubt', async () => {
    await add();
    const { id } = await first();
    await take(id);
    await add({ key: 'next' });
    expect(await due()).toEqual([]);
    await inside((trx) => settleRows(trx, [id], leased, { state: 'uncertain', reason: 'r', lookAt: leased }));
    expect(await due()).toEqual([]);
    await inside((trx) => settleRows(trx, [id], leased, { state: 'uncertain', reason: 'given up' }));
    expect(await due()).toHaveLength(1);
  });

  test('leaves out a tenant that waits, and nobody else', async () => {
    await add();
    await inside((trx) => trx.updateTable('outbox').set({ platform: 'slack' }).execute());
    const closed = { organizationId, platform: 'slack', errand: 'send' } as const;
    expect(await due(start, [closed])).toEqual([]);
    expect(await due(start, [{ ...closed, platform: 'teams' }])).toHaveLength(1);
  });

  test('is also a sent card that no longer says what is true', async () => {
    await add();
    const { id } = await first();
    await sent(id);
    expect(await due()).toEqual([]);
    await inside((trx) => refresh(trx, subjectId));
    expect(await due()).toMatchObject([{ id, errand: 'edit' }]);
    await inside((trx) => hold(trx, [id], 'sent', leased));
    expect(await due()).toEqual([]);
    await inside((trx) => endEdit(trx, [id], leased));
    expect(await due(leased)).toEqual([]);
  });

  test('is also a change in place whose worker died, or that shall be tried again', async () => {
    await add();
    const { id } = await first();
    await sent(id);
    await inside((trx) => hold(trx, [id], 'sent', leased));
    expect(await due(leased)).toMatchObject([{ id, errand: 'edit' }]);
    await inside((trx) => endEdit(trx, [id], leased, leased + MINUTE));
    expect(await due(leased)).toEqual([]);
    expect(await due(leased + MINUTE)).toMatchObject([{ id, errand: 'edit' }]);
  });

  test('is also a card that was on its way when the truth changed, once it has arrived', async () => {
    await add();
    const { id } = await first();
    await take(id);
    await inside((trx) => refresh(trx, subjectId, { id: 'another' }));
    expect(await due()).toEqual([]);
    await inside((trx) => markSent(trx, [id], leased, { platform: 'slack', message: { id: 'm' } }, start));
    expect(await due()).toMatchObject([{ id }]);
  });

  test('is no longer what has settled', async () => {
    for (const state of ['uncertain', 'expired', 'failed', 'cancelled'] as const) {
      await add({ key: state });
      const row = (await all()).find((one) => one.key === state);
      await inside((trx) => settleRows(trx, [row?.id ?? ''], undefined, { state, reason: 'a reason' }));
    }
    expect(await due(start + HOUR)).toEqual([]);
  });
});

describe('a worker', () => {
  test('takes everything that waits for one person, in its order, and another meanwhile nothing', async () => {
    await inside((trx) => trx.deleteFrom('addresses').execute());
    await add({ key: 'second', due: start - MINUTE });
    await add({ key: 'first', due: start - HOUR });
    await add({ key: 'hers', memberId: known.therapistId });
    const take = (trx: Trx) => lockPeopleWaiting(trx, null, start, { most: 1, except: [] });
    await inside(async (trx) => {
      expect(await take(trx)).toEqual([known.teacherId]);
      const rows = (await lockDueOf(trx, [known.teacherId], start)).get(known.teacherId);
      expect(rows?.map((row) => row.key)).toEqual(['first', 'second']);
      expect(await inside(take)).toEqual([known.therapistId]);
    });
  });

  test('that comes back too late changes nothing another has taken over', async () => {
    await add();
    const { id } = await first();
    await take(id);
    await inside((trx) => hold(trx, [id], 'uncertain', leased + MINUTE));
    await inside((trx) => settleRows(trx, [id], leased, { state: 'failed', reason: 'too late' }));
    expect((await first()).state).toBe('uncertain');
  });

  test('that comes back too late but knows where the message stands is believed, unless it was sent again', async () => {
    await add();
    const { id } = await first();
    await take(id);
    const noted = (message: Record<string, string>) =>
      inside((trx) => markSent(trx, [id], leased, { platform: 'slack', message }, start));
    await inside((trx) => hold(trx, [id], 'uncertain', leased + MINUTE));
    expect(await noted({ id: 'mine' })).toEqual([id]);
    expect(await noted({ id: 'a twin' })).toEqual([]);
    expect((await first()).message).toEqual({ id: 'mine' });
  });

  test('holds a digest as one: all its rows are looked up and changed together', async () => {
    await add({ key: 'a' });
    await add({ key: 'b' });
    const ids = (await all()).map((row) => row.id);
    const digestId = randomUUID();
    await inside((trx) => lease(trx, ids, { until: leased, platform: 'slack', digestId }));
    const rows = await inside((trx) => lockMessageOf(trx, ids[0] ?? '', ['sending', 'uncertain'], leased));
    expect(rows.map((row) => row.id).sort()).toEqual(ids.sort());
  });
});

describe('a card that was shown', () => {
  test('of which somebody holds a part is left for later, not waited for', async () => {
    for (const key of ['a', 'b']) await add({ key });
    const ids = (await all()).map(({ id }) => id);
    await inside((trx) => lease(trx, ids, { until: leased, platform: 'slack', digestId: randomUUID() }));
    await inside(async (holder) => {
      await holder
        .selectFrom('outbox')
        .select('id')
        .where('id', '=', ids[1] ?? '')
        .forUpdate()
        .execute();
      expect(await inside((trx) => lockMessageOf(trx, ids[0] ?? '', ['sending'], leased))).toEqual([]);
    });
  });

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
