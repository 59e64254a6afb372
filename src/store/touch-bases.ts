import type { Side } from '../core/partner.ts';
import { DAY, type Instant } from '../core/time.ts';
import type { Row, Trx, Written } from './schema.ts';
import { timestamp } from './timestamp.ts';

export const touchBaseById = (trx: Trx, id: string): Promise<Row<'touch_bases'> | undefined> =>
  trx.selectFrom('touch_bases').selectAll().where('id', '=', id).executeTakeFirst();

export const touchBaseOfWeek = (
  trx: Trx,
  pairingId: string,
  isoWeek: string,
): Promise<Row<'touch_bases'> | undefined> =>
  trx
    .selectFrom('touch_bases')
    .selectAll()
    .where('pairing_id', '=', pairingId)
    .where('iso_week', '=', isoWeek)
    .executeTakeFirst();

/** When these people talk with anybody in that week. */
export const touchBaseTimes = async (
  trx: Trx,
  isoWeek: string,
  memberIds: readonly string[],
): Promise<Instant[]> => {
  const rows = await trx
    .selectFrom('touch_bases')
    .innerJoin('pairings', 'pairings.id', 'touch_bases.pairing_id')
    .select('touch_bases.at')
    .where('touch_bases.iso_week', '=', isoWeek)
    .where((where) =>
      where.or([
        where('pairings.therapist_id', 'in', [...memberIds]),
        where('pairings.teacher_id', 'in', [...memberIds]),
      ]),
    )
    .execute();
  return rows.flatMap(({ at }) => at ?? []);
};

/** One per pairing and week, however often the heartbeat looks; undefined when it is already there. */
export const addTouchBase = async (
  trx: Trx,
  pairingId: string,
  isoWeek: string,
  at: Instant | undefined,
): Promise<string | undefined> => {
  const row = await trx
    .insertInto('touch_bases')
    .values({ pairing_id: pairingId, iso_week: isoWeek, at: at === undefined ? null : new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** Another time, or none; what was said to the first one is not said to it. */
export const moveTouchBase = async (trx: Trx, id: string, at: Instant | undefined): Promise<void> => {
  await trx
    .updateTable('touch_bases')
    .set((set) => ({
      at: at === undefined ? null : new Date(at),
      teacher_says: null,
      therapist_says: null,
      calendar_key: null,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

export const answerTouchBase = async (
  trx: Trx,
  id: string,
  side: Side,
  says: 'yes' | 'no',
): Promise<void> => {
  await trx
    .updateTable('touch_bases')
    .set((set) => ({
      ...(side === 'teacher' ? { teacher_says: says } : { therapist_says: says }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

export const writeTouchBase = async (trx: Trx, id: string, side: Side, written: Written): Promise<void> => {
  const text = JSON.stringify(written);
  await trx
    .updateTable('touch_bases')
    .set((set) => ({
      ...(side === 'teacher' ? { teacher_wrote: text } : { therapist_wrote: text }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

export const endTouchBase = async (trx: Trx, id: string, now: Instant): Promise<void> => {
  await trx
    .updateTable('touch_bases')
    .set((set) => ({ talked_at: new Date(now), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('talked_at', 'is', null)
    .execute();
};

/** When it was to be and was missed: what is missed once is moved, not twice. */
export const noteMissed = async (trx: Trx, id: string, at: Instant): Promise<void> => {
  await trx
    .updateTable('touch_bases')
    .set({ moved_from: new Date(at) })
    .where('id', '=', id)
    .execute();
};

/** Passed within the last days with one yes and no answer from the other: worth another try, once. */
export const halfAnswered = (trx: Trx, now: Instant): Promise<Row<'touch_bases'>[]> =>
  trx
    .selectFrom('touch_bases')
    .selectAll()
    .where('at', '<', timestamp(now))
    .where('at', '>', timestamp(now - 4 * DAY))
    .where('talked_at', 'is', null)
    .where('moved_from', 'is', null)
    .where('teacher_wrote', 'is', null)
    .where('therapist_wrote', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('teacher_says', '=', 'yes'), where('therapist_says', 'is', null)]),
        where.and([where('therapist_says', '=', 'yes'), where('teacher_says', 'is', null)]),
      ]),
    )
    .execute();
