import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY } from '../../src/core/time.ts';
import type { Log } from '../../src/ports/log.ts';
import { closeOn, schools } from '../../src/store/schools.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { createTick } from '../../src/usecases/tick.ts';
import { fillOrganization } from '../store/filled-organization.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, count, got, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const touchBases = () => stored(school, (trx) => trx.selectFrom('touch_bases').selectAll().execute());

describe('the heartbeat', () => {
  test('on two instances at the same moment asks and proposes what one would', async () => {
    await Promise.all([school.tick(), school.tick(), school.tick()]);
    expect(await count(school, 'asks')).toBe(1);
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(1);
    school.setTo(at('2026-12-04', '07:45'));
    await Promise.all([school.tick(), school.tick()]);
    expect(await touchBases()).toHaveLength(2);
    expect(got(school, 'Ms. Rivera', 'touch-base').length).toBe(2);
  });

  test('stays within a teacher’s week while her therapists ask in the same moment', async () => {
    await Promise.all([
      school.tick(),
      school.says('Maya Brooks', 'ask Room 12 Wednesday 1'),
      school.tick(),
      school.says('Jonah Price', 'ask Room 12 Thursday 1'),
      school.says('Maya Brooks', 'ask Room 12 Friday 1'),
    ]);
    expect(await count(school, 'asks')).toBe(3);
  });

  test('that was missed for a day does the next day what is still of use', async () => {
    school.setTo(at('2026-12-01', '07:45'));
    await school.tick();
    expect(got(school, 'Ms. Rivera', 'ask').map((sent) => sent.card.push)).toEqual([
      expect.stringMatching(/Wednesday/),
    ]);
  });

  test('asks nothing about a day without school, and writes to nobody on one', async () => {
    await stored(school, async (trx) => {
      const [only] = await schools(trx);
      await closeOn(trx, only?.id ?? '', ['2026-12-01', '2026-12-02']);
    });
    await school.tick();
    expect(got(school, 'Ms. Rivera', 'ask').map((sent) => sent.card.push)).toEqual([
      expect.stringMatching(/Thursday/),
    ]);
    const before = school.sent.length;
    await school.moveTo(at('2026-12-03', '07:00'));
    expect(school.sent.slice(before)).toEqual([]);
  });

  test('forgets what was handled two days ago, not what may still be delivered again', async () => {
    const keys = async () =>
      (await stored(school, (trx) => trx.selectFrom('inbox').selectAll().execute())).length;
    const before = await keys();
    school.setTo(at(...beforeSchool) + 2 * DAY);
    await school.tick();
    expect(await keys()).toBe(before);
    school.setTo(at(...beforeSchool) + 2 * DAY + 1);
    await school.tick();
    expect(await keys()).toBe(0);
  });

  test('goes on with the other organizations when one is in trouble, and logs no name of it', async () => {
    const { db, pool } = school.database;
    const odd = randomUUID();
    const { pairingId } = await fillOrganization(db, odd, 'T-odd');
    await withOrganization(db, odd, async (trx) => {
      await trx.updateTable('pairings').set({ state: 'active' }).where('id', '=', pairingId).execute();
      await trx.updateTable('schools').set({ zone: 'Mars/Olympus' }).execute();
    });
    const logged: unknown[] = [];
    const error = (fields: unknown, event: string) => void logged.push([fields, event]);
    const log: Log = { info: error, warn: error, error };
    await createTick({ db, clock: school.clock, log, sendDue: async () => undefined })();
    expect(await count(school, 'asks')).toBe(1);
    expect(logged).toEqual([[expect.objectContaining({ organizationId: odd }), 'tick failed']]);
    expect(JSON.stringify(logged)).not.toContain('Mars');
    await pool.query('delete from organizations where id = $1', [odd]);
  });
});
