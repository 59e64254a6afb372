import type { ImportedPerson, KnownSchool } from '../core/import/school-import.ts';
import { blocksOf } from './blocks.ts';
import { calendarOf } from './calendars.ts';
import { postsOf } from './posts.ts';
import type { Trx } from './schema.ts';

/** Everything an import could say again, as it is stored. */
export const knownSchools = async (trx: Trx): Promise<(KnownSchool & { readonly id: string })[]> => {
  const rows = await trx
    .selectFrom('schools')
    .select(['id', 'name', 'usual_day_type_id as usual'])
    .select((school) =>
      school
        .selectFrom('day_types')
        .select((type) => type.fn.countAll<number>().as('count'))
        .whereRef('day_types.school_id', '=', 'schools.id')
        .as('dayTypes'),
    )
    .orderBy('name')
    .execute();
  const known: (KnownSchool & { readonly id: string })[] = [];
  for (const { id, name, usual, dayTypes } of rows) {
    const calendar = await calendarOf(trx, id);
    const rooms = await roomsOf(trx, id);
    const weeks: { room: string; blocks: Awaited<ReturnType<typeof blocksOf>> }[] = [];
    for (const room of rooms)
      weeks.push({ room: room.name, blocks: await blocksOf(trx, { classroomId: room.id }) });
    // Bells nobody told are made up for reading; here only what is really stored counts.
    const stored = dayTypes ? calendar.dayTypes : [];
    const usualDayType = usual === null ? '' : calendar.usualDayType;
    known.push({
      id,
      name,
      calendar: { ...calendar, dayTypes: stored, usualDayType },
      people: await peopleOf(trx, id),
      rooms: rooms.map(({ id: _, grade, ...room }) => ({ ...room, grade: grade ?? undefined })),
      weeks,
    });
  }
  return known;
};

const roomsOf = (trx: Trx, schoolId: string) =>
  trx
    .selectFrom('classrooms')
    .innerJoin('members', 'members.id', 'classrooms.teacher_id')
    .select(['classrooms.id', 'classrooms.name', 'classrooms.grade', 'members.name as teacher'])
    .where('classrooms.school_id', '=', schoolId)
    .orderBy('classrooms.name')
    .execute();

const peopleOf = async (trx: Trx, schoolId: string): Promise<ImportedPerson[]> => {
  const rows = await trx
    .selectFrom('members')
    .leftJoin('addresses', 'addresses.member_id', 'members.id')
    .select(['members.id', 'name', 'role', 'discipline', 'platform', 'user_id'])
    .where('school_id', '=', schoolId)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  const posts = await postsOf(
    trx,
    rows.map(({ id }) => id),
  );
  const people = new Map<string, ImportedPerson>();
  for (const { id, name, role, discipline, platform, user_id: userId } of rows) {
    const before = people.get(id)?.accounts ?? [];
    const accounts = platform && userId ? [...before, { platform, userId }] : before;
    const alsoAt = posts.filter((post) => post.memberId === id && post.schoolId !== schoolId);
    people.set(id, {
      name,
      role,
      discipline: discipline ?? undefined,
      accounts,
      ...(alsoAt.length === 0 ? {} : { alsoAt: alsoAt.map(({ school }) => school) }),
    });
  }
  return [...people.values()];
};
