import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Card, cardsIn, cardText } from '../../src/core/card.ts';
import type { Platform } from '../../src/core/people.ts';
import { DAY, HOUR, type Instant, MINUTE, type Stretch } from '../../src/core/time.ts';
import type { Delivery, Found, Messenger } from '../../src/ports/messenger.ts';
import { queue } from '../../src/store/outbox.ts';
import type { Row } from '../../src/store/schema.ts';
import { holdVisit } from '../../src/store/visits.ts';
import { type PlatformLimits, platformLimits } from '../../src/usecases/send/platform-limits.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { silentLog } from '../setup/silent-log.ts';
import { at, type MapleStreet, type Name, openMapleStreet, zone } from './maple-street.ts';
import { beforeSchool, idOf, invite, stored } from './scenes.ts';

let school: MapleStreet;
/** Messages to Ms. Rivera, by the line a lock screen shows. */
let attempts: string[];
let cards: Card[];
let edits: Card[];
let removed: string[];
/** What the platform says to the next attempts; then it takes everything. */
let deliveries: Delivery[];
/** What it says to the next look-ups; then that it gives no way to look. */
let finds: Found[];
let limits: Readonly<Partial<Record<Platform, PlatformLimits>>>;
let steadyNow: number;
let stopping: boolean;
let hasLeft: boolean;
let asleep: Stretch | undefined;
/** While a message is on its way. */
let meanwhile: (() => Promise<unknown>) | undefined;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(start);
  attempts = [];
  cards = [];
  edits = [];
  removed = [];
  deliveries = [];
  finds = [];
  limits = {};
  steadyNow = 0;
  stopping = false;
  hasLeft = false;
  asleep = undefined;
  meanwhile = undefined;
});
afterAll(() => school.close());

