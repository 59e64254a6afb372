import type { School } from '../../core/classroom.ts';
import { addDays, mondayOf } from '../../core/time.ts';
import { trackOf } from '../../core/visit-setting.ts';
import type { PlanNeed, WeekAsked } from '../../core/week-plan/caseload-of.ts';
import { type StudentMandate, settingIn, stillDue } from '../../core/week-plan/student-mandate.ts';
import { missedSince } from '../../store/minutes.ts';
import type { PairingView } from '../../store/pairings.ts';
import { type PullOut, pullOutsOf } from '../../store/pull-outs.ts';
import { mandatesOf, type Served, servedBetween } from '../../store/student-mandates.ts';
import { visitsAround } from '../../store/visits.ts';
import type { Desk } from '../desk.ts';
import { findTimes, type Times } from '../find-times.ts';
import { teacherFreeIn } from './teacher-free.ts';

/** A school year: the longest time a mandate counts over. */
const YEAR_DAYS = 366;
/** A quarter: what was missed before that was caught up with, or is past it. */
const MISSED_DAYS = 91;

/** All that is known for planning the coming school week of the therapist at this desk. */
export const askWeek = async (desk: Desk): Promise<{ readonly asked: WeekAsked; readonly times: Times }> => {
  const { trx, me, local, school } = desk;
  const times = await findTimes(desk);
  const monday = mondayOf(times.input.dates.at(-1) ?? local.date);
  const sunday = addDays(monday, 6);
  const ids = times.pairings.map(({ id }) => id);
  const mandates = await mandatesOf(trx, ids);
  const served = [
    ...(await servedBetween(trx, me.id, addDays(monday, -YEAR_DAYS), sunday)),
    ...standingIn(await pullOutsOf(trx, [me.id]), monday),
  ];
  const missed = await missedSince(trx, ids, addDays(monday, -MISSED_DAYS));
  const rooms = roomNames(times.pairings, (pairing) => schoolOf(times, pairing) ?? school);
  const needs: PlanNeed[] = [];
  for (const pairing of times.pairings) {
    const need = times.input.needs.find(({ pairingId }) => pairingId === pairing.id);
    if (need === undefined) continue;
    const isRefused = times.refused.some(({ id }) => id === pairing.id);
    const own = mandates.filter(({ pairingId }) => pairingId === pairing.id);
    const current = own.filter(({ endsOn }) => endsOn === null || endsOn >= monday);
    const due = current.map((mandate) => ({
      id: mandate.id,
      minutes: mandate.minutes,
      setting: settingIn(mandate, monday),
      sessions: isRefused ? 0 : stillDue(mandate, monday, datesServing(served, mandate, own, monday)),
    }));
    const talks = due.some(({ setting }) => setting === 'consult');
    needs.push({
      ...need,
      room: rooms.get(pairing.id) ?? pairing.classroomName,
      mandates: due,
      missed: missed.get(pairing.id) ?? new Map(),
      ...(talks ? { teacherFree: await teacherFreeIn(desk, pairing, need, times.input.dates) } : {}),
    });
  }
  const own = times.visits.filter((visit) => visit.therapistId === me.id);
  const lastWeek = await visitsAround(
    trx,
    { memberIds: [me.id], classroomIds: [] },
    addDays(monday, -7),
    addDays(monday, -3),
  );
  const asked: WeekAsked = {
    monday,
    therapist: { id: me.id, discipline: me.discipline ?? '' },
    needs,
    input: times.input,
    ifAsked: times.ifAsked,
    standing: own.filter(({ date }) => date >= monday && date <= sunday),
    before: lastWeek.map((visit) => ({ ...visit, date: addDays(visit.date, 7) })),
  };
  return { asked, times };
};

/** A time of every week outside the class is a session that needs no planning, this week and in those before it. */
const standingIn = (pullOuts: readonly PullOut[], monday: string): Served[] =>
  pullOuts.flatMap(({ pairingId, weekdays }) =>
    weekdays.flatMap((weekday) =>
      Array.from({ length: MISSED_DAYS / 7 + 1 }, (_, weeks) => ({
        pairingId,
        date: addDays(monday, weekday - 1 - 7 * weeks),
        setting: 'pull_out' as const,
        studentIds: undefined,
      })),
    ),
  );

/** A visit to the class serves no talk, and none outside where both are mandated. */
const datesServing = (
  served: readonly Served[],
  mandate: StudentMandate,
  all: readonly StudentMandate[],
  monday: string,
): string[] => {
  const { pairingId, studentId } = mandate;
  const track = trackOf(settingIn(mandate, monday));
  const others = all
    .filter((other) => other.id !== mandate.id && other.studentId === studentId)
    .map((other) => trackOf(settingIn(other, monday)));
  return served
    .filter((visit) => visit.pairingId === pairingId)
    .filter(
      ({ studentIds }) => studentIds === undefined || studentId === null || studentIds.includes(studentId),
    )
    .filter(({ setting }) => {
      const was = trackOf(setting);
      if (was === track) return true;
      return was !== 'adults' && track !== 'adults' && !others.includes(was);
    })
    .map(({ date }) => date);
};

const schoolOf = ({ input }: Times, pairing: PairingView): School | undefined =>
  input.needs.find(({ pairingId }) => pairingId === pairing.id)?.classDay.school;

/** "Room 12", with its school and teacher only where there are two of that name. */
const roomNames = (
  pairings: readonly PairingView[],
  schoolOfPairing: (pairing: PairingView) => School,
): ReadonlyMap<string, string> => {
  const tries = [
    (pairing: PairingView) => pairing.classroomName,
    (pairing: PairingView) => `${pairing.classroomName}, ${schoolOfPairing(pairing).name}`,
    (pairing: PairingView) => `${pairing.classroomName}, ${pairing.teacherName}`,
    (pairing: PairingView) => pairing.id,
  ];
  const isUnique = (name: string, named: (pairing: PairingView) => string) =>
    pairings.filter((other) => named(other) === name).length === 1;
  return new Map(
    pairings.map((pairing) => {
      const named = tries.find((way) => isUnique(way(pairing), way));
      return [pairing.id, named?.(pairing) ?? pairing.id];
    }),
  );
};
