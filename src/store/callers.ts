import { sql } from 'kysely';
import type { School } from '../core/classroom.ts';
import type { Address, Member } from '../core/people.ts';
import { HOUR, type Instant } from '../core/time.ts';
import { schoolNow } from './calendars.ts';
import type { Trx } from './schema.ts';

/** Somebody who is here right now: who they are, their school, and how we knew to reach them. */
export interface Caller {
  readonly member: Member;
  readonly school: School;
  /** The address on file says something else than the one they came from, or is an hour old. */
  readonly movedOn: boolean;
}

/** Every click and every word begins with it: who it is, then their school's days around now. */
export const callerAt = async (trx: Trx, from: Address, now: Instant): Promise<Caller | undefined> => {
  const row = await trx
    .selectFrom('addresses')
    .innerJoin('members', 'members.id', 'addresses.member_id')
    .select([
      'members.id',
      'members.name',
      'members.role',
      'members.discipline',
      'members.school_id as schoolId',
      'members.active',
      'addresses.conversation',
      'addresses.reachable',
      'addresses.seen_at as seenAt',
      // From here on the trail knows whose hand it is.
      sql`set_config('app.actor', members.id::text, true)`.as('actor'),
    ])
    .where('addresses.platform', '=', from.platform)
    .where('addresses.tenant_id', '=', from.tenantId)
    .where('addresses.user_id', '=', from.userId)
    .where('addresses.closed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, name, role, schoolId, active } = row;
  const changed = Object.entries(from.conversation).some(([key, value]) => row.conversation[key] !== value);
  return {
    member: { id, name, role, discipline: row.discipline ?? undefined, schoolId, active },
    school: await schoolNow(trx, schoolId, now),
    movedOn: changed || !row.reachable || Math.abs(now - row.seenAt) > HOUR,
  };
};