const start = at(...beforeSchool);
/** On Teams unless a test says otherwise: Ms. Rivera is there. */
const sendDue = () => {
  const messenger: Messenger = {
    send: async (to, card, key, isWanted) => {
      if (isWanted?.() === false) return { kind: 'withheld' };
      if (to.userId === 'T-RIVERA') attempts.push(card.push);
      cards.push(card);
      await meanwhile?.();
      return deliveries.shift() ?? { kind: 'sent', message: { id: key } };
    },
    edit: async (_message, card): Promise<Delivery> => {
      edits.push(card);
      return deliveries.shift() ?? { kind: 'sent', message: {} };
    },
    find: async () => finds.shift() ?? { kind: 'cannot-look', reason: 'Teams gives no way to look' },
    remove: async (message) => void removed.push(message['id'] ?? ''),
  };
  return createSendDue({
    db: school.database.db,
    clock: school.clock,
    messengers: { slack: messenger, teams: messenger },
    directory: {
      describe: async ({ userId }) =>
        hasLeft && userId === 'T-RIVERA' ? undefined : { name: 'Somebody', zone: undefined },
      doNotDisturb: async () => asleep,
    },
    log: silentLog,
    limits,
    chance: () => 0,
    steady: () => steadyNow,
    isStopping: () => stopping,
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
  stored(school, (trx) =>
    trx.selectFrom('outbox').selectAll().where('key', '=', 'test').executeTakeFirstOrThrow(),
  );

const rows = () =>
  stored(school, (trx) =>
    trx.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('key').execute(),
  );

/** One more invitation, which waits for this person. */
const anotherFor = async (name: Name, due: Instant): Promise<void> => {
  const memberId = await idOf(school, name);
  await stored(school, async (trx) => {
    const pairing = await trx.selectFrom('pairings').select('id').executeTakeFirstOrThrow();
    const times = { notBefore: due, due, usefulUntil: due + DAY };
    await queue(
      trx,
      { key: `another ${name}`, memberId, purpose: 'invitation', subjectId: pairing.id, ...times },
      due,
    );
  });
};

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

  test('says “retry at once” is still given a second', async () => {
    await queued();
    deliveries = [{ kind: 'rate-limited', retryAfterSeconds: 0 }];
    await sendDue();
    expect((await theRow()).due_at).toBe(start + 1000);
  });

  test('does not say how long is given longer with each attempt', async () => {
    await queued();
    deliveries = [{ kind: 'rate-limited' }, { kind: 'rate-limited' }];
    await sendDue();
    expect((await theRow()).due_at).toBe(start + 5_000);
    school.setTo(start + 5_000);
    await sendDue();
    expect((await theRow()).due_at).toBe(start + 15_000);
  });

  test('refuses the message is not asked again, and the sender hears it once', async () => {
    await queued();
    deliveries = [{ kind: 'refused', reason: 'too long' }];
    await sendDue();
    expect((await rows()).map((row) => [row.purpose, row.state, row.reason])).toEqual([
      ['invitation', 'failed', 'too long'],
      ['undelivered', 'sent', null],
    ]);
    expect(cards.map((card) => card.title)).toEqual([
      'Maya Brooks would like to work in your room',
      'Ms. Rivera did not get your invitation',
    ]);
    await sendDue();
    expect(attempts).toHaveLength(1);
  });
});

describe('a message nobody knows the ending of', () => {
  const inDoubt = async () => {
    await queued();
    deliveries = [{ kind: 'uncertain', reason: 'timeout' }];
    await sendDue();
    expect(await theRow()).toMatchObject({ state: 'uncertain', reason: 'timeout' });
    await sendDue();
    expect(attempts).toHaveLength(1);
    school.setTo(start + MINUTE);
  };

  test('is looked for, and where it stands is kept', async () => {
    await inDoubt();
    finds = [{ kind: 'found', message: { id: 'there' } }];
    await sendDue();
    expect(attempts).toHaveLength(1);
    expect(await theRow()).toMatchObject({ state: 'sent', message: { id: 'there' } });
  });

  test('and that is not there is sent', async () => {
    await inDoubt();
    finds = [{ kind: 'absent' }];
    await sendDue();
    expect(attempts).toHaveLength(2);
    expect((await theRow()).state).toBe('sent');
  });

  test('and that is not there waits for the children to leave like any other', async () => {
    await inDoubt();
    finds = [{ kind: 'absent' }];
    school.setTo(at('2026-11-30', '10:00'));
    await sendDue();
    expect(attempts).toHaveLength(1);
    expect(await theRow()).toMatchObject({ state: 'queued', reason: 'students are there' });
  });

  test('is looked for again when the platform had no time for it', async () => {
    await inDoubt();
    finds = [
      { kind: 'unknown', retryAfterSeconds: 60 },
      { kind: 'found', message: { id: 'there' } },
    ];
    await sendDue();
    expect((await theRow()).state).toBe('uncertain');
    school.setTo(start + 3 * MINUTE);
    await sendDue();
    expect(attempts).toHaveLength(1);
    expect((await theRow()).state).toBe('sent');
  });

  test('stays so where there is no way to look: never sent twice, and the sender hears it', async () => {
    await inDoubt();
    for (const later of [MINUTE, HOUR, DAY]) {
      school.setTo(start + later);
      await sendDue();
    }
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'uncertain', reason: 'Teams gives no way to look' });
    expect(cards.map((card) => card.title)).toEqual([
      'Maya Brooks would like to work in your room',
      'I’m not sure that Ms. Rivera has your invitation',
    ]);
  });

  test('holds back the next to that person, so that none overtakes it', async () => {
    await inDoubt();
    school.setTo(start);
    await anotherFor('Ms. Rivera', start);
    await sendDue();
    expect(attempts).toHaveLength(1);
    school.setTo(start + MINUTE);
    finds = [{ kind: 'found', message: { id: 'there' } }];
    await sendDue();
    expect(attempts).toHaveLength(2);
  });

  test('that only helps within minutes is sent once more, and says so', async () => {
    await queued();
    await stored(school, (trx) => trx.updateTable('outbox').set({ purpose: 'visit-status' }).execute());
    const [pairing] = await stored(school, (trx) => trx.selectFrom('pairings').selectAll().execute());
    await stored(school, async (trx) => {
      const visit = await holdVisit(
        trx,
        {
          pairingId: pairing?.id ?? '',
          therapistId: pairing?.therapist_id ?? '',
          teacherId: pairing?.teacher_id ?? '',
          classroomId: pairing?.classroom_id ?? '',
          date: '2026-12-01',
          start: 600,
          end: 630,
          zone,
          kind: 'writing',
          focus: 'fine_motor',
        },
        start,
      );
      await trx
        .updateTable('outbox')
        .set({ subject_id: visit ?? '' })
        .execute();
    });
    deliveries = [
      { kind: 'uncertain', reason: 'timeout' },
      { kind: 'uncertain', reason: 'timeout' },
    ];
    await sendDue();
    school.setTo(start + MINUTE);
    await sendDue();
    expect(attempts).toHaveLength(2);
    expect(cardText(cards[1] as Card)).toContain('If you’ve seen this already');
    school.setTo(start + 2 * MINUTE);
    await sendDue();
    expect(attempts).toHaveLength(2);
    expect(await theRow()).toMatchObject({ state: 'uncertain', twin_possible: true });
  });
});

