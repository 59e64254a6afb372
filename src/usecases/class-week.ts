import type { ClassDay } from '../core/class-day.ts';
import { addDays, type LocalDate } from '../core/time.ts';
import { classDayOf } from '../store/class-days.ts';
import { classroomById } from '../store/classrooms.ts';
import type { Trx } from '../store/schema.ts';

/** How far back an answer still says something about what is likely. */
const MEMORY_DAYS = 28;

/** What is known of a class from four weeks back until `to`. */
export const classWeek = async (
  trx: Trx,
  classroomId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ClassDay> => {
  const room = await classroomById(trx, classroomId);
  return room ? classDayOf(trx, room, addDays(from, -MEMORY_DAYS), to) : { blocks: [], activities: [] };
};
