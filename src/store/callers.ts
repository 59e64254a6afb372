import type { School } from '../core/classroom.ts';
import type { Address, Member } from '../core/people.ts';
import { HOUR, type Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';
import { closedDates } from './schools.ts';

/** Somebody who is here right now: who they are, their school, and how we knew to reach them. */
export interface Caller {
  readonly member: Member;
  readonly school: School;
  /** The address on file says something else than the one they came from, or is an hour old. */
  readonly movedOn: boolean;
}

/** One query, because every click and every word begins with it. */
export const callerAt = async (trx: Trx, from: Address, now: Instant): Promise<Caller | undefined> => {
  const row = await trx
    .selectFrom('addresses')
    .innerJoin('members', 'members.id', 'addresses.member_id')
    .innerJoin('schools', 'schools.id', 'members.school_id')
    .select([
      'members.id',
      'members.name',
      'members.role',
      'members.discipline',
      'members.school_id as schoolId',
      'members.active',
      'schools.name as schoolName',
      'schools.zone',
      'schools.first_bell as firstBell',
      'schools.last_bell as lastBell',
      'schools.weekdays as schoolWeekdays',
      closedDates.as('closedDates'),
      'addresses.conversation',
      'addresses.reachable',
      'addresses.seen_at as seenAt',
    ])
    .where('addresses.platform', '=', from.platform)
    .where('addresses.tenant_id', '=', from.tenantId)
    .where('addresses.user_id', '=', from.userId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, name, role, schoolId, active, zone, firstBell, lastBell, schoolWeekdays } = row;
  const changed = Object.entries(from.conversation).some(([key, value]) => row.conversation[key] !== value);
  return {
    member: { id, name, role, discipline: row.discipline ?? undefined, schoolId, active },
    school: {
      id: schoolId,
      name: row.schoolName,
      zone,
      firstBell,
      lastBell,
      schoolWeekdays,
      closedDates: row.closedDates,
    },
    movedOn: changed || !row.reachable || Math.abs(now - row.seenAt) > HOUR,
  };
};
