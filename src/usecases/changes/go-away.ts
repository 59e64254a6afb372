import { randomUUID } from 'node:crypto';
import type { Absence } from '../../core/calendar/absence.ts';
import type { SaidHours } from '../../core/calendar/said-hours.ts';
import type { DateSpan } from '../../core/calendar/school-calendar.ts';
import type { Card } from '../../core/card.ts';
import { hasBegun } from '../../core/has-begun.ts';
import { isDate, type LocalDate, overlaps, type Span } from '../../core/time.ts';
import { absenceCard, absenceUndoneCard, backCard } from '../../core/wording/absence.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import {
  absencesSaidWith,
  addAbsences,
  endAbsences,
  endAllAbsences,
  takeBackAbsences,
} from '../../store/absences.ts';
import { changesSaidBy, undoChange } from '../../store/changes.ts';
import { classroomsOfTeacher } from '../../store/classrooms.ts';
import { setHush } from '../../store/members.ts';
import { cancelQueued } from '../../store/outbox.ts';
import { activePairingsOf } from '../../store/pairings.ts';
import { holding, settleVisit, visitsAround } from '../../store/visits.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { replanQueued } from '../replan.ts';
import { spreadVisit } from '../spread-visit.ts';
import { moveTalks } from './move-talks.ts';
import { ownPlace } from './place-said.ts';
import { spreadUndone } from './spread-change.ts';
import { changeClasses } from './tell-class.ts';

interface Away {
  readonly spans: readonly DateSpan[];
  readonly hours: SaidHours;
  readonly untilDoubt?: LocalDate;
}

/**
 * "OOO until Wednesday". A teacher's class has a sub then; a therapist's visits are taken back, so that nobody
 * waits for her; and nobody who is away is written to.
 */
export const goAway = async (
  counter: Counter,
  { spans, hours, untilDoubt }: Away,
): Promise<Card | undefined> => {
  const { trx, me } = counter;
  const doubt = untilDoubt === undefined ? {} : { untilDoubt };
  const hasClass = me.role === 'teacher' && (await classroomsOfTeacher(trx, me.id)).length > 0;
  if (hasClass)
    return changeClasses(counter, await ownPlace(counter, '', true), {
      change: 'sub',
      spans,
      hours,
      ...doubt,
    });
  const part = partOf(hours);
  const absences = spans.map((span): Absence => ({ ...span, ...(part ? { part } : {}) }));
  return keepAway(counter, absences, untilDoubt);
};

const keepAway = async (counter: Counter, absences: readonly Absence[], doubt?: LocalDate): Promise<Card> => {
  const { trx, me, now } = counter;
  const id = await addAbsences(trx, me.id, absences, now, randomUUID());
  const visits = await withdrawAll(counter, absences);
  const facts = { id: id ?? '', absences, visits, ...(doubt === undefined ? {} : { doubt }) };
  return absenceCard(facts, counter.local.date);
};

const DAY: Span = { start: 0, end: 24 * 60 };

const partOf = (hours: SaidHours): Span | undefined => {
  switch (hours.is) {
    case 'span':
      return hours.span;
    case 'from':
      return { start: hours.minute, end: DAY.end };
    case 'until':
      return { start: DAY.start, end: hours.minute };
    default:
      return undefined;
  }
};

const withdrawAll = async (counter: Counter, absences: readonly Absence[]): Promise<number> => {
  let visits = 0;
  for (const absence of absences) visits += await withdrawDuring(counter, absence);
  await moveTalks(counter, await activePairingsOf(counter.trx, counter.me.id));
  await replanQueued(counter.trx, counter.me, counter.now);
  return visits;
};

const withdrawDuring = async (counter: Counter, { start, end, part }: Absence): Promise<number> => {
  const { trx, me } = counter;
  const around = await visitsAround(trx, { memberIds: [me.id], classroomIds: [] }, start, end);
  const hit = around.filter((visit) => visit.therapistId === me.id && overlaps(visit, part ?? DAY));
  let withdrawn = 0;
  for (const visit of hit.filter((one) => !hasBegun(one, counter.now))) {
    if (!(await settleVisit(trx, visit.id, holding, 'withdrawn')) || visit.state === 'held') continue;
    withdrawn += 1;
    await cancelQueued(trx, visit.id, 'the therapist is away');
    await spreadVisit(counter, visit, 'teacher');
  }
  return withdrawn;
};

/** "I'm back", sooner than was said; or, before it begins, "I'll be there after all". */
const comeBackFrom = async (counter: Counter, which: 'this absence' | 'all'): Promise<Card> => {
  const { trx, me, now, local } = counter;
  if (which === 'all') await endAllAbsences(trx, me.id, local.date);
  else await endAbsences(trx, me.id, local.date);
  const own = await classroomsOfTeacher(trx, me.id);
  for (const change of await changesSaidBy(trx, me.id, local.date)) {
    const { what, scope, dates, id } = change;
    if (what.do !== 'substitute' || scope.of !== 'class') continue;
    if (which === 'this absence' && dates.start > local.date) continue;
    const rooms = own.filter((room) => room.id === scope.classroomId);
    if (rooms.length === 0) continue;
    await undoChange(trx, id, me.id, now);
    await spreadUndone(counter, { of: 'classes', rooms }, [change]);
  }
  // Whoever was quiet and is back wants to hear again.
  await setHush(trx, me.id, undefined);
  await replanQueued(trx, me, now);
  return backCard();
};

export const comeBack = (counter: Counter): Promise<Card> => comeBackFrom(counter, 'this absence');

export const backTap: OnTap = async (counter, tap) => ({
  kind: 'replace',
  card: await comeBackFrom(counter, tap.value === 'all' ? 'all' : 'this absence'),
});

export const undoAbsenceTap: OnTap = async (counter, tap) => {
  const { trx, me, now } = counter;
  const known = isId(tap.ref) ? await absencesSaidWith(trx, me.id, tap.ref) : undefined;
  if (!known) return { kind: 'replace', card: outdatedCard() };
  await takeBackAbsences(trx, me.id, known.saying);
  await replanQueued(trx, me, now);
  return { kind: 'replace', card: absenceUndoneCard() };
};

/** "Until Wednesday", and Wednesday too. */
export const alsoAwayTap: OnTap = async (counter, tap) => {
  const { trx, me, now, local } = counter;
  const date = tap.value ?? '';
  const known = isId(tap.ref) ? await absencesSaidWith(trx, me.id, tap.ref) : undefined;
  const [first] = known?.absences ?? [];
  if (!known || !first || !isDate(date)) return { kind: 'replace', card: outdatedCard() };
  const also: Absence = { ...first, start: date, end: date };
  const isNew = !known.absences.some(({ start, end }) => start <= date && date <= end);
  if (isNew) await addAbsences(trx, me.id, [also], now, known.saying);
  const visits = isNew ? await withdrawAll(counter, [also]) : 0;
  const absences = isNew ? [...known.absences, also] : known.absences;
  return { kind: 'replace', card: absenceCard({ id: tap.ref, absences, visits }, local.date) };
};
