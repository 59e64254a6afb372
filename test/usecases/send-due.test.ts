import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/time.ts';
import type { Delivery } from '../../src/ports/messenger.ts';
import { queue } from '../../src/store/outbox.ts';
import type { Row } from '../../src/store/schema.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { silentLog } from '../setup/silent-log.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, idOf, invite, stored } from './scenes.ts';

let school: MapleStreet;
let attempts: string[];
let edits: number;
/** What the platform says to the next attempts; then it takes everything. */
let deliveries: Delivery[];
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(start);
  attempts = [];
  edits = 0;
  deliveries = [];
});
afterAll(() => school.close());

const start = at(...beforeSchool);
const sendDue = () => {
  const messenger = {
    send: async (_to: unknown, card: { push: string }, key: string): Promise<Delivery> => {
      attempts.push(card.push);
      return deliveries.shift() ?? { kind: 'sent', message: { id: key } };
    },
    edit: async (): Promise<Delivery> => {
      edits += 1;
      return deliveries.shift() ?? { kind: 'sent', message: {} };
    },
  };
  return createSendDue({
    db: school.database.db,
    clock: school.clock,
    messengers: { slack: messenger, teams: messenger },
    log: silentLog,
  })();
};

/** An invitation to Ms. Rivera that falls due at this instant, whatever her week says. */
const queued = async (due: Instant = start, usefulUntil: Instant = start + DAY): Promise<void> => {
  school.setTo(at('2026-11-28', '12:00'));
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  const memberId = await idOf(school, 'Ms. Rivera');
  await stored(school, async (trx) => {
    const [row] = await trx.deleteFrom('outbox').returning('subject_id').execute();
    const subjectId = row?.subject_id ?? '';
    const intent = {
      key: 'test',
      memberId,
      purpose: 'invitation',
      subjectId,
      notBefore: due,
      due,
      usefulUntil,
    };
    await queue(trx, intent, due);
  });
  school.setTo(due);
};
const theRow = async (): Promise<Row<'outbox'>> =>
  stored(school, (trx) => trx.selectFrom('outbox').selectAll().executeTakeFirstOrThrow());

describe('a message that is due', () => {
  test('is sent once, and where it stands is kept so that it can change in place', async () => {
    await queued();
    await sendDue();
    await sendDue();
    const row = await theRow();
    expect(attempts).toEqual(['Maya Brooks would like to work in your room']);
    expect(row).toMatchObject({ state: 'sent', platform: 'teams', message: { id: row.id }, sent_at: start });
  });

  test('is sent once by two workers at the same moment', async () => {
    await queued();
    await Promise.all([sendDue(), sendDue(), sendDue()]);
    expect(attempts).toHaveLength(1);
  });

  test('but not before its time', async () => {
    await queued(start + MINUTE);
    school.setTo(start);
    await sendDue();
    expect(attempts).toEqual([]);
  });

  test('waits when students are there after all, until they have left', async () => {
    await queued(at('2026-11-30', '10:00'));
    await sendDue();
    expect(attempts).toEqual([]);
    expect(await theRow()).toMatchObject({
      state: 'queued',
      due_at: at('2026-11-30', '14:45'),
      reason: 'students are there',
    });
  });

  test('is let go when its use ends before they leave', async () => {
    await queued(at('2026-11-30', '10:00'), at('2026-11-30', '14:00'));
    await sendDue();
    expect(await theRow()).toMatchObject({ state: 'expired', reason: 'no student-free minute in time' });
  });

  test('is let go when its use has ended', async () => {
    await queued(start, start + MINUTE);
    school.setTo(start + MINUTE);
    await sendDue();
    expect(attempts).toEqual([]);
    expect((await theRow()).state).toBe('expired');
  });

  test('about something that is gone is cancelled', async () => {
    await queued();
    await stored(school, (trx) => trx.deleteFrom('pairings').execute());
    await sendDue();
    expect(attempts).toEqual([]);
    expect((await theRow()).state).toBe('cancelled');
  });
});

describe('a person who cannot be reached', () => {
  test('yet is looked for again each hour, as long as it is of use', async () => {
    await queued(start, start + 90 * MINUTE);
    await stored(school, (trx) => trx.deleteFrom('addresses').execute());
    await sendDue();
    expect(await theRow()).toMatchObject({ state: 'queued', due_at: start + HOUR });
    school.setTo(start + HOUR);
    await sendDue();
    expect(await theRow()).toMatchObject({ state: 'expired', reason: 'nowhere to send it' });
  });

  test('any more is not written to at that address again', async () => {
    await queued();
    deliveries = [{ kind: 'unreachable', reason: 'blocked' }];
    await sendDue();
    expect(await theRow()).toMatchObject({ state: 'failed', reason: 'blocked' });
    const [address] = await stored(school, (trx) =>
      trx.selectFrom('addresses').select('reachable').where('user_id', '=', 'T-RIVERA').execute(),
    );
    expect(address).toEqual({ reachable: false });
    await queuedAgain();
    await sendDue();
    expect(attempts).toHaveLength(1);
  });

  test('is reachable again as soon as they write', async () => {
    await queued();
    deliveries = [{ kind: 'unreachable', reason: 'blocked' }];
    await sendDue();
    await school.says('Ms. Rivera', 'week');
    await queuedAgain();
    await sendDue();
    expect(attempts).toHaveLength(2);
  });

  const queuedAgain = () =>
    stored(school, (trx) => trx.updateTable('outbox').set({ state: 'queued' }).execute());
});

