import type { School } from '../../core/classroom.ts';
import { addDays, mondayOf } from '../../core/time.ts';
import type { PlanNeed, WeekAsked } from '../../core/week-plan/caseload-of.ts';
import { stillDue } from '../../core/week-plan/student-mandate.ts';
import type { PairingView } from '../../store/pairings.ts';
import { mandatesOf, type Served, servedBetween } from '../../store/student-mandates.ts';
import { visitsAround } from '../../store/visits.ts';
import type { Desk } from '../desk.ts';
import { findTimes, type Times } from '../find-times.ts';

/** A school year: the longest time a mandate counts over. */
const YEAR_DAYS = 366;

/** All that is known for planning the coming school week of the therapist at this desk. */
export const askWeek = async (desk: Desk): Promise<{ readonly asked: WeekAsked; readonly times: Times }> => {
  const { trx, me, local, school } = desk;
  const times = await findTimes(desk);
  const monday = mondayOf(times.input.dates.at(-1) ?? local.date);
  const sunday = addDays(monday, 6);
  const mandates = await mandatesOf(
    trx,
    times.pairings.map(({ id }) => id),
  );
  const served = await servedBetween(trx, me.id, addDays(monday, -YEAR_DAYS), sunday);
  const rooms = roomNames(times.pairings, (pairing) => schoolOf(times, pairing) ?? school);
  const needs = times.pairings.flatMap((pairing): PlanNeed[] => {
    const need = times.input.needs.find(({ pairingId }) => pairingId === pairing.id);
    if (need === undefined) return [];
    const isRefused = times.refused.some(({ id }) => id === pairing.id);
    const own = mandates.filter(
      ({ pairingId, setting }) => pairingId === pairing.id && (setting === 'push_in' || setting === 'either'),
    );
    return [
      {
        ...need,
        room: rooms.get(pairing.id) ?? pairing.classroomName,
        mandates: own.map((mandate) => ({
          id: mandate.id,
          sessions: isRefused
            ? 0
            : stillDue(mandate, monday, datesServing(served, pairing.id, mandate.studentId)),
        })),
      },
    ];
  });
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
    standing: own.filter(({ date }) => date >= monday && date <= sunday),
    before: lastWeek.map((visit) => ({ ...visit, date: addDays(visit.date, 7) })),
  };
  return { asked, times };
};

const datesServing = (served: readonly Served[], pairingId: string, studentId: string | null): string[] =>
  served
    .filter((visit) => visit.pairingId === pairingId)
    .filter(
      ({ studentIds }) => studentIds === undefined || studentId === null || studentIds.includes(studentId),
    )
    .map(({ date }) => date);

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
