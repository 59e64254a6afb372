import type { Card } from '../../core/card.ts';
import type { Classroom } from '../../core/classroom.ts';
import { gradesIn, namedIn, placesSaid } from '../../core/reading/places-in.ts';
import { whichPlaceCard } from '../../core/wording/ask.ts';
import { unknownPlaceCard } from '../../core/wording/change.ts';
import { noRoomCard } from '../../core/wording/routine.ts';
import { classroomsOfSchool, classroomsOfTeacher } from '../../store/classrooms.ts';
import type { Counter } from '../desk.ts';
import { roomsNamed } from '../room-meant.ts';

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
  const named = roomsNamed(text, own);
  const rooms = named.length > 0 ? named : own;
  if (rooms.length === 0) return { card: noRoomCard() };
  if (rooms.length > 1 && !meansAll) return { card: whichPlaceCard(rooms.map(({ name }) => name)) };
  return { of: 'classes', rooms };
};

/** A coordinator names classes or grades, or means everybody; a place nobody knows is asked about. */
export const placeInSchool = async (
  counter: Counter,
  text: string,
): Promise<Place | { readonly card: Card }> => {
  const all = await classroomsOfSchool(counter.trx, counter.me.schoolId);
  const grades = [...new Set(all.flatMap(({ grade }) => grade ?? []))];
  const named = roomsNamed(text, all);
  const isKnown = (place: string) =>
    gradesIn(place, grades).length > 0 ||
    named.some(({ name }) => namedIn(name, [{ value: place, name: place }]).length > 0);
  const unknown = placesSaid(text).find((place) => !isKnown(place));
  if (unknown !== undefined)
    return {
      card: unknownPlaceCard(
        unknown,
        all.slice(0, 2).map(({ name }) => name),
      ),
    };
  if (named.length > 0) return { of: 'classes', rooms: named };
  const said = gradesIn(text, grades);
  const inGrades = all.filter(({ grade }) => grade !== undefined && said.includes(grade));
  return inGrades.length > 0 ? { of: 'grades', rooms: inGrades } : { of: 'school', rooms: all };
};
