import type { Discipline, Member, Platform, Role } from '../core/people.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './schema.ts';

const columns = ['id', 'name', 'role', 'discipline', 'school_id', 'active'] as const;

interface MemberRow {
  id: string;
  name: string;
  role: Role;
  discipline: Discipline | null;
  school_id: string;
  active: boolean;
}

const toMember = (row: MemberRow): Member => ({
  id: row.id,
  name: row.name,
  role: row.role,
  discipline: row.discipline ?? undefined,
  schoolId: row.school_id,
  active: row.active,
});

export const memberById = async (trx: Trx, id: string): Promise<Member> =>
  toMember(await trx.selectFrom('members').select(columns).where('id', '=', id).executeTakeFirstOrThrow());

export const membersById = async (trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, Member>> => {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('members')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, toMember(row)]));
};

export const memberByAddress = async (
  trx: Trx,
  platform: Platform,
  tenantId: string,
  userId: string,
): Promise<Member | undefined> => {
  const row = await trx
    .selectFrom('members')
    .select(columns)
    .where((where) =>
      where.exists(
        where
          .selectFrom('addresses')
          .select('member_id')
          .whereRef('addresses.member_id', '=', 'members.id')
          .where('platform', '=', platform)
          .where('tenant_id', '=', tenantId)
          .where('user_id', '=', userId),
      ),
    )
    .executeTakeFirst();
  return row && toMember(row);
};

/** A teacher seen by name when somebody picks or mentions one. */
export const membersOfRole = async (trx: Trx, role: Role): Promise<Member[]> => {
  const rows = await trx
    .selectFrom('members')
    .select(columns)
    .where('role', '=', role)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  return rows.map(toMember);
};

export const membersOfSchool = async (trx: Trx, schoolId: string): Promise<Member[]> => {
  const rows = await trx
    .selectFrom('members')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('active', '=', true)
    .execute();
  return rows.map(toMember);
};

export interface NewMember {
  readonly schoolId: string;
  readonly name: string;
  readonly role: Role;
  readonly discipline?: Discipline;
}

export const addMember = async (trx: Trx, member: NewMember): Promise<string> => {
  const row = await trx
    .insertInto('members')
    .values({
      school_id: member.schoolId,
      name: member.name,
      role: member.role,
      discipline: member.discipline ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const changeMember = async (trx: Trx, id: string, member: NewMember): Promise<void> => {
  await trx
    .updateTable('members')
    .set({
      school_id: member.schoolId,
      name: member.name,
      role: member.role,
      discipline: member.discipline ?? null,
      active: true,
    })
    .where('id', '=', id)
    .execute();
};

/** As somebody wrote it in a list. */
export const memberByName = async (trx: Trx, schoolId: string, name: string): Promise<Member | undefined> => {
  const row = await trx
    .selectFrom('members')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .orderBy('active', 'desc')
    .executeTakeFirst();
  return row && toMember(row);
};

/**
 * Somebody of a list whom nobody has met: without an account, and without a pairing, so that whoever takes the
 * name for theirs by mistake sees nothing of anybody.
 */
export const unmetMember = async (
  trx: Trx,
  { schoolId, name, role }: Pick<NewMember, 'schoolId' | 'name' | 'role'>,
): Promise<Member | undefined> => {
  const row = await trx
    .selectFrom('members')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('role', '=', role)
    .where('active', '=', true)
    .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
    .where((where) =>
      where.and([
        where.not(
          where.exists(
            where
              .selectFrom('addresses')
              .select('user_id')
              .whereRef('addresses.member_id', '=', 'members.id'),
          ),
        ),
        where.not(
          where.exists(
            where
              .selectFrom('pairings')
              .select('pairings.id')
              .where((pairing) =>
                pairing.or([
                  pairing('pairings.therapist_id', '=', pairing.ref('members.id')),
                  pairing('pairings.teacher_id', '=', pairing.ref('members.id')),
                ]),
              ),
          ),
        ),
      ]),
    )
    .executeTakeFirst();
  return row && toMember(row);
};

export interface Contact {
  readonly beforeFirstBell: number;
  readonly afterLastBell: number;
}

interface HushedContact extends Contact {
  readonly hushUntil: Instant | null;
}

export const contactsOf = async (
  trx: Trx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, HushedContact>> => {
  if (memberIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('members')
    .select([
      'id',
      'contact_before_first_bell as beforeFirstBell',
      'contact_after_last_bell as afterLastBell',
      'hush_until as hushUntil',
    ])
    .where('id', 'in', [...memberIds])
    .execute();
  return new Map(rows.map(({ id, ...contact }) => [id, contact]));
};

export const contactOf = async (trx: Trx, memberId: string): Promise<HushedContact> => {
  const contact = (await contactsOf(trx, [memberId])).get(memberId);
  if (!contact) throw new Error('no such member');
  return contact;
};

export const setContact = async (trx: Trx, memberId: string, contact: Contact): Promise<void> => {
  await trx
    .updateTable('members')
    .set({
      contact_before_first_bell: contact.beforeFirstBell,
      contact_after_last_bell: contact.afterLastBell,
    })
    .where('id', '=', memberId)
    .execute();
};

/** The person asked for quiet until then; `undefined` ends it. */
export const setHush = async (trx: Trx, memberId: string, until: Instant | undefined): Promise<void> => {
  await trx
    .updateTable('members')
    .set({ hush_until: until === undefined ? null : new Date(until) })
    .where('id', '=', memberId)
    .execute();
};
