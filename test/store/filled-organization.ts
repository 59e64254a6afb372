import { randomUUID } from 'node:crypto';
import { HOUR } from '../../src/core/time.ts';
import { type PlanSource, quickWeek } from '../../src/core/week-plan/planned-week.ts';
import { addAbsences, replaceShifts } from '../../src/store/absences.ts';
import { sayActivity } from '../../src/store/activities.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { take } from '../../src/store/allowances.ts';
import { notePlanned } from '../../src/store/ask-plans.ts';
import { ensureAsk } from '../../src/store/asks.ts';
import { replaceBlocks } from '../../src/store/blocks.ts';
import { sayChange } from '../../src/store/changes.ts';
import { keepPreference } from '../../src/store/class-preferences.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { sayHow } from '../../src/store/feedback.ts';
import { firstTime } from '../../src/store/inbox.ts';
import { addInvitation } from '../../src/store/invitations.ts';
import { makeJoining } from '../../src/store/joinings.ts';
import {
  keepCycle,
  keepDates,
  keepDayType,
  keepReanchor,
  keepUsualDayType,
  keepWeekdayDayType,
} from '../../src/store/keep-school.ts';
import { addMember } from '../../src/store/members.ts';
import { noteMinutes } from '../../src/store/minutes.ts';
import { noteMisreadings } from '../../src/store/misreadings.ts';
import { addInstallation, addOrganization } from '../../src/store/organizations.ts';
import { queue } from '../../src/store/outbox.ts';
import { sayMandate } from '../../src/store/pairing-mandates.ts';
import { invite } from '../../src/store/pairings.ts';
import { offerPart } from '../../src/store/para-offers.ts';
import { addClassPara } from '../../src/store/paras.ts';
import { replacePullOuts } from '../../src/store/pull-outs.ts';
import { addReview } from '../../src/store/reviews.ts';
import type { Db, Trx } from '../../src/store/schema.ts';
import { addSchool } from '../../src/store/schools.ts';
import { addStrategy, sayTried } from '../../src/store/strategies.ts';
import { addMandates, mandatesOf } from '../../src/store/student-mandates.ts';
import { addStudents, studentsOfPairing } from '../../src/store/students.ts';
import { queueSwapSearch } from '../../src/store/swap-searches.ts';
import { startTeamPlan } from '../../src/store/team-plans.ts';
import { addTouchBase } from '../../src/store/touch-bases.ts';
import { noteRead } from '../../src/store/trail.ts';
import { keepNote } from '../../src/store/visit-notes.ts';
import { addVisitStudents, holdVisit } from '../../src/store/visits.ts';
import { startWeekPlan } from '../../src/store/week-plans.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { fillPreparations } from './filled-preparations.ts';

/** Monday, 2026-11-30, 7:40 in New York. */
export const start = Date.UTC(2026, 10, 30, 12, 40);
export const zone = 'America/New_York';
export const date = '2026-12-01';

/** Nobody to see, which is a week too. */
const emptySource = (therapistId: string): PlanSource => ({
  monday: '2026-11-30',
  rooms: {},
  caseload: {
    name: 'nothing',
    slotMinutes: 15,
    visitMinutes: 30,
    groupCap: 3,
    classVisitsPerDay: 2,
    midday: { start: '11:45', end: '12:15' },
    weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
    fit: {},
    therapists: [{ id: therapistId, discipline: 'ot', schools: ['s'], busy: [] }],
    classes: [],
    services: [],
    lastWeek: [],
  },
});

