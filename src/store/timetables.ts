import { isAway } from '../core/activity-kind.ts';
import { activitiesOn } from '../core/class-day.ts';
import type { Member } from '../core/people.ts';
import type { LocalDate } from '../core/time.ts';
import type { Timetable } from '../core/timetable.ts';
import { activitiesOf } from './activities.ts';
import { blocksOf, blocksOfTeacher } from './blocks.ts';
import { classroomsOfTeacher } from './classrooms.ts';
import { contactOf } from './members.ts';
import type { Trx } from './schema.ts';
import { schoolById } from './schools.ts';
import { visitsAround } from './visits.ts';

/** Everything that decides when a member may be reached between two dates, both included. */
export const timetableOf = async (
  trx: Trx,
  member: Member,
  from: LocalDate,
  to: LocalDate,
): Promise<Timetable> => {
  const school = await schoolById(trx, member.schoolId);
  const contact = await contactOf(trx, member.id);
  const own = await blocksOf(trx, { memberId: member.id });
  if (member.role !== 'teacher') {
    const visits = await visitsAround(trx, { memberIds: [member.id], classroomIds: [] }, from, to);
    const dated = visits
      .filter((visit) => visit.state === 'agreed')
      .map(({ date, start, end }) => ({ date, start, end, withStudents: true }));
    return { school, contact, students: 'own', blocks: own, dated, away: [] };
  }
  const classBlocks = await blocksOfTeacher(trx, member.id);
  const rooms = await classroomsOfTeacher(trx, member.id);
  const said = await activitiesOf(
    trx,
    rooms.map((room) => room.id),
    from,
    to,
  );
  const dates = [...new Set(said.map((activity) => activity.date))];
  const dated = dates.flatMap((date) =>
    activitiesOn({ blocks: [], activities: said }, date).map(({ start, end, kind }) => ({
      date,
      start,
      end,
      withStudents: !isAway(kind),
    })),
  );
  return { school, contact, students: 'class', blocks: [...classBlocks, ...own], dated, away: [] };
};
