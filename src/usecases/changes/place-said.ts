import type { Card } from '../../core/card.ts';
import type { Classroom } from '../../core/classroom.ts';
import { gradesIn, namedIn } from '../../core/reading/places-in.ts';
import { whichPlaceCard } from '../../core/wording/ask.ts';
import { noRoomCard } from '../../core/wording/routine.ts';
import { classroomsOfSchool, classroomsOfTeacher } from '../../store/classrooms.ts';
import type { Counter } from '../desk.ts';

/** Whom a word about a day concerns: some classes, some grades or the school; with every class in it. */
export interface Place {
  readonly of: 'classes' | 'grades' | 'school';
  readonly rooms: readonly Classroom[];
}

/** A teacher speaks of her own class; several are told apart by name, and one word may mean all of them. */
export const ownPlace = async (
  counter: Counter,
  text: string,
  meansAll: boolean,
): Promise<Place | { readonly card: Card }> => {
  const own = await classroomsOfTeacher(counter.trx, counter.me.id);
  const named = namedIn(text, own.map(nameOf));
  const rooms = named.length > 0 ? named : own;
  if (rooms.length === 0) return { card: noRoomCard() };
  if (rooms.length > 1 && !meansAll) return { card: whichPlaceCard(rooms.map(({ name }) => name)) };
  return { of: 'classes', rooms };
};

/** A coordinator names classes or grades, or means everybody. */
export const placeInSchool = async (counter: Counter, text: string): Promise<Place> => {
  const all = await classroomsOfSchool(counter.trx, counter.me.schoolId);
  const named = namedIn(text, all.map(nameOf));
  if (named.length > 0) return { of: 'classes', rooms: named };
  const grades = gradesIn(text, [...new Set(all.flatMap(({ grade }) => grade ?? []))]);
  const inGrades = all.filter(({ grade }) => grade !== undefined && grades.includes(grade));
  return inGrades.length > 0 ? { of: 'grades', rooms: inGrades } : { of: 'school', rooms: all };
};

const nameOf = (room: Classroom) => ({ value: room, name: room.name });
