import { bestKept } from '../core/best-kept.ts';
import type { ClassDay } from '../core/class-day.ts';
import type { School } from '../core/classroom.ts';
import { LEAD_MINUTES, possibleVisits } from '../core/possible-visits.ts';
import type { Need, Proposal, ProposeInput, Taken } from '../core/propose.ts';
import { proposeTimes } from '../core/propose.ts';
import { addDays, instantOf, isoWeekOf, type LocalDate, localTime, weekdayOf } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { takesRoom } from '../core/visit-setting.ts';
import { type WhyNot, whyNot } from '../core/why-not.ts';
import { preferencesOf } from '../store/class-preferences.ts';
import { activePairingsOf, type PairingView } from '../store/pairings.ts';
import { timetableOf } from '../store/timetables.ts';
import { refusedThatTime, refusedThisWeek, type VisitView, visitsAround } from '../store/visits.ts';
import { classWeek } from './class-week.ts';
import type { Desk } from './desk.ts';
import { ledgersOf, visitsOwed } from './pair-ledger.ts';
import { nextOpenFor } from './tell.ts';

/** More than this is a list to study, not a choice between two lessons. */
const OFFERED = 5;

/** The coming week: the rest of this one, and from Friday on the next one too. */
export const comingWeek = (today: LocalDate): LocalDate[] => {
  const ahead = weekdayOf(today) >= 5 ? 12 - weekdayOf(today) : 5 - weekdayOf(today);
  return Array.from({ length: ahead + 1 }, (_, days) => addDays(today, days));
};

/** Its school days at the member's own school. */
export const comingDates = (desk: Desk): LocalDate[] =>
  comingWeek(desk.local.date).filter((date) => isSchoolDay(desk.school, date));

export interface Times {
  readonly pairings: readonly PairingView[];
  readonly proposals: readonly Proposal[];
  readonly visits: readonly VisitView[];
  readonly input: ProposeInput;
  /** The same, but for the times at which the teacher could not be asked before. */
  readonly ifAsked: ProposeInput;
  /** Classes that said “not this week” for the week looked at. */
  readonly refused: readonly PairingView[];
}

/** Ranked push-in times for a therapist's coming week, optionally for one pairing only. */
export const findTimes = async (desk: Desk, onlyPairing?: string): Promise<Times> => {
  const { trx, me, local } = desk;
  const pairings = (await activePairingsOf(trx, me.id)).filter(
    (pairing) => !onlyPairing || pairing.id === onlyPairing,
  );
  const week = comingWeek(local.date);
  const classDays = new Map<string, ClassDay>();
  for (const { id, classroomId } of pairings)
    classDays.set(id, await classWeek(trx, classroomId, local.date, week.at(-1) ?? local.date));
  const schoolOf = ({ id }: PairingView): School => classDays.get(id)?.school ?? desk.school;
  const dates = week.filter((date) => pairings.some((pairing) => isSchoolDay(schoolOf(pairing), date)));
  const last = dates.at(-1) ?? local.date;
  const visits = await visitsAround(
    trx,
    { memberIds: [me.id], classroomIds: pairings.map((pairing) => pairing.classroomId) },
    addDays(local.date, -7),
    last,
  );
  const refused = await refusedThisWeek(trx, me.id, addDays(local.date, -7), last);
  const isRefused = (pairing: PairingView, date: LocalDate): boolean =>
    refused.some((visit) => visit.pairingId === pairing.id && sameWeek(visit.date, date));
  const ledgers = await ledgersOf(
    trx,
    pairings.map(({ id }) => id),
    local.date,
    desk.school,
  );
  const stillMissing = (pairing: PairingView, date: LocalDate): number =>
    isRefused(pairing, date)
      ? 0
      : missing(pairing, visits, date) + visitsOwed(ledgers.get(pairing.id), pairing, local.date);
  const glad = await preferencesOf(
    trx,
    pairings.map(({ classroomId }) => classroomId),
  );
  const elsewhen = await refusedThatTime(trx, me.id, local.date, last);
  const needs = pairings.map(
    (pairing): Need => ({
      pairingId: pairing.id,
      classroomId: pairing.classroomId,
      focuses: pairing.focuses,
      minutes: pairing.visitMinutes,
      missing: stillMissing(pairing, last),
      classDay: classDays.get(pairing.id) ?? { blocks: [], activities: [] },
      glad: glad.get(pairing.classroomId)?.kinds ?? [],
    }),
  );
  const ifAsked: ProposeInput = {
    needs,
    dates,
    therapist: await timetableOf(trx, me, local.date, last),
    taken: [
      // What is outside the class or a talk takes its people's time, not the room.
      ...visits.map((visit) => ({
        ...visit,
        classroomId: takesRoom(visit.setting) ? visit.classroomId : '',
        therapistBusy: visit.therapistId === me.id,
      })),
      ...elsewhen.map((visit) => ({ ...visit, therapistBusy: false })),
      ...pairings.flatMap((pairing) => {
        const settled = dates.filter((date) => !sameWeek(date, last) && stillMissing(pairing, date) === 0);
        return settled.map((date) => closed(pairing, date));
      }),
    ],
    now: local,
    limit: OFFERED,
  };
  const unaskable: Taken[] = [];
  for (const pairing of pairings)
    unaskable.push(...(await beforeAsking(desk, pairing, dates, schoolOf(pairing).zone)));
  const input = { ...ifAsked, taken: [...ifAsked.taken, ...unaskable] };
  return {
    pairings,
    proposals: proposeTimes(input),
    visits,
    input,
    ifAsked,
    refused: pairings.filter((pairing) => isRefused(pairing, last)),
  };
};

