import type { Address, Discipline, Platform, Role } from '../core/people.ts';
import type { Instant, LocalDate, Minute } from '../core/time.ts';
import { rememberAddress } from '../store/addresses.ts';
import { addClassroom } from '../store/classrooms.ts';
import { deleteOrganization } from '../store/forget.ts';
import { addMember } from '../store/members.ts';
import { addInstallation, addOrganization } from '../store/organizations.ts';
import type { Db } from '../store/schema.ts';
import { addSchool, closeOn } from '../store/schools.ts';
import { withOrganization } from '../store/with-organization.ts';

export interface SchoolPlan {
  readonly organization: { readonly id: string; readonly name: string };
  readonly tenants: readonly { readonly platform: Platform; readonly tenantId: string }[];
  readonly school: {
    readonly name: string;
    readonly zone: string;
    readonly firstBell: Minute;
    readonly lastBell: Minute;
    readonly closedDates: readonly LocalDate[];
  };
  readonly people: readonly {
    readonly name: string;
    readonly role: Role;
    readonly discipline?: Discipline;
    readonly room?: string;
    readonly grade?: string;
    readonly address?: Address;
  }[];
}

/** A school with its people, all or nothing. Whoever has no address yet is met by code or first contact. */
export const openSchool = (db: Db, plan: SchoolPlan, now: Instant): Promise<void> =>
  withOrganization(db, plan.organization.id, async (trx) => {
    await addOrganization(trx, plan.organization.id, plan.organization.name);
    for (const { platform, tenantId } of plan.tenants) await addInstallation(trx, platform, tenantId);
    const { name, zone, firstBell, lastBell, closedDates } = plan.school;
    const schoolId = await addSchool(trx, {
      name,
      zone,
      first_bell: firstBell,
      last_bell: lastBell,
    });
    await closeOn(trx, schoolId, closedDates);
    for (const person of plan.people) {
      const { role, discipline, room, grade } = person;
      const id = await addMember(trx, {
        schoolId,
        name: person.name,
        role,
        ...(discipline ? { discipline } : {}),
      });
      if (room) await addClassroom(trx, { schoolId, teacherId: id, name: room, ...(grade ? { grade } : {}) });
      if (person.address) await rememberAddress(trx, id, person.address, now);
    }
  });

/** Everything an organization has, gone: the demo school starts each run from its first day. */
export const closeOrganization = (db: Db, organizationId: string): Promise<void> =>
  withOrganization(db, organizationId, deleteOrganization);