/** An organization with something in every table. */
export const fillOrganization = (db: Db, id: string, tenantId: string) =>
  withOrganization(db, id, async (trx) => {
    await addOrganization(trx, id, 'District');
    await addInstallation(trx, 'slack', tenantId);
    const schoolId = await addSchool(trx, { name: 'School', zone, first_bell: 490, last_bell: 885 });
    const teacherId = await addMember(trx, { schoolId, name: 'Ms. Hill', role: 'teacher' });
    const therapistId = await addMember(trx, {
      schoolId,
      name: 'Ann Reed',
      role: 'therapist',
      discipline: 'ot',
    });
    const address = { platform: 'slack', tenantId, userId: 'U1', conversation: {} } as const;
    await rememberAddress(trx, teacherId, address, start);
    await addInvitation(trx, 'ABCD-EFGH', teacherId, start);
    await makeJoining(trx, 'JOIN-CODE', teacherId, start);
    const classroomId = await addClassroom(trx, { schoolId, teacherId, name: 'Room 1' });
    const span = { start: 540, end: 570 };
    const block = { ...span, weekdays: [2], kind: 'writing', withStudents: true } as const;
    await replaceBlocks(trx, { classroomId }, [block]);
    await keepDayType(trx, schoolId, {
      name: 'Regular',
      firstBell: 490,
      lastBell: 885,
      periods: [{ name: '1', ...span }],
    });
    await keepUsualDayType(trx, schoolId, 'Regular');
    await keepWeekdayDayType(trx, schoolId, 3, 'Regular');
    await keepDates(trx, schoolId, [{ date: '2026-11-26', dayType: undefined, name: 'Thanksgiving' }]);
    const anchor = { date, day: 'A' };
    await keepCycle(trx, schoolId, { name: 'A/B', dayNames: ['A', 'B'], onClosed: 'skip', anchor });
    await keepReanchor(trx, schoolId, { cycle: 'A/B', date, day: 'B' });
    await trx
      .insertInto('terms')
      .values({ school_id: schoolId, name: 'Fall', start_date: '2026-09-08', end_date: '2027-01-29' })
      .execute();
    const dates = { start: date, end: date };
    const change = { schoolId, dates, saidBy: teacherId, saidAt: start } as const;
    await sayChange(trx, { ...change, what: { do: 'cancel', when: 'all day' } });
    await addAbsences(trx, therapistId, [dates], start, randomUUID());
    await replaceShifts(trx, therapistId, [{ schoolId, weekdays: [1, 2] }]);
    await noteMisreadings(trx, [{ about: 'activity', heard: 'centers', meant: 'writing' }], start);
    const activityId = await sayActivity(trx, {
      classroom_id: classroomId,
      date,
      start_minute: 540,
      end_minute: 570,
      kind: 'writing',
      source: 'teacher',
      welcome: null,
      said_by: teacherId,
      said_at: new Date(start),
    });
    const pairing = { therapistId, teacherId, classroomId, visitCount: 2, visitMinutes: 30 };
    const pairingId =
      (await invite(trx, { ...pairing, focuses: ['fine_motor'], period: 'week' }, start)) ?? '';
    await addStudents(trx, pairingId, classroomId, ['K.', 'Otter']);
    const line = { count: 2, minutes: 30, setting: 'push_in' } as const;
    const lines = (await studentsOfPairing(trx, pairingId)).map(({ id: studentId }) => ({
      ...line,
      studentId,
    }));
    await addMandates(trx, pairingId, { period: 'week', rhythm: 'every_week', lines });
    const ask = await ensureAsk(trx, { ...span, classroomId, teacherId, date }, start);
    const visit = { ...span, pairingId, therapistId, teacherId, classroomId, date, zone } as const;
    const visitId = (await holdVisit(trx, { ...visit, kind: 'writing', focus: 'fine_motor' }, start)) ?? '';
    const mandates = await mandatesOf(trx, [pairingId]);
    await addVisitStudents(
      trx,
      visitId,
      mandates.flatMap(({ studentId }) => studentId ?? []),
    );
    const caseload = emptySource(therapistId);
    await startWeekPlan(trx, therapistId, caseload, quickWeek(caseload.caseload), start);
    await fillPreparations(trx, { pairingId, visitId, teacherId, classroomId, date, at: new Date(start) });
    await queueSwapSearch(trx, { subjectId: activityId, therapistId, heldUntil: start + HOUR }, start);
    await startTeamPlan(trx, teacherId, start);
    await addTouchBase(trx, pairingId, '2026-W49', undefined);
    await fillAfterwards(trx, { pairingId, visitId, teacherId, therapistId });
    const paraId = await addMember(trx, { schoolId, name: 'Ms. Lee', role: 'para' });
    await addClassPara(trx, classroomId, paraId, start);
    await offerPart(trx, { visitId, paraId, part: 'joins' }, start);
    await keepPreference(trx, classroomId, ['writing'], start);
    await replacePullOuts(trx, pairingId, [{ ...span, weekdays: [3] }]);
    const times = { notBefore: start, due: start, usefulUntil: start + HOUR };
    await queue(trx, { key: 'k', memberId: teacherId, purpose: 'ask', subjectId: ask.id, ...times }, start);
    await firstTime(trx, 'a key', start);
    await take(trx, 'slack send', { burst: 1, everyMs: 1000 }, 1, start);
    await notePlanned(trx, schoolId, date, start);
    await noteRead(trx, teacherId, 'touch-base notes', pairingId, start);
    return { schoolId, teacherId, therapistId, classroomId, pairingId, activityId, askId: ask.id, visitId };
  });

/** What comes after a visit. */
const fillAfterwards = async (
  trx: Trx,
  known: { pairingId: string; visitId: string; teacherId: string; therapistId: string },
): Promise<void> => {
  const { pairingId, visitId, teacherId, therapistId } = known;
  await sayMandate(trx, pairingId, { count: 2, minutes: 30, period: 'week', from: date }, start);
  const note = {
    found: [],
    did: [],
    consultMinutes: 5,
    tally: undefined,
    promptLevel: undefined,
    nextTest: 'Wait',
  };
  await keepNote(trx, visitId, note, start);
  const noted = { pairingId, date, minutes: 30, kind: 'pull_out', reason: null, missed: 'math' } as const;
  await noteMinutes(trx, noted, start);
  const strategy = {
    pairingId,
    madeBy: therapistId,
    words: 'Wait',
    cue: null,
    reviewOn: '2026-12-20',
    readers: [teacherId],
  };
  const strategyId = await addStrategy(trx, strategy, start);
  await sayTried(trx, { strategyId, memberId: teacherId, date, said: 'helped' });
  await sayHow(trx, visitId, 'well', start);
  await addReview(trx, pairingId, date);
};
