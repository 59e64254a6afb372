import type { Card } from '../core/card.ts';
import type { Classroom } from '../core/classroom.ts';
import { namedIn } from '../core/reading/places-in.ts';
import { whichPlaceCard } from '../core/wording/ask.ts';
import { noRoomCard } from '../core/wording/routine.ts';
import { classroomsOfTeacher } from '../store/classrooms.ts';
import type { Counter } from './desk.ts';

export const roomsNamed = (text: string, rooms: readonly Classroom[]): Classroom[] =>
  namedIn(
    text,
    rooms.map((room) => ({ value: room, name: room.name })),
  );

/** The teacher's only room, or the one she names; otherwise what to ask her. */
export const roomMeant = async (
  { trx, me }: Counter,
  text: string,
): Promise<Classroom | { readonly card: Card }> => {
  const rooms = await classroomsOfTeacher(trx, me.id);
  if (rooms.length === 0) return { card: noRoomCard() };
  const [room, another] = rooms.length === 1 ? rooms : roomsNamed(text, rooms);
  if (!room || another) return { card: whichPlaceCard(rooms.map(({ name }) => name)) };
  return room;
};
