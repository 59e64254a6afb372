import type { Change, Scope } from '../../core/calendar/change.ts';
import { mayChange } from '../../core/calendar/may-change.ts';
import type { Classroom } from '../../core/classroom.ts';
import { isDate } from '../../core/time.ts';
import { changeUndoneCard } from '../../core/wording/change.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { sayAlso, sayingOf, undoChange } from '../../store/changes.ts';
import { classroomById, classroomsOfSchool } from '../../store/classrooms.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { schoolsOfCoordinator } from '../schools-of-coordinator.ts';
import { allFactsOf, drawChange } from './draw-change.ts';
import { counterAt } from './in-schools.ts';
import { stillSaid } from './keep-changes.ts';
import type { Place } from './place-said.ts';
import { spreadChange, spreadUndone } from './spread-change.ts';

/** Whoever may say it may take it back, whole as it was said; twice is once. */
export const undoTap: OnTap = async (counter, tap) => {
  const saying = await mine(counter, tap.ref);
  if (saying === undefined) return { kind: 'replace', card: outdatedCard() };
  const { changes, place, at } = saying;
  const { trx, me, now, local } = at;
  let fresh = false;
  for (const { id } of changes) fresh = (await undoChange(trx, id, me.id, now)) || fresh;
  const [first, ...more] = changes;
  if (fresh && first) await spreadUndone(at, place, [first, ...more]);
  const facts = await allFactsOf(trx, changes);
  return { kind: 'replace', card: changeUndoneCard(facts, await stillSaid(trx, changes), local.date) };
};

/** "Until Wednesday", and Wednesday too. */
export const alsoTap: OnTap = async (counter, tap) => {
  const saying = await mine(counter, tap.ref);
  const date = tap.value ?? '';
  if (saying === undefined || !isDate(date)) return { kind: 'replace', card: outdatedCard() };
  const { changes, place, at } = saying;
  const [first] = changes;
  if (!first || changes.some(({ undone }) => undone)) return { kind: 'replace', card: outdatedCard() };
  const dates = { start: date, end: date };
  const rooms = new Set<string>();
  for (const { id, scope } of changes) {
    const key = JSON.stringify(scope);
    if (rooms.has(key) || changes.some((one) => one.dates.start <= date && date <= one.dates.end)) continue;
    rooms.add(key);
    await sayAlso(at.trx, id, dates, at.now);
  }
  const spread = await spreadChange(at, place, { id: first.id, dates });
  return { kind: 'replace', card: await drawChange(at, first.id, spread) };
};

/** What was said, and where; undefined for what is not there or not this person's to change. */
const mine = async (counter: Counter, ref: string) => {
  const { trx } = counter;
  const changes = isId(ref) ? await sayingOf(trx, ref) : [];
  const at = await whereSaid(counter, changes);
  const rooms = await classroomsOfSchool(trx, at.me.schoolId);
  if (changes.length === 0 || !changes.every((change) => mayChange(at.me, change, rooms))) return undefined;
  const scopes = changes.map(({ scope }) => scope);
  const place: Place = {
    of: placeOf[scopes[0]?.of ?? 'school'],
    rooms: rooms.filter((room) => scopes.some((scope) => concerns(scope, room))),
  };
  return { changes, place, at };
};

/** A coordinator of several schools stands in the one this was said of; all of a saying is said of one. */
const whereSaid = async (counter: Counter, [first]: readonly Change[]): Promise<Counter> => {
  const { trx, me } = counter;
  if (first === undefined || me.role !== 'coordinator') return counter;
  const { scope } = first;
  const schoolId =
    scope.of === 'class' ? (await classroomById(trx, scope.classroomId))?.schoolId : scope.schoolId;
  const hers = await schoolsOfCoordinator(trx, me);
  return schoolId !== undefined && hers.some(({ id }) => id === schoolId)
    ? counterAt(counter, schoolId)
    : counter;
};

const placeOf = { class: 'classes', grade: 'grades', school: 'school' } as const;

const concerns = (scope: Scope, room: Classroom): boolean => {
  if (scope.of === 'class') return scope.classroomId === room.id;
  return scope.of === 'school' || scope.grade === room.grade;
};