/** From Friday on two weeks are looked at: the one that is refused or complete keeps its last days to itself. */
const closed = ({ classroomId }: PairingView, date: LocalDate, end = 24 * 60): Taken => ({
  classroomId,
  date,
  start: 0,
  end,
  therapistBusy: false,
});

/** A visit the teacher cannot be asked about beforehand, because students are with her, is none to offer. */
const beforeAsking = async (
  { trx, now }: Desk,
  pairing: PairingView,
  dates: readonly LocalDate[],
  zone: string,
): Promise<Taken[]> => {
  const last = dates[dates.length - 1];
  if (last === undefined) return [];
  const asked = await nextOpenFor(trx, pairing.teacherId, now, instantOf(last, 24 * 60, zone));
  if (asked === undefined) return dates.map((date) => closed(pairing, date));
  const { date: day, minute } = localTime(asked, zone);
  return dates
    .filter((date) => date <= day)
    .map((date) => (date < day ? closed(pairing, date) : closed(pairing, date, minute + LEAD_MINUTES)));
};

const sameWeek = (a: LocalDate, b: LocalDate): boolean => isoWeekOf(a) === isoWeekOf(b);

/** Visits still to find in the week of `date`; a monthly mandate wants one of its visits at a time. */
const missing = (pairing: PairingView, visits: readonly VisitView[], date: LocalDate): number => {
  const planned = bestKept(visits).filter(
    (visit) => visit.pairingId === pairing.id && sameWeek(visit.date, date) && counts(visit),
  ).length;
  const wanted = pairing.period === 'week' ? pairing.visitCount : Math.min(1, pairing.visitCount);
  return Math.max(0, wanted - planned);
};

const counts = ({ outcome, setting }: VisitView): boolean => outcome !== 'could_not' && takesRoom(setting);

/** Why a class has nothing to offer, the most helpful reason of all its days. */
export const whyNothingIn = (times: Times, pairingId: string): WhyNot | 'cannot-ask' => {
  const need = times.input.needs.find((other) => other.pairingId === pairingId);
  if (need && times.input.dates.some((date) => possibleVisits(times.ifAsked, need, date).length > 0))
    return 'cannot-ask';
  const helpful: WhyNot[] = [
    'all-taken',
    'you-are-busy',
    'no-fit',
    'test',
    'nothing-known',
    'too-late',
    'no-school',
  ];
  const reasons = times.input.dates.map((date) => whyNot(times.ifAsked, pairingId, date));
  return helpful.find((why) => reasons.includes(why)) ?? 'no-school';
};
