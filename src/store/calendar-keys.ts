import { randomBytes } from 'node:crypto';
import type { Trx } from './schema.ts';

/** 192 bits, as 32 characters that need no escaping. */
const newKey = (): string => randomBytes(24).toString('base64url');

/** From now on this talk’s calendar file has an address. */
export const giveCalendarKey = async (trx: Trx, touchBaseId: string): Promise<void> => {
  await trx
    .updateTable('touch_bases')
    .set({ calendar_key: newKey() })
    .where('id', '=', touchBaseId)
    .where('calendar_key', 'is', null)
    .execute();
};

/** The talk with that key, while both its people are here and PushIn is still installed somewhere. */
export const talkByKey = (trx: Trx, key: string) =>
  trx
    .selectFrom('touch_bases')
    .innerJoin('pairings', 'pairings.id', 'touch_bases.pairing_id')
    .innerJoin('members as therapist', 'therapist.id', 'pairings.therapist_id')
    .innerJoin('members as teacher', 'teacher.id', 'pairings.teacher_id')
    .select([
      'touch_bases.id',
      'touch_bases.at',
      'touch_bases.minutes',
      'touch_bases.version',
      'touch_bases.teacher_says',
      'touch_bases.therapist_says',
      'therapist.name as therapistName',
      'teacher.name as teacherName',
    ])
    .where('touch_bases.calendar_key', '=', key)
    .where('therapist.active', '=', true)
    .where('teacher.active', '=', true)
    .where((where) =>
      where.exists(
        where.selectFrom('installations').select('tenant_id').where('installations.off_at', 'is', null),
      ),
    )
    .executeTakeFirst();
