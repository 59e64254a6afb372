import { sql } from 'kysely';
import type { Address } from '../src/core/people.ts';
import { classroomsOfTeacher } from '../src/store/classrooms.ts';
import { membersOfRole } from '../src/store/members.ts';
import { invite, settlePairing } from '../src/store/pairings.ts';
import type { Db } from '../src/store/schema.ts';
import { holdVisit, settleVisit } from '../src/store/visits.ts';
import { withOrganization } from '../src/store/with-organization.ts';
import { deskFor } from '../src/usecases/desk.ts';
import { comingDates } from '../src/usecases/find-times.ts';
import { openSchool, type SchoolPlan } from '../src/usecases/open-school.ts';
import { slack } from './slack-command.ts';
import { chatOf, teams } from './teams-message.ts';

const organizationId = '62656e63-6800-4000-8000-000000000000';
const zone = 'America/New_York';
const therapists = 200;
const classes = 400;
const each = 5;

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);

/** Half of the therapists write from Slack, half from Teams. */
export const slackUsers = numbered('U0BENCH', therapists / 2);
export const teamsUsers = numbered('29:bench', therapists / 2);

const addressOf = (index: number, serviceUrl: string): Address => {
  const userId = (index % 2 === 0 ? slackUsers : teamsUsers)[Math.floor(index / 2)] ?? '';
  return index % 2 === 0
    ? { platform: 'slack', tenantId: slack.teamId, userId, conversation: {} }
    : {
        platform: 'teams',
        tenantId: teams.tenantId,
        userId,
        conversation: { serviceUrl, conversationId: chatOf(userId) },
      };
};

const plan = (serviceUrl: string): SchoolPlan => ({
  organization: { id: organizationId, name: 'Bench' },
  tenants: [
    { platform: 'slack', tenantId: slack.teamId },
    { platform: 'teams', tenantId: teams.tenantId },
  ],
  school: { name: 'Bench School', zone, firstBell: 8 * 60, lastBell: 15 * 60, closedDates: [] },
  people: [
    ...numbered('Therapist ', therapists).map((name, index) => ({
      name,
      role: 'therapist' as const,
      discipline: 'ot' as const,
      address: addressOf(index, serviceUrl),
    })),
    ...numbered('', classes).map((number) => ({
      name: `Teacher ${number}`,
      role: 'teacher' as const,
      room: `Room ${number}`,
    })),
  ],
});

/** 1,000 pairings of 200 therapists with 400 classes, and an agreed visit of each in the week `week` shows. */
export const fillDistrict = async (db: Db, serviceUrl: string): Promise<void> => {
  const now = Date.now();
  await openSchool(db, plan(serviceUrl), now);
  await withOrganization(db, organizationId, async (trx) => {
    const teachers = await membersOfRole(trx, 'teacher');
    let count = 0;
    for (const therapist of await membersOfRole(trx, 'therapist')) {
      const dates = comingDates(await deskFor(trx, therapist, now));
      for (let nth = 0; nth < each; nth += 1, count += 1) {
        const teacher = teachers[count % classes];
        const date = dates[nth % dates.length];
        const [room] = teacher ? await classroomsOfTeacher(trx, teacher.id) : [];
        if (!teacher || !room || !date) throw new Error('the district was not filled');
        const who = { therapistId: therapist.id, teacherId: teacher.id, classroomId: room.id };
        const pairingId = await invite(
          trx,
          { ...who, focuses: ['fine_motor'], visitCount: 1, visitMinutes: 20, period: 'week' },
          now,
        );
        if (pairingId === undefined) throw new Error('a pairing stands twice');
        await settlePairing(trx, pairingId, 'invited', 'active');
        // Never two at once, neither for a therapist nor in a room, whatever the dates are.
        const start = 8 * 60 + 30 + 20 * (nth + each * Math.floor(count / classes));
        const visit = await holdVisit(
          trx,
          { ...who, pairingId, date, start, end: start + 20, zone, kind: 'writing', focus: 'fine_motor' },
          now,
        );
        if (visit === undefined) throw new Error('a visit found its time taken');
        await settleVisit(trx, visit, ['proposed'], 'agreed');
      }
    }
  });
  // Postgres does this by itself within a minute, which would fall into the middle of the measuring.
  await sql`analyze`.execute(db);
};
