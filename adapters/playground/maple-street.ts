import { demoOrganizationId } from '../../src/core/demo-school.ts';
import { instantOf } from '../../src/core/time.ts';
import type { SchoolPlan } from '../../src/usecases/open-school.ts';
import type { Seat } from './seats.ts';

/** The demo school: its people exist nowhere else. */
export const zone = 'America/New_York';
export const slackTeam = 'T0MAPLE';
export const teamsTenant = '6d61706c-6500-4000-8000-000000000001';

/**
 * A Friday after the last bell: everybody can be written to, and a whole week lies ahead. On Sunday the clocks go
 * back, so the first Monday at 7:40 shows that a school's morning stays where it is.
 */
export const firstMoment = instantOf('2026-10-30', 15 * 60, zone);

const people = [
  {
    id: 'U0MAYA',
    name: 'Maya Brooks',
    platform: 'slack',
    role: 'therapist',
    discipline: 'ot',
    line: 'Occupational therapist',
    initials: 'MB',
    color: '#7c3f8c',
  },
  {
    id: 'b1a70000-0000-4000-8000-0000000000a1',
    name: 'Ms. Rivera',
    platform: 'teams',
    role: 'teacher',
    room: 'Room 12',
    grade: '2',
    line: 'Teacher, grade 2, Room 12',
    initials: 'AR',
    color: '#4f52b2',
  },
  {
    id: 'U0JONAH',
    name: 'Jonah Price',
    platform: 'slack',
    role: 'therapist',
    discipline: 'speech',
    line: 'Speech therapist',
    initials: 'JP',
    color: '#2f6f8f',
  },
  {
    id: 'U0OKAFOR',
    name: 'Mr. Okafor',
    platform: 'slack',
    role: 'teacher',
    room: 'Room 7',
    grade: '1',
    line: 'Teacher, grade 1, Room 7',
    initials: 'DO',
    color: '#a3552b',
  },
  {
    id: 'b1a70000-0000-4000-8000-0000000000a2',
    name: 'Ms. Bell',
    platform: 'teams',
    role: 'para',
    line: 'Para, grade 2',
    initials: 'LB',
    color: '#8a5a2b',
  },
  {
    id: 'U0DANA',
    name: 'Dana Lee',
    platform: 'slack',
    role: 'coordinator',
    line: 'Coordinator',
    initials: 'DL',
    color: '#4d6b3c',
  },
] as const;

export const seats: readonly Seat[] = people.map(({ id, name, platform, line, initials, color }) => ({
  id,
  name,
  platform,
  role: line,
  avatar: { initials, color },
}));

export const organizationId = demoOrganizationId;

/** The school as an import would bring it in; `botUrl` is where the small Teams answers. */
export const plan = (botUrl: string): SchoolPlan => ({
  organization: { id: organizationId, name: 'Maple Street' },
  tenants: [
    { platform: 'slack', tenantId: slackTeam },
    { platform: 'teams', tenantId: teamsTenant },
  ],
  school: {
    name: 'Maple Street School',
    zone,
    firstBell: 8 * 60 + 10,
    lastBell: 14 * 60 + 45,
    closedDates: [],
  },
  people: people.map((person) => ({
    name: person.name,
    role: person.role,
    ...('discipline' in person ? { discipline: person.discipline } : {}),
    ...('room' in person ? { room: person.room, grade: person.grade } : {}),
    address:
      person.platform === 'slack'
        ? { platform: 'slack', tenantId: slackTeam, userId: person.id, conversation: {} }
        : {
            platform: 'teams',
            tenantId: teamsTenant,
            userId: `29:${person.id}`,
            conversation: { serviceUrl: `${botUrl}/playground/teams` },
          },
  })),
});