describe('several messages for one person', () => {
  test('at the same free minute are one, each with its own buttons', async () => {
    await queued();
    await anotherFor('Ms. Rivera', start);
    await sendDue();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.kind).toBe('digest');
    expect(cardsIn(cards[0] as Card).map((card) => card.actions.length)).toEqual([3, 3]);
    expect(new Set((await rows()).map((row) => JSON.stringify(row.message))).size).toBe(1);
  });

  test('are looked up as one when nobody knows whether they arrived', async () => {
    await queued();
    await anotherFor('Ms. Rivera', start);
    deliveries = [{ kind: 'uncertain', reason: 'timeout' }];
    await sendDue();
    school.setTo(start + MINUTE);
    finds = [{ kind: 'found', message: { id: 'there' } }];
    await sendDue();
    expect((await rows()).map((row) => [row.state, row.message])).toEqual([
      ['sent', { id: 'there' }],
      ['sent', { id: 'there' }],
    ]);
  });

  test('change as one, whichever of them it is about', async () => {
    await queued();
    await anotherFor('Ms. Rivera', start);
    await sendDue();
    await stored(school, async (trx) => {
      const [first] = await trx.selectFrom('outbox').selectAll().execute();
      await trx
        .updateTable('outbox')
        .set({ stale: true })
        .where('id', '=', first?.id ?? '')
        .execute();
    });
    await sendDue();
    expect(edits.map((card) => cardsIn(card).length)).toEqual([2]);
  });

  test('go one by one when the platform does not take them together', async () => {
    await queued();
    await anotherFor('Ms. Rivera', start);
    deliveries = [{ kind: 'refused', reason: 'too long' }];
    await sendDue();
    await sendDue();
    expect(cards.map((card) => card.kind)).toEqual(['digest', 'invitation', 'invitation']);
    expect((await rows()).map((row) => row.state)).toEqual(['sent', 'sent']);
  });

  test('come apart where a platform counts: not two within its gap', async () => {
    limits = platformLimits;
    await queued();
    await sendDue();
    await anotherFor('Ms. Rivera', start);
    await sendDue();
    expect(attempts).toHaveLength(1);
    school.setTo(start + 2_100);
    await sendDue();
    expect(attempts).toHaveLength(2);
  });
});

describe('a tenant', () => {
  test('whose platform asked for patience is left alone by every message until then', async () => {
    limits = platformLimits;
    await queued();
    await anotherFor('Mr. Okafor', start);
    await stored(school, (trx) => trx.updateTable('outbox').set({ platform: 'teams' }).execute());
    deliveries = [{ kind: 'rate-limited', retryAfterSeconds: 60 }];
    await stored(school, (trx) =>
      trx.updateTable('addresses').set({ platform: 'teams' }).where('user_id', '=', 'U-OKAFOR').execute(),
    );
    await sendDue();
    const before = cards.length;
    school.setTo(start + 59_000);
    await sendDue();
    expect(cards).toHaveLength(before);
    school.setTo(start + 61_000);
    await sendDue();
    expect(cards).toHaveLength(before + 1);
  });
});

describe('more people than the platform takes at once', () => {
  test('wait their turn as they were, and nothing is spent on those who wait', async () => {
    const send = { name: 'teams', burst: 2, everyMs: 60_000 };
    limits = { teams: { ...platformLimits.teams, send, personGapMs: 0 } };
    await queued();
    for (const name of ['Mr. Okafor', 'Maya Brooks'] as const) await anotherFor(name, start);
    await stored(school, async (trx) => {
      await trx.updateTable('addresses').set({ platform: 'teams' }).execute();
      await trx
        .deleteFrom('outbox')
        .where('due_at', '<', new Date(start) as never)
        .execute();
      await trx.updateTable('outbox').set({ platform: 'teams' }).execute();
    });
    await Promise.all([sendDue(), sendDue()]);
    const waiting = (await rows()).filter((row) => row.state === 'queued');
    expect(waiting).toMatchObject([{ attempts: 0, reason: null }]);
    school.setTo(start + 59_000);
    await sendDue();
    expect(cards).toHaveLength(2);
    school.setTo(start + 60_000);
    await sendDue();
    expect(cards).toHaveLength(3);
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
    expect([edits.length, (await theRow()).stale]).toEqual([1, false]);
  });

  test.each([
    ['asked for patience', { kind: 'rate-limited', retryAfterSeconds: 30 }, 2],
    ['did not say whether it took it', { kind: 'uncertain', reason: 'timeout' }, 2],
    ['no longer has the message', { kind: 'unreachable', reason: 'gone' }, 1],
    ['refuses the change', { kind: 'refused', reason: 'too long' }, 1],
  ] as const)('when the platform %s, is tried as often as it makes sense', async (_what, delivery, tries) => {
    await stale();
    deliveries = [delivery];
    for (const later of [0, 0, MINUTE, 2 * MINUTE]) {
      school.setTo(start + later);
      await sendDue();
    }
    expect([edits.length, (await theRow()).state, (await theRow()).stale]).toEqual([tries, 'sent', false]);
  });
});

