import type { Need, Proposal, ProposeInput, Taken } from '../core/propose.ts';
import { proposeTimes } from '../core/propose.ts';
import { addDays, isoWeekOf, type LocalDate, weekdayOf } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { type WhyNot, whyNot } from '../core/why-not.ts';
import { activePairingsOf, type PairingView } from '../store/pairings.ts';
import { timetableOf } from '../store/timetables.ts';
import { refusedThatTime, refusedThisWeek, type VisitView, visitsAround } from '../store/visits.ts';
import { classWeek } from './class-week.ts';
import type { Desk } from './desk.ts';

/** More than this is a list to study, not a choice between two lessons. */
const OFFERED = 5;

/** The coming week: the rest of this one, and from Friday on the next one too. */
export const comingDates = (desk: Desk): LocalDate[] => {
  const today = desk.local.date;
  const ahead = weekdayOf(today) >= 5 ? 12 - weekdayOf(today) : 5 - weekdayOf(today);
  return Array.from({ length: ahead + 1 }, (_, days) => addDays(today, days)).filter((date) =>
    isSchoolDay(desk.school, date),
  );
};

export interface Times {
  readonly pairings: readonly PairingView[];
  readonly proposals: readonly Proposal[];
  readonly visits: readonly VisitView[];
  readonly input: ProposeInput;
}

/** Ranked push-in times for a therapist's coming week, optionally for one pairing only. */
export const findTimes = async (desk: Desk, onlyPairing?: string): Promise<Times> => {
  const { trx, me, local } = desk;
  const pairings = (await activePairingsOf(trx, me.id)).filter(
    (pairing) => !onlyPairing || pairing.id === onlyPairing,
  );
  const dates = comingDates(desk);
  const last = dates[dates.length - 1] ?? local.date;
  const visits = await visitsAround(
    trx,
    { memberIds: [me.id], classroomIds: pairings.map((pairing) => pairing.classroomId) },
    addDays(local.date, -7),
    last,
  );
  const refused = await refusedThisWeek(trx, me.id, addDays(local.date, -7), last);
  const stillMissing = (pairing: PairingView, date: LocalDate): number =>
    refused.some((visit) => visit.pairingId === pairing.id && sameWeek(visit.date, date))
      ? 0
      : missing(pairing, visits, date);
  const elsewhen = await refusedThatTime(trx, me.id, local.date, last);
  const needs: Need[] = [];
  for (const pairing of pairings) {
    needs.push({
      pairingId: pairing.id,
      classroomId: pairing.classroomId,
      focuses: pairing.focuses,
      minutes: pairing.visitMinutes,
      missing: stillMissing(pairing, last),
      classDay: await classWeek(trx, pairing.classroomId, local.date, last),
    });
  }
  const input: ProposeInput = {
    needs,
    dates,
    therapist: await timetableOf(trx, me, local.date, last),
    taken: [
      ...visits.map((visit) => ({ ...visit, therapistBusy: visit.therapistId === me.id })),
      ...elsewhen.map((visit) => ({ ...visit, therapistBusy: false })),
      ...pairings.flatMap((pairing) => {
        const settled = dates.filter((date) => !sameWeek(date, last) && stillMissing(pairing, date) === 0);
        return settled.map((date) => closed(pairing, date));
      }),
    ],
    now: local,
    limit: OFFERED,
  };
  return { pairings, proposals: proposeTimes(input), visits, input };
};

/** From Friday on two weeks are looked at: the one that is refused or complete keeps its last days to itself. */
const closed = ({ classroomId }: PairingView, date: LocalDate): Taken => ({
  classroomId,
  date,
  start: 0,
  end: 24 * 60,
  therapistBusy: false,
});

const sameWeek = (a: LocalDate, b: LocalDate): boolean => isoWeekOf(a) === isoWeekOf(b);

/** Visits still to find in the week of `date`; a monthly mandate wants one of its visits at a time. */
const missing = (pairing: PairingView, visits: readonly VisitView[], date: LocalDate): number => {
  const planned = visits.filter(
    (visit) => visit.pairingId === pairing.id && sameWeek(visit.date, date),
  ).length;
  return Math.max(0, (pairing.period === 'week' ? pairing.visitCount : 1) - planned);
};

/** Why a class has nothing to offer, the most helpful reason of all its days. */
export const whyNothingIn = (times: Times, pairingId: string): WhyNot => {
  const helpful: WhyNot[] = [
    'all-taken',
    'you-are-busy',
    'no-fit',
    'test',
    'nothing-known',
    'too-late',
    'no-school',
  ];
  const reasons = times.input.dates.map((date) => whyNot(times.input, pairingId, date));
  return helpful.find((why) => reasons.includes(why)) ?? 'no-school';
};
