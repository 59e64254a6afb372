import type { Scope } from '../../core/calendar/change.ts';
import { mayChange } from '../../core/calendar/may-change.ts';
import type { Card } from '../../core/card.ts';
import type { Classroom } from '../../core/classroom.ts';
import { changeUndoneCard, nothingToUndoCard, undoListCard } from '../../core/wording/change.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { changesSaidBy, sayAlso, sayingOf, undoChange } from '../../store/changes.ts';
import { classroomsOfSchool } from '../../store/classrooms.ts';
import type { Counter } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { allFactsOf, drawChange, factsOf } from './draw-change.ts';
import type { Place } from './place-said.ts';
import { spreadChange } from './spread-change.ts';

/** As many as fit a card; older ones are further back than anybody takes back. */
const MOST_LISTED = 6;

/** "Undo" typed: what this person told and can still take back, the latest first. */
export const listUndoable = async (counter: Counter): Promise<Card> => {
  const changes = (await changesSaidBy(counter.trx, counter.me.id, counter.local.date)).slice(0, MOST_LISTED);
  if (changes.length === 0) return nothingToUndoCard();
  const lines = [];
  for (const change of changes) lines.push({ ...(await factsOf(counter.trx, change)), id: change.id });
  return undoListCard(lines, counter.local.date);
};

/** Whoever may say it may take it back, whole as it was said; twice is once. */
export const undoTap: OnTap = async (counter, tap) => {
  const saying = await mine(counter, tap.ref);
  if (saying === undefined) return { kind: 'replace', card: outdatedCard() };
  const { changes, place } = saying;
  let fresh = false;
  for (const { id } of changes)
    fresh = (await undoChange(counter.trx, id, counter.me.id, counter.now)) || fresh;
  const facts = await allFactsOf(counter.trx, changes);
  const [first, last] = [changes[0], changes.at(-1)];
  if (fresh && first && last) {
    const dates = { start: first.dates.start, end: last.dates.end };
    await spreadChange(counter, place, { id: first.id, dates, undone: true });
  }
  return { kind: 'replace', card: changeUndoneCard(facts, counter.local.date) };
};

/** "Until Wednesday", and Wednesday too. */
export const alsoTap: OnTap = async (counter, tap) => {
  const saying = await mine(counter, tap.ref);
  const date = tap.value ?? '';
  if (saying === undefined || !/^\d{4}-\d\d-\d\d$/.test(date))
    return { kind: 'replace', card: outdatedCard() };
  const { changes, place } = saying;
  const [first] = changes;
  if (!first || changes.some(({ undone }) => undone)) return { kind: 'replace', card: outdatedCard() };
  const dates = { start: date, end: date };
  const rooms = new Set<string>();
  for (const { id, scope } of changes) {
    const key = JSON.stringify(scope);
    if (rooms.has(key) || changes.some((one) => one.dates.start <= date && date <= one.dates.end)) continue;
    rooms.add(key);
    await sayAlso(counter.trx, id, dates, counter.now);
  }
  const spread = await spreadChange(counter, place, { id: first.id, dates });
  return { kind: 'replace', card: await drawChange(counter, first.id, spread) };
};

/** What was said, and where; undefined for what is not there or not this person's to change. */
const mine = async (counter: Counter, ref: string) => {
  const { trx, me } = counter;
  const changes = isId(ref) ? await sayingOf(trx, ref) : [];
  const rooms = await classroomsOfSchool(trx, me.schoolId);
  if (changes.length === 0 || !changes.every((change) => mayChange(me, change, rooms))) return undefined;
  const scopes = changes.map(({ scope }) => scope);
  const place: Place = {
    of: placeOf[scopes[0]?.of ?? 'school'],
    rooms: rooms.filter((room) => scopes.some((scope) => concerns(scope, room))),
  };
  return { changes, place };
};

const placeOf = { class: 'classes', grade: 'grades', school: 'school' } as const;

const concerns = (scope: Scope, room: Classroom): boolean => {
  if (scope.of === 'class') return scope.classroomId === room.id;
  return scope.of === 'school' || scope.grade === room.grade;
};
