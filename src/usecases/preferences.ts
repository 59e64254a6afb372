import { type ActivityKind, activityKinds, isAway, isClosed } from '../core/activity-kind.ts';
import type { School } from '../core/classroom.ts';
import { DAY, type Instant, instantOf, type LocalDate, localTime } from '../core/time.ts';
import { isSchoolDay } from '../core/timetable.ts';
import { preferenceCard, preferenceForm, preferenceKeptCard } from '../core/wording/preference.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { blocksOf } from '../store/blocks.ts';
import { schoolNow } from '../store/calendars.ts';
import { classesToAsk, keepPreference, preferencesOf } from '../store/class-preferences.ts';
import { classroomById } from '../store/classrooms.ts';
import { refresh } from '../store/outbox.ts';
import { schoolsWithPairings } from '../store/pairings.ts';
import type { Trx } from '../store/schema.ts';
import type { Composer } from './compose/composer.ts';
import type { Desk } from './desk.ts';
import { fields, isId, type OnSubmit, type OnTap } from './door.ts';
import { hasEffortLeft } from './effort.ts';
import { tell } from './tell.ts';

/** Somebody who has seen no visit yet cannot say which were welcome. */
const SETTLED_AFTER = 14 * DAY;

/** Once a term each teacher is asked when company is welcome; in a full week it waits for the next (needs 26, 27). */
export const queuePreferences = async (trx: Trx, now: Instant): Promise<void> => {
  for (const schoolId of await schoolsWithPairings(trx)) {
    const school = await schoolNow(trx, schoolId, now);
    const { date } = localTime(now, school.zone);
    const term = isSchoolDay(school, date) ? termOn(school, date) : undefined;
    if (!term) continue;
    const since = { termStart: instantOf(term.start, 0, school.zone), settled: now - SETTLED_AFTER };
    for (const { classroomId, teacherId } of await classesToAsk(trx, schoolId, since)) {
      if (!(await hasEffortLeft(trx, teacherId, date, school.zone))) continue;
      const asked = { to: teacherId, purpose: 'preference', subjectId: classroomId } as const;
      await tell(trx, { ...asked, occasion: term.start }, now);
    }
  }
};

const termOn = ({ calendar }: School, date: LocalDate) =>
  calendar?.terms.find(({ start, end }) => start <= date && date <= end);

const ownClass = async ({ trx, me }: Desk, classroomId: string) => {
  const room = isId(classroomId) ? await classroomById(trx, classroomId) : undefined;
  if (room?.teacherId !== me.id) return undefined;
  const said = (await preferencesOf(trx, [room.id])).get(room.id);
  return { classroomId: room.id, classroomName: room.name, kinds: said?.kinds, saidAt: said?.saidAt };
};

export const composePreference: Composer = async (desk, classroomId) => {
  const facts = await ownClass(desk, classroomId);
  const term = termOn(desk.school, desk.local.date);
  if (!facts || !term) return undefined;
  const { saidAt = Number.NEGATIVE_INFINITY } = facts;
  return saidAt < instantOf(term.start, 0, desk.school.zone)
    ? preferenceCard(facts)
    : preferenceKeptCard(facts);
};

/** Offered where nobody has told the week. */
const usualKinds: readonly ActivityKind[] = ['centers', 'writing', 'reading', 'math', 'independent_work'];

export const openPreferenceForm: OnTap = async (counter, tap) => {
  const facts = await ownClass(counter, tap.ref);
  if (!facts) return { kind: 'card', card: outdatedCard() };
  const blocks = await blocksOf(counter.trx, { classroomId: facts.classroomId });
  const told = new Set(blocks.map(({ kind }) => kind).filter((kind) => !isAway(kind) && !isClosed(kind)));
  return { kind: 'form', form: preferenceForm(facts, told.size > 0 ? [...told] : usualKinds) };
};

export const choosePreference: OnSubmit = async (counter, submit) => {
  const facts = await ownClass(counter, submit.ref);
  if (!facts) return { kind: 'card', card: outdatedCard() };
  const chosen = fields(submit.values, 'kinds');
  const kinds = activityKinds.filter((kind) => chosen.includes(kind));
  await keepPreference(counter.trx, facts.classroomId, kinds, counter.now);
  await refresh(counter.trx, facts.classroomId);
  return { kind: 'card', card: preferenceKeptCard({ ...facts, kinds }) };
};

/** “Still so.” */
export const confirmPreference: OnTap = async (counter, tap) => {
  const facts = await ownClass(counter, tap.ref);
  if (!facts) return { kind: 'replace', card: outdatedCard() };
  await keepPreference(counter.trx, facts.classroomId, facts.kinds ?? [], counter.now);
  return { kind: 'replace', card: preferenceKeptCard(facts) };
};
