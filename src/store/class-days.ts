import { createChangesFor } from '../core/calendar/changes-for.ts';
import type { ClassDay } from '../core/class-day.ts';
import type { Block, Classroom } from '../core/classroom.ts';
import type { LocalDate } from '../core/time.ts';
import { activitiesOf } from './activities.ts';
import { blocksByOwner } from './blocks.ts';
import { type SchoolTime, schoolTime } from './calendars.ts';
import type { Trx } from './schema.ts';

/** What is known of these classes of one school between two dates, both included; in the order given. */
export const classDaysOf = async (
  trx: Trx,
  rooms: readonly Classroom[],
  { school, changes }: SchoolTime,
  from: LocalDate,
  to: LocalDate,
): Promise<(ClassDay & { readonly blocks: readonly Block[] })[]> => {
  const ids = rooms.map((room) => room.id);
  const blocks = await blocksByOwner(trx, 'classroom_id', ids);
  const said = await activitiesOf(trx, ids, from, to);
  const changesFor = createChangesFor(changes);
  return rooms.map((room) => ({
    blocks: blocks.get(room.id) ?? [],
    activities: said.filter((activity) => activity.classroomId === room.id),
    school,
    changes: changesFor(room),
  }));
};

export const classDayOf = async (
  trx: Trx,
  room: Classroom,
  from: LocalDate,
  to: LocalDate,
): Promise<ClassDay> => {
  const time = await schoolTime(trx, room.schoolId, from, to);
  const [day] = await classDaysOf(trx, [room], time, from, to);
  return day ?? { blocks: [], activities: [] };
};
