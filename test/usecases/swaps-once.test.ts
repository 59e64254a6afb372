import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createSwapFinder } from '../../src/usecases/swaps/find-swaps.ts';
import { failingDatabase } from '../setup/failing-database.ts';
import { silentLog } from '../setup/silent-log.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, got, settleRoom12, stored, visitsIn } from './scenes.ts';

let school: MapleStreet;
afterAll(() => school.close());

const searches = () =>
  stored(school, (trx) => trx.selectFrom('swap_searches').selectAll().orderBy('id').execute());

beforeAll(async () => {
  school = await openMapleStreet(at('2026-11-30', '07:41'));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
  await school.says('Ms. Rivera', 'assembly Thu 8:30-10');
});
beforeEach(() => findAnew());

/** A visit of Thursday is lost; what was found for it is forgotten, so that it is to be found anew. */
const findAnew = () =>
  stored(school, async (trx) => {
    await trx.deleteFrom('visits').where('instead_of', 'is not', null).execute();
    await trx.deleteFrom('swap_searches').execute();
    const lost = await trx
      .selectFrom('visits')
      .select(['lost_to', 'therapist_id'])
      .where('lost_to', 'is not', null)
      .executeTakeFirstOrThrow();
    const row = { subject_id: lost.lost_to ?? '', therapist_id: lost.therapist_id };
    const [held_until, created_at] = [new Date(at('2026-12-01', '08:00')), new Date(school.clock.now())];
    await trx
      .insertInto('swap_searches')
      .values({ ...row, held_until, created_at })
      .execute();
  });
const finder = (db = school.database.db) => createSwapFinder({ db, clock: school.clock, log: silentLog });

test('whichever statement fails, the next look keeps the rooms, once', async () => {
  for (let nth = 1, tried = true; tried; nth += 7) {
    await findAnew();
    const { db, hasFailed } = failingDatabase(school.database.pool, nth, nth % 2 === 1 ? 'before' : 'after');
    await finder(db)().catch(() => undefined);
    tried = hasFailed();
    await finder()();
    expect([nth, (await visitsIn(school, 'held')).length]).toEqual([nth, 3]);
    expect(await searches()).toEqual([]);
  }
});

test('two at work on the same search keep the rooms once, and the therapist is told once', async () => {
  await Promise.all([finder()(), finder()(), finder()()]);
  expect(await visitsIn(school, 'held')).toHaveLength(3);
  await school.moveTo(at('2026-11-30', '16:00'));
  expect(got(school, 'Maya Brooks', 'swaps')).toHaveLength(1);
});

test('while nobody has looked yet, the card says that somebody will', async () => {
  const { ref } = got(school, 'Maya Brooks', 'swaps')[0] ?? {};
  await stored(school, (trx) =>
    trx.updateTable('outbox').set({ stale: true }).where('purpose', '=', 'swaps').execute(),
  );
  await school.sendOnly();
  expect(school.text(school.shown(ref ?? {}))).toContain('I’m looking for other times.');
  await finder()();
  await school.thought();
  expect(school.text(school.shown(ref ?? {}))).toContain('3. ');
});
