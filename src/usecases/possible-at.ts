import type { Proposal } from '../core/possible-visits.ts';
import type { LocalDate, Minute } from '../core/time.ts';
import type { VisitSetting } from '../core/visit-setting.ts';
import { placeNeeds } from '../core/week-plan/place-needs.ts';
import { possibleTimes } from '../core/week-plan/possible-times.ts';
import { mandatesOf } from '../store/student-mandates.ts';
import type { Desk } from './desk.ts';
import { askWeek } from './week-plan/ask-week.ts';

interface Wanted {
  readonly pairingId: string;
  readonly setting: VisitSetting;
  readonly date: LocalDate;
  readonly start: Minute;
}

/** A session outside the class or a talk as it can still be had then, with the students who miss one. */
export const possibleAt = async (
  desk: Desk,
  { pairingId, setting, date, start }: Wanted,
): Promise<{ readonly visit: Proposal | undefined; readonly studentIds: readonly string[] }> => {
  const { asked, times } = await askWeek(desk);
  const need = asked.needs.find((one) => one.pairingId === pairingId);
  const place = need && placeNeeds(need).find((one) => one.setting === setting);
  if (place === undefined || place.isPlanned) return { visit: undefined, studentIds: [] };
  const due = place.need.mandates.filter(({ sessions }) => sessions > 0).map(({ id }) => id);
  const mandates = await mandatesOf(desk.trx, [pairingId]);
  return {
    visit: possibleTimes(times.input, place.need, setting, date).find((one) => one.start === start),
    studentIds: mandates.filter(({ id }) => due.includes(id)).flatMap(({ studentId }) => studentId ?? []),
  };
};