describe('a platform that', () => {
  test('asks for patience gets it: at least as long as it says', async () => {
    await queued();
    deliveries = [{ kind: 'rate-limited', retryAfterSeconds: 300 }];
    await sendDue();
    expect(await theRow()).toMatchObject({
      state: 'queued',
      due_at: start + 300_000,
      reason: 'rate limited',
    });
    school.setTo(start + 299_000);
    await sendDue();
    expect(attempts).toHaveLength(1);
    school.setTo(start + 300_000);
    await sendDue();
    expect((await theRow()).state).toBe('sent');
  });

  test('says “retry at once” is still given a minute', async () => {
    await queued();
    deliveries = [{ kind: 'rate-limited', retryAfterSeconds: 0 }];
    await sendDue();
    expect((await theRow()).due_at).toBe(start + MINUTE);
  });

  test.each([
    [
      'may or may not have shown it is never asked twice',
      { kind: 'uncertain', reason: 'timeout' },
      'uncertain',
    ],
    ['refuses the message is not asked again', { kind: 'refused', reason: 'too long' }, 'failed'],
  ] as const)('%s', async (_what, delivery, state) => {
    await queued();
    deliveries = [delivery];
    await sendDue();
    for (const later of [MINUTE, HOUR, DAY]) {
      school.setTo(start + later);
      await sendDue();
    }
    expect(attempts).toHaveLength(1);
    expect(await theRow()).toMatchObject({ state, reason: delivery.reason });
  });
});

describe('a card that is to change in place', () => {
  const stale = async () => {
    await queued();
    await sendDue();
    await stored(school, (trx) => trx.updateTable('outbox').set({ stale: true }).execute());
  };

  test('changes also while students are there: it makes no sound', async () => {
    await stale();
    school.setTo(at('2026-11-30', '10:00'));
    await sendDue();
    expect([edits, (await theRow()).stale]).toEqual([1, false]);
  });

  test.each([
    ['asked for patience', { kind: 'rate-limited', retryAfterSeconds: 30 }, 2],
    ['did not say whether it took it', { kind: 'uncertain', reason: 'timeout' }, 2],
    ['no longer has the message', { kind: 'unreachable', reason: 'gone' }, 1],
    ['refuses the change', { kind: 'refused', reason: 'too long' }, 1],
  ] as const)('when the platform %s, is tried as often as it makes sense', async (_what, delivery, tries) => {
    await stale();
    deliveries = [delivery];
    await sendDue();
    await sendDue();
    await sendDue();
    expect([edits, (await theRow()).state, (await theRow()).stale]).toEqual([tries, 'sent', false]);
  });
});

describe('a worker that died', () => {
  const dying = async () => {
    await queued();
    await stored(school, (trx) =>
      trx
        .updateTable('outbox')
        .set({ state: 'sending', lease_until: new Date(start + MINUTE) })
        .execute(),
    );
  };

  test('keeps its message until its time is up, lest two send it', async () => {
    await dying();
    await sendDue();
    expect((await theRow()).state).toBe('sending');
  });

  test('leaves it uncertain then: nobody must see it twice', async () => {
    await dying();
    school.setTo(start + MINUTE);
    await sendDue();
    expect(attempts).toEqual([]);
    expect(await theRow()).toMatchObject({ state: 'uncertain', reason: 'the sender stopped in the middle' });
  });
});

test('one message nobody can make sense of does not keep back the others', async () => {
  await queued();
  await stored(school, async (trx) => {
    const row = await trx.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    const zoneless = await trx
      .insertInto('schools')
      .values({ name: 'Elsewhere', zone: 'Mars/Olympus', first_bell: 480, last_bell: 900 })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('members')
      .set({ school_id: zoneless.id })
      .where('name', '=', 'Jonah Price')
      .execute();
    const times = { notBefore: start, due: start - MINUTE, usefulUntil: start + DAY };
    const memberId = await idOf(school, 'Jonah Price');
    await queue(
      trx,
      { key: 'odd', memberId, purpose: 'invitation', subjectId: row.subject_id, ...times },
      start,
    );
  });
  await sendDue();
  expect(attempts).toHaveLength(1);
});