describe('a worker', () => {
  const inTheMiddle = async () => {
    await queued();
    await stored(school, (trx) =>
      trx
        .updateTable('outbox')
        .set({ state: 'sending', platform: 'teams', lease_until: new Date(start + MINUTE) })
        .execute(),
    );
  };

  test('keeps its message until its time is up, lest two send it', async () => {
    await inTheMiddle();
    await sendDue();
    expect((await theRow()).state).toBe('sending');
  });

  test('that died leaves it in doubt: it is looked for before anybody sends it', async () => {
    await inTheMiddle();
    school.setTo(start + MINUTE);
    finds = [{ kind: 'found', message: { id: 'there' } }];
    await sendDue();
    expect(attempts).toEqual([]);
    expect(await theRow()).toMatchObject({ state: 'sent', message: { id: 'there' } });
  });

  test('that was held up before the call lets its message be, and it goes out with the next', async () => {
    await queued();
    const { db } = school.database;
    const held = { ...school.clock };
    // The machine slept between the claim and the call: the monotonic clock tells.
    let looks = 0;
    const late = createSendDue({
      db,
      clock: held,
      messengers: {
        teams: {
          send: async (_to, _card, _key, isWanted) => {
            steadyNow = 30_000;
            looks += 1;
            return isWanted?.() ? { kind: 'sent', message: { id: 'late' } } : { kind: 'withheld' };
          },
          edit: async () => ({ kind: 'withheld' }),
          find: async () => ({ kind: 'absent' }),
          remove: async () => undefined,
        },
      },
      directory: { describe: async () => undefined, doNotDisturb: async () => undefined },
      log: silentLog,
      limits: {},
      steady: () => steadyNow,
    });
    await late();
    expect(looks).toBe(1);
    expect(await theRow()).toMatchObject({ state: 'queued', reason: 'put back' });
    await sendDue();
    expect((await theRow()).state).toBe('sent');
  });

  test('waits until the person’s own quiet on the platform is over, and then for a free minute', async () => {
    await queued();
    asleep = { start: start - HOUR, end: start + 5 * MINUTE };
    await sendDue();
    expect(attempts).toEqual([]);
    expect(await theRow()).toMatchObject({ state: 'queued', due_at: asleep.end });
    asleep = undefined;
    school.setTo(start + 5 * MINUTE);
    await sendDue();
    expect(attempts).toHaveLength(1);
  });

  test('that is asked to stop sends nothing more and leaves no lease behind', async () => {
    await queued();
    stopping = true;
    await sendDue();
    expect(attempts).toEqual([]);
    expect(await theRow()).toMatchObject({ state: 'queued', lease_until: null });
  });

  test('whose message was sent by another meanwhile takes its own away', async () => {
    await queued();
    deliveries = [{ kind: 'sent', message: { id: 'the twin' } }];
    meanwhile = () =>
      stored(school, (trx) =>
        trx
          .updateTable('outbox')
          .set({ state: 'sent', message: JSON.stringify({ id: 'the first' }), lease_until: null })
          .execute(),
      );
    await sendDue();
    expect(removed).toEqual(['the twin']);
    expect((await theRow()).message).toEqual({ id: 'the first' });
  });
});

describe('somebody whose account is closed', () => {
  test('gets nothing on Slack, which would take it, is served no more, and the partner hears once', async () => {
    await queued();
    await stored(school, async (trx) => {
      await trx.updateTable('pairings').set({ state: 'active' }).execute();
      await trx
        .updateTable('addresses')
        .set({ platform: 'slack' })
        .where('user_id', '=', 'T-RIVERA')
        .execute();
    });
    hasLeft = true;
    await sendDue();
    expect(attempts).toEqual([]);
    const closed = await stored(school, (trx) =>
      trx.selectFrom('addresses').select('user_id').where('closed_at', 'is not', null).execute(),
    );
    expect(closed).toEqual([{ user_id: 'T-RIVERA' }]);
    hasLeft = false;
    school.setTo(start + MINUTE);
    await sendDue();
    expect(cards.map((card) => card.title)).toEqual(['I can’t reach Ms. Rivera any more']);
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
