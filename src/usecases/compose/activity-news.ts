import { activityAt, sourceAge } from '../../core/class-day.ts';
import { activityNewsCard, mootNewsCard, takenBackNewsCard, unsureNewsCard } from '../../core/wording/ask.ts';
import { activityById } from '../../store/activities.ts';
import { askById } from '../../store/asks.ts';
import { classroomById } from '../../store/classrooms.ts';
import { classWeek } from '../class-week.ts';
import type { Desk } from '../desk.ts';
import { isMoot } from './ask.ts';
import type { Composer } from './composer.ts';

/** The subject is the ask that was answered, or the activity a teacher told unasked. */
export const composeActivityNews: Composer = async (desk, subjectId) => {
  const ask = await askById(desk.trx, subjectId);
  if (ask?.state === 'left') {
    const week = await classWeek(desk.trx, ask.classroomId, ask.date, ask.date);
    if (isMoot(week, ask)) return mootNewsCard(ask.classroomName, ask.date, ask, desk.local.date);
  }
  if (ask && ask.state !== 'answered')
    return unsureNewsCard(ask.classroomName, ask.date, ask, desk.local.date, ask.state !== 'left');
  const slot = ask
    ? { classroomId: ask.classroomId, date: ask.date, start: ask.start }
    : await toldActivity(desk, subjectId);
  if (!slot) return takenBackNewsCard();
  const place = await classroomById(desk.trx, slot.classroomId);
  const week = await classWeek(desk.trx, slot.classroomId, slot.date, slot.date);
  const known = activityAt(week, slot.date, slot.start);
  const today = desk.local.date;
  const age = known && sourceAge(known, today, desk.school.zone);
  return place && known && age && activityNewsCard(place.name, slot.date, known, age, today);
};

const toldActivity = async (desk: Desk, id: string) => {
  const activity = await activityById(desk.trx, id);
  return (
    activity && { classroomId: activity.classroom_id, date: activity.date, start: activity.start_minute }
  );
};
