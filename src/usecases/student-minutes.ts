import { grouped } from '../core/grouped.ts';
import { paceOf, totalsOf } from '../core/minutes/pace.ts';
import { currentPages, pagesOf } from '../core/minutes/pair-ledger.ts';
import { studentLedgerOf } from '../core/minutes/student-ledger.ts';
import { isSchoolDay } from '../core/timetable.ts';
import type { StudentMandate } from '../core/week-plan/student-mandate.ts';
import type { StudentMinutes } from '../core/wording/student-minutes.ts';
import { entriesOf } from '../store/minutes.ts';
import { makeUpRule } from '../store/organizations.ts';
import { mandatesOfPairings } from '../store/pairing-mandates.ts';
import { activePairingsOf } from '../store/pairings.ts';
import { mandatesOf, studentsOfVisits } from '../store/student-mandates.ts';
import { studentAliases } from '../store/students.ts';
import type { Desk } from './desk.ts';

/** A line for each student of the pairs in which they are to get different minutes; elsewhere the pair's sum says it. */
export const studentMinutesOf = async ({ trx, me, local, school }: Desk): Promise<StudentMinutes[]> => {
  const today = local.date;
  const pairings = await activePairingsOf(trx, me.id);
  const mandates = await mandatesOf(
    trx,
    pairings.map(({ id }) => id),
  );
  const ofPair = (id: string) => mandates.filter(({ pairingId }) => pairingId === id);
  const differing = pairings.filter(({ id }) => differ(ofPair(id)));
  if (differing.length === 0) return [];
  const ids = differing.map(({ id }) => id);
  const rule = await makeUpRule(trx);
  const began = await mandatesOfPairings(trx, ids);
  const entries = await entriesOf(trx, ids);
  const visitIds = [...entries.values()].flat().flatMap(({ visitId }) => visitId ?? []);
  const served = await studentsOfVisits(trx, visitIds);
  const aliases = await studentAliases(
    trx,
    mandates.flatMap(({ studentId }) => studentId ?? []),
  );
  return differing
    .flatMap(({ id, classroomName }) => {
      const own = ofPair(id);
      const students = [...new Set(own.map(({ studentId }) => studentId))];
      return students.map((studentId): StudentMinutes => {
        const ledger = studentLedgerOf({
          studentId,
          mandates: own,
          entries: (entries.get(id) ?? []).map((one) => ({
            ...one,
            students: served.get(one.visitId ?? ''),
          })),
          begins: (began.get(id) ?? []).map(({ from }) => from).sort()[0] ?? today,
          today,
          rule,
          isSchoolDay: (date) => isSchoolDay(school, date),
        });
        const pages = pagesOf(ledger).filter(({ start }) => start <= today);
        return {
          room: classroomName,
          alias: aliases.get(studentId ?? '') ?? '',
          current: totalsOf(currentPages(ledger, today)),
          pace: paceOf({ pages }, today),
        };
      });
    })
    .sort((a, b) => (a.room + a.alias < b.room + b.alias ? -1 : 1));
};

/** Of those in force, somebody's is not like the others'. */
const differ = (mandates: readonly StudentMandate[]): boolean => {
  const current = mandates.filter(({ endsOn }) => endsOn === null);
  const said = grouped(
    current.map(({ studentId, count, minutes, period, setting }) => [
      studentId,
      `${count} ${minutes} ${period} ${setting}`,
    ]),
  );
  return new Set([...said.values()].map((lines) => lines.sort().join())).size > 1;
};
