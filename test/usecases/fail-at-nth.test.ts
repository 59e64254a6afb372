import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY, MINUTE } from '../../src/core/time.ts';
import type { MessageRef, Messenger } from '../../src/ports/messenger.ts';
import { queue } from '../../src/store/outbox.ts';
import type { Db } from '../../src/store/schema.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { failingDatabase } from '../setup/failing-database.ts';
import { silentLog } from '../setup/silent-log.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, count, got, idOf, invite, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());

const start = at(...beforeSchool);
const directory = {
  describe: async () => ({ name: 'Somebody', zone: undefined }),
  doNotDisturb: async () => undefined,
};

/** Fails the first statement, the second, the third … until the scenario ends before the one that would fail. */
const failEach = async (
  when: 'before' | 'after',
  scenario: (db: Db, nth: number) => Promise<void>,
): Promise<number> => {
  for (let nth = 1; ; nth += 1) {
    const { db, hasFailed } = failingDatabase(school.database.pool, nth, when);
    await scenario(db, nth);
    if (!hasFailed()) return nth - 1;
  }
};

describe.each(['before', 'after'] as const)('whichever statement fails, %s it is carried out', (when) => {
  test('a message is on the screen once in the end', async () => {
    await school.restart(at('2026-11-28', '12:00'));
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const memberId = await idOf(school, 'Ms. Rivera');
    const [pairing] = await stored(school, (trx) => trx.selectFrom('pairings').select('id').execute());
    const times = { notBefore: start, due: start, usefulUntil: start + DAY };
    const intent = { key: 'it', memberId, purpose: 'invitation', subjectId: pairing?.id ?? '', ...times };
    const tried = await failEach(when, async (failing) => {
      await stored(school, async (trx) => {
        await trx.deleteFrom('outbox').execute();
        await queue(trx, intent, start);
      });
      school.setTo(start);
      const standing = new Map<string, string>();
      const messenger: Messenger = {
        send: async (_to, _card, key) => {
          const id = `${key} ${standing.size}`;
          standing.set(id, key);
          return { kind: 'sent', message: { id } };
        },
        edit: async (message) => ({ kind: 'sent', message }),
        find: async (_to, key) => {
          const found = [...standing].find(([, of]) => of === key);
          return found ? { kind: 'found', message: { id: found[0] } } : { kind: 'absent' };
        },
        remove: async (message: MessageRef) => void standing.delete(message['id'] ?? ''),
      };
      const sendWith = (db: Db) =>
        createSendDue({
          db,
          clock: school.clock,
          messengers: { slack: messenger, teams: messenger },
          directory,
          log: silentLog,
          limits: {},
        })();
      await sendWith(failing).catch(() => undefined);
      for (const later of [1, 2, 3]) {
        school.setTo(start + later * MINUTE);
        await sendWith(school.database.db);
      }
      expect(standing.size).toBe(1);
      const [row] = await stored(school, (trx) => trx.selectFrom('outbox').selectAll().execute());
      expect(row).toMatchObject({ state: 'sent', message: { id: [...standing.keys()][0] } });
    });
    expect(tried).toBeGreaterThan(10);
  });

  test('an answer has its effect once, when the platform delivers it again', async () => {
    await school.restart(start);
    await settleRoom12(school);
    await school.tick();
    const [question] = got(school, 'Ms. Rivera', 'ask');
    const button = question?.card.actions[0];
    const tried = await failEach(when, async (failing, nth) => {
      await stored(school, async (trx) => {
        await trx.updateTable('asks').set({ state: 'open', activity_id: null }).execute();
        await trx.deleteFrom('activities').execute();
        await trx.deleteFrom('outbox').where('purpose', '=', 'activity-news').execute();
      });
      const inbound = {
        dedupeKey: `tap ${nth}`,
        from: school.from('Ms. Rivera'),
        inPrivate: true,
        event: {
          kind: 'tap',
          action: button?.name ?? '',
          ref: button?.ref ?? '',
          value: button?.value ?? '',
        },
      } as const;
      const receiveWith = (db: Db) =>
        createReceive({
          db,
          clock: school.clock,
          directory,
          nudge: () => undefined,
          improve: () => undefined,
        })(inbound);
      await receiveWith(failing).catch(() => undefined);
      await receiveWith(school.database.db);
      await receiveWith(school.database.db);
      expect(await count(school, 'activities')).toBe(1);
      const news = await stored(school, (trx) =>
        trx.selectFrom('outbox').select('id').where('purpose', '=', 'activity-news').execute(),
      );
      // One for each of the room's two therapists.
      expect(news).toHaveLength(2);
    });
    expect(tried).toBeGreaterThan(10);
  });
});
