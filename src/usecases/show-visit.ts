import type { Card } from '../core/card.ts';
import { hasBegun } from '../core/has-begun.ts';
import { partnerOf } from '../core/partner.ts';
import { readDates } from '../core/reading/read-dates.ts';
import { isNamed, readVisitWish } from '../core/reading/read-visit-wish.ts';
import { readWhen } from '../core/reading/read-when.ts';
import { addDays } from '../core/time.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { visitAskCard, visitStatusCard } from '../core/wording/visit.ts';
import { whatWords } from '../core/wording/visit-settings.ts';
import { noVisitCard, whichVisitCard } from '../core/wording/which-visit.ts';
import { openAsksOfTeacher } from '../store/asks.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import { activePairingsOf, activePairingsOfClassrooms, type PairingView } from '../store/pairings.ts';
import { type VisitView, visitById, visitsAround } from '../store/visits.ts';
import type { Counter } from './desk.ts';
import { isId, type OnTap } from './door.ts';

/** A visit's own card, from wherever it is listed: everything that can be done with it is on it. */
export const showVisit: OnTap = async (counter, tap) => {
  const visit = isId(tap.ref) ? await visitById(counter.trx, tap.ref) : undefined;
  const isHers = visit?.teacherId === counter.me.id && visit.state !== 'held';
  const card = visit && (isHers || visit.therapistId === counter.me.id) ? cardOf(counter, visit) : undefined;
  return { kind: 'card', card: card ?? outdatedCard() };
};

const cardOf = ({ me, local }: Counter, visit: VisitView): Card =>
  visit.teacherId === me.id ? visitAskCard(visit, local.date) : visitStatusCard(visit, local.date);

/** Farther ahead nothing is planned. */
const DAYS_AHEAD = 14;
/** In minutes: “at 9” still means the visit that begins at 9:10. */
const SAME_HOUR = 60;

/** “Cancel Maya on Monday”: the visits these words may mean; undefined where they speak of none. */
export const findVisit = async (counter: Counter, text: string): Promise<Card | undefined> => {
  const { trx, me, local, now } = counter;
  if (me.role !== 'teacher' && me.role !== 'therapist') return undefined;
  const forTeacher = me.role === 'teacher';
  const pairings = await pairingsOf(counter);
  const partner = (one: PairingView | VisitView) => partnerOf(one, me.id).name;
  const names = { people: pairings.map(partner), rooms: pairings.map(({ classroomName }) => classroomName) };
  const wish = pairings.length > 0 ? readVisitWish(text, me.role, names, local) : undefined;
  if (wish === undefined) return undefined;
  if (wish === 'refuses' && (await openAsksOfTeacher(trx, me.id, local.date)).length > 0) return undefined;
  const around = await visitsAround(
    trx,
    { memberIds: [me.id], classroomIds: [] },
    local.date,
    addDays(local.date, DAYS_AHEAD),
  );
  const open = around.filter((visit) => visit.state !== 'held' && !hasBegun(visit, now));
  const people = names.people.filter((name) => isNamed(text, name));
  const rooms = names.rooms.filter((name) => isNamed(text, name));
  const { spans } = readDates(text, local);
  const when = readWhen(text, local);
  const hour = when.ok ? when.start : undefined;
  const meant = open.filter(
    (visit) =>
      (people.length === 0 || people.includes(partner(visit))) &&
      (rooms.length === 0 || rooms.includes(visit.classroomName)) &&
      (spans.length === 0 || spans.some(({ start, end }) => start <= visit.date && visit.date <= end)) &&
      (hour === undefined || spans.length > 1 || Math.abs(visit.start - hour) < SAME_HOUR),
  );
  const [only, ...more] = meant;
  if (only === undefined) return noVisitCard(spans.length > 0 || hour !== undefined, forTeacher);
  if (more.length === 0) return cardOf(counter, only);
  const listed = meant.map((visit) => ({
    ...visit,
    words: [...(forTeacher ? [] : [visit.classroomName]), whatWords(visit), partner(visit)].join(' · '),
  }));
  return whichVisitCard(listed, forTeacher, local.date);
};

const pairingsOf = async ({ trx, me }: Counter): Promise<PairingView[]> => {
  if (me.role === 'therapist') return activePairingsOf(trx, me.id);
  const rooms = await classroomsOfTeacher(trx, me.id);
  return activePairingsOfClassrooms(
    trx,
    rooms.map(({ id }) => id),
  );
};
