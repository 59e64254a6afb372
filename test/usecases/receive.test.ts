import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import type { InboundEvent } from '../../src/ports/inbound.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, count, got, idOf, invite, pair, pairValues, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(() => school.restart(at(...beforeSchool)));
afterAll(() => school.close());

const someone = (change: Partial<Address> = {}): Address => ({
  platform: 'slack',
  tenantId: 'T1',
  userId: 'U-NEW',
  conversation: {},
  ...change,
});
const pairing = async (): Promise<InboundEvent> => ({
  kind: 'submit',
  form: 'pair',
  ref: '',
  values: { ...pairValues, teacher: await idOf(school, 'Ms. Rivera') },
});

describe('an act delivered twice', () => {
  test('has its effect once, and the second delivery says nothing', async () => {
    const event = await pairing();
    expect((await school.act('Maya Brooks', event, 'same')).kind).toBe('card');
    expect(await school.act('Maya Brooks', event, 'same')).toEqual({ kind: 'none' });
    expect(await count(school, 'pairings')).toBe(1);
  });

  test('at the very same moment has its effect once too', async () => {
    const event: InboundEvent = { kind: 'words', text: 'Thu 10-10:45 test' };
    const answers = await Promise.all([1, 2, 3].map(() => school.act('Ms. Rivera', event, 'same')));
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['card', 'none', 'none']);
    expect(await count(school, 'activities')).toBe(1);
  });

  test('that failed the first time is done the second: the key goes back with the effect', async () => {
    const { pool } = school.database;
    const event = await pairing();
    await pool.query('revoke insert on outbox from pushin_app');
    try {
      await expect(school.act('Maya Brooks', event, 'same')).rejects.toThrow('permission denied');
      expect(await count(school, 'pairings')).toBe(0);
    } finally {
      await pool.query('grant insert on outbox to pushin_app');
    }
    expect((await school.act('Maya Brooks', event, 'same')).kind).toBe('card');
    expect(await count(school, 'pairings')).toBe(1);
    expect(got(school, 'Ms. Rivera', 'invitation')).toHaveLength(1);
  });

  test('from two organizations is two acts', async () => {
    await school.act('Maya Brooks', await pairing(), 'same');
    const keys = await stored(school, (trx) => trx.selectFrom('inbox').select('key').execute());
    expect(keys).toEqual([{ key: 'same' }]);
  });
});

describe('who is served', () => {
  test('nobody of a tenant that was never set up', async () => {
    for (const stranger of [someone({ tenantId: 'T9' }), someone({ platform: 'teams' })]) {
      const card = await school.says(stranger, 'week');
      expect(card.kind).toBe('stranger');
    }
  });

  test('a person nobody has named yet is asked who they are, whatever they do', async () => {
    for (const event of [
      { kind: 'words', text: 'schedule' },
      { kind: 'home' },
      { kind: 'hello' },
      { kind: 'tap', action: 'visit.answer', ref: 'x' },
      { kind: 'submit', form: 'pair', ref: '', values: {} },
    ] as const) {
      expect(school.cardOf(await school.act(someone(), event)).kind).toBe('newcomer');
    }
    expect(await count(school, 'members')).toBe(4);
  });

  test('a guest or a bot, whom the platform does not vouch for, is not', async () => {
    const receive = createReceive({
      db: school.database.db,
      clock: school.clock,
      directory: { describe: async () => undefined },
      nudge: () => undefined,
      improve: () => undefined,
    });
    const event = { kind: 'words', text: 'week' } as const;
    const answer = await receive({ dedupeKey: 'guest', from: someone(), inPrivate: true, event });
    expect(school.cardOf(answer).kind).toBe('stranger');
  });

  test('a member who has left is not, and hears nothing more', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    await stored(school, (trx) =>
      trx.updateTable('members').set({ active: false }).where('name', '=', 'Ms. Rivera').execute(),
    );
    expect((await school.says('Ms. Rivera', 'week')).kind).toBe('stranger');
    const before = school.inbox('Ms. Rivera').length;
    await school.moveTo(at('2026-12-01', '20:00'));
    expect(school.inbox('Ms. Rivera')).toHaveLength(before);
  });
});

describe('a new colleague', () => {
  const form = async () => {
    const answer = await school.act(someone(), { kind: 'tap', action: 'join.open', ref: '' });
    if (answer.kind !== 'form') throw new Error('no form');
    const place = answer.form.fields.find((field) => field.name === 'school');
    return place?.kind === 'choice' ? (place.options[0]?.value ?? '') : '';
  };

  test('says who they are and is known from then on', async () => {
    const values = { name: 'Mrs. Adams', role: 'teacher', room: 'Room 3', school: await form() };
    const answer = await school.submits(someone(), 'join', values);
    expect(school.cardOf(answer).title).toBe('Hello, Mrs. Adams');
    expect((await school.says(someone(), 'week')).title).toBe('Your week');
    expect((await invite(school, 'Maya Brooks', 'Mrs. Adams')).kind).toBe('card');
    expect(school.sent.at(-1)?.to).toBe('U-NEW');
  });

  test('cannot take another teacher’s room, or leave out what is needed', async () => {
    const values = { name: '', role: 'teacher', room: 'room 12', school: await form() };
    const answer = await school.submits(someone(), 'join', values);
    expect(answer.kind === 'faults' && Object.keys(answer.faults).sort()).toEqual(['name', 'room']);
    expect(await count(school, 'members')).toBe(4);
  });
});

describe('a button or form of another time', () => {
  test.each([
    [{ kind: 'tap', action: 'rocket.launch', ref: 'x' }, 'replace'],
    [{ kind: 'submit', form: 'rocket', ref: '', values: {} }, 'card'],
    [{ kind: 'tap', action: 'ask.answer', ref: 'not-an-id', value: 'writing' }, 'replace'],
    [{ kind: 'tap', action: 'visit.answer', ref: '00000000-0000-0000-0000-000000000000' }, 'replace'],
    [{ kind: 'tap', action: 'visit.withdraw', ref: '' }, 'replace'],
    [{ kind: 'tap', action: 'visit.log', ref: '' }, 'replace'],
    [{ kind: 'tap', action: 'visit.propose', ref: '' }, 'replace'],
    [{ kind: 'tap', action: 'pairing.answer', ref: '%00' }, 'replace'],
    [{ kind: 'tap', action: 'touch-base.answer', ref: '' }, 'replace'],
    [{ kind: 'tap', action: 'touch-base.read', ref: '' }, 'card'],
    [{ kind: 'submit', form: 'ask.other', ref: 'x', values: { words: 'math' } }, 'card'],
    [{ kind: 'submit', form: 'touch-base.write', ref: 'x', values: {} }, 'card'],
  ] as const)('%j is answered with what to do now', async (event, kind) => {
    for (const name of ['Maya Brooks', 'Ms. Rivera'] as const) {
      const answer = await school.act(name, event);
      expect(answer.kind).toBe(kind);
      expect(school.cardOf(answer).kind).toBe('outdated');
    }
  });
});

test('how to reach a person follows them when their platform moves', async () => {
  const moved = { ...school.from('Ms. Rivera'), conversation: { id: 'T-RIVERA', serviceUrl: 'https://new' } };
  await school.says(moved, 'week');
  const [row] = await stored(school, (trx) =>
    trx.selectFrom('addresses').select('conversation').where('user_id', '=', 'T-RIVERA').execute(),
  );
  expect(row?.conversation).toEqual({ id: 'T-RIVERA', serviceUrl: 'https://new' });
});
