import type { ClassDay } from '../core/class-day.ts';
import { addDays, type LocalDate } from '../core/time.ts';
import { activitiesOf } from '../store/activities.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Trx } from '../store/schema.ts';

/** How far back an answer still says something about what is likely. */
const MEMORY_DAYS = 28;

/** What is known of a class from four weeks back until `to`. */
export const classWeek = async (
  trx: Trx,
  classroomId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ClassDay> => ({
  blocks: await blocksOf(trx, { classroomId }),
  activities: await activitiesOf(trx, [classroomId], addDays(from, -MEMORY_DAYS), to),
});
