import { randomUUID } from 'node:crypto';
import { sameName } from '../core/import/cells.ts';
import { onlyNew } from '../core/import/only-new.ts';
import type {
  ImportedPerson,
  ImportedSchool,
  KnownSchool,
  SchoolImport,
} from '../core/import/school-import.ts';
import type { Platform } from '../core/people.ts';
import type { Instant, Weekday } from '../core/time.ts';
import { importRefusals } from '../core/wording/import.ts';
import { CannotStart } from '../ports/cannot-start.ts';
import { rememberAddress } from '../store/addresses.ts';
import { replaceBlocks } from '../store/blocks.ts';
import { classroomByName } from '../store/classrooms.ts';
import {
  keepCycle,
  keepDates,
  keepDayType,
  keepFrame,
  keepReanchor,
  keepRoom,
  keepUsualDayType,
  keepWeekdayDayType,
} from '../store/keep-school.ts';
import { knownSchools } from '../store/known-schools.ts';
import { addMember, changeMember, memberByAddress, memberByName } from '../store/members.ts';
import { addOrganization, realOrganizations, tenantsOf } from '../store/organizations.ts';
import { replacePosts } from '../store/posts.ts';
import type { Db, Trx } from '../store/schema.ts';
import { addSchool, schools } from '../store/schools.ts';
import { takeTurn } from '../store/turns.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';
import { organizationNamed } from './find-subject.ts';

/** The organization files go into: the one named, the only one there is, or, before anybody joined, a new one. */
export const organizationForImport = async (db: Db, named: string | undefined): Promise<string> => {
  const all = await asScheduler(db, realOrganizations);
  return named === undefined && all.length === 0 ? randomUUID() : organizationNamed(db, named);
};

export const schoolsKnownTo = (db: Db, organizationId: string): Promise<KnownSchool[]> =>
  withOrganization(db, organizationId, knownSchools);

/** All or nothing, in one transaction. Answers with what was new to it. */
export const importSchools = (
  db: Db,
  organizationId: string,
  wanted: SchoolImport,
  now: Instant,
): Promise<SchoolImport> =>
  withOrganization(db, organizationId, async (trx) => {
    await takeTurn(trx, 'import');
    await addOrganization(trx, organizationId, 'My district');
    const fresh = onlyNew(wanted, await knownSchools(trx));
    for (const school of fresh.schools) await keepSchool(trx, school, now);
    await keepPosts(trx, fresh);
    return fresh;
  });

/** Once every school is there that somebody speaks for. */
const keepPosts = async (trx: Trx, fresh: SchoolImport): Promise<void> => {
  const all = await schools(trx);
  const idsOf = (names: readonly string[]) =>
    names.flatMap((name) => all.find((one) => sameName(one.name) === sameName(name))?.id ?? []);
  for (const { name: home, people } of fresh.schools)
    for (const { name, alsoAt = [] } of people) {
      if (alsoAt.length === 0) continue;
      const [schoolId = ''] = idsOf([home]);
      const member = await memberByName(trx, schoolId, name);
      if (member) await replacePosts(trx, member.id, [schoolId, ...idsOf(alsoAt)]);
    }
};

export const keepSchool = async (trx: Trx, school: ImportedSchool, now: Instant): Promise<void> => {
  const id = await schoolIdOf(trx, school);
  if (school.frame) await keepFrame(trx, id, school.frame);
  for (const type of school.dayTypes) await keepDayType(trx, id, type);
  if (school.usualDayType !== undefined) await keepUsualDayType(trx, id, school.usualDayType);
  await keepDates(trx, id, school.dates);
  for (const [weekday, dayType] of Object.entries(school.weekdayDayTypes))
    await keepWeekdayDayType(trx, id, Number(weekday) as Weekday, dayType);
  for (const cycle of school.cycles) await keepCycle(trx, id, cycle);
  for (const reanchor of school.reanchors) await keepReanchor(trx, id, reanchor);
  const tenants = await tenantsOf(trx);
  for (const person of school.people) await keepPerson(trx, id, person, tenants, now);
  for (const room of school.rooms) {
    const teacher = await memberByName(trx, id, room.teacher);
    const teacherId =
      teacher?.id ?? (await addMember(trx, { schoolId: id, name: room.teacher, role: 'teacher' }));
    await keepRoom(trx, id, teacherId, room);
  }
  for (const { room, blocks } of school.weeks) {
    const classroom = await classroomByName(trx, id, room);
    if (!classroom) throw new RangeError(`The school has no room ${room}`);
    await replaceBlocks(trx, { classroomId: classroom.id }, blocks);
  }
};

const schoolIdOf = async (trx: Trx, school: ImportedSchool): Promise<string> => {
  const known = (await knownSchools(trx)).find((one) => sameName(one.name) === sameName(school.name));
  if (known) return known.id;
  const usual = school.dayTypes.find(({ name }) => name === school.usualDayType);
  if (!school.frame || !usual) throw new RangeError('A new school needs its zone and its bells');
  return addSchool(trx, {
    name: school.name,
    zone: school.frame.zone,
    first_bell: usual.firstBell,
    last_bell: usual.lastBell,
  });
};

type Tenants = readonly { readonly platform: Platform; readonly tenantId: string }[];

/** Found by account, else by name in the school; what they told PushIn themselves since stays theirs. */
const keepPerson = async (
  trx: Trx,
  schoolId: string,
  person: ImportedPerson,
  tenants: Tenants,
  now: Instant,
): Promise<void> => {
  const { name, role, discipline } = person;
  const addresses = person.accounts.flatMap(({ platform, userId }) => {
    const here = tenants.filter((tenant) => tenant.platform === platform);
    const [tenant] = here;
    if (!tenant || here.length > 1) throw new CannotStart(importRefusals.tenant(platform, here.length));
    return [{ platform, tenantId: tenant.tenantId, userId, conversation: {} }];
  });
  let known = await memberByName(trx, schoolId, name);
  for (const { platform, tenantId, userId } of addresses)
    known = (await memberByAddress(trx, platform, tenantId, userId)) ?? known;
  const fields = { schoolId, name, role, ...(discipline ? { discipline } : {}) };
  if (known) await changeMember(trx, known.id, fields);
  const id = known?.id ?? (await addMember(trx, fields));
  for (const address of addresses) await rememberAddress(trx, id, address, now);
};
