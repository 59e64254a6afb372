import { activityAt } from '../../core/class-day.ts';
import { type DayAhead, prebriefCard, prebriefWordCard } from '../../core/wording/prebrief.ts';
import { memberById } from '../../store/members.ts';
import { wasShown } from '../../store/outbox.ts';
import { prebriefById } from '../../store/prebriefs.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { type VisitView, visitsAround } from '../../store/visits.ts';
import { classWeek } from '../class-week.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

export const composePrebrief: Composer = async (desk, id) => {
  const prebrief = await prebriefById(desk.trx, id);
  if (!prebrief) return undefined;
  const day = await dayAhead(desk, prebrief);
  // With nobody coming there is nothing to say, except on a card that said otherwise.
  if (day.visits.length === 0 && !(await wasShown(desk.trx, id, desk.me.id))) return undefined;
  return prebriefCard(day, desk.local.date);
};

export const dayAhead = async ({ trx }: Desk, prebrief: Row<'prebriefs'>): Promise<DayAhead> => {
  const visits = [];
  for (const visit of await visitsOfDay(trx, prebrief)) {
    const week = await classWeek(trx, visit.classroomId, visit.date, visit.date);
    visits.push({ ...visit, doing: activityAt(week, visit.date, visit.start)?.kind ?? visit.kind });
  }
  const { id, date, materials, words, confirmed_at } = prebrief;
  return { id, date, materials, words, confirmed: confirmed_at !== null, visits };
};

/** The agreed visits a prebrief is about. */
export const visitsOfDay = async (
  trx: Trx,
  { teacher_id, date }: Pick<Row<'prebriefs'>, 'teacher_id' | 'date'>,
): Promise<VisitView[]> => {
  const around = await visitsAround(trx, { memberIds: [teacher_id], classroomIds: [] }, date, date);
  return around.filter(({ state, teacherId }) => state === 'agreed' && teacherId === teacher_id);
};

export const composePrebriefWord: Composer = async (desk, id) => {
  const prebrief = await prebriefById(desk.trx, id);
  if (!prebrief || (prebrief.words === '' && prebrief.materials === '')) return undefined;
  const { name } = await memberById(desk.trx, prebrief.teacher_id);
  return prebriefWordCard(id, name, prebrief.date, desk.local.date);
};
