import type { MessageRef } from '../ports/messenger.ts';
import { refresh, wasShown } from '../store/outbox.ts';
import type { VisitView } from '../store/visits.ts';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';

/** Cards already shown change in place; a person who has none to change is told once, in a free minute. */
export const spreadVisit = async (
  { trx, now }: Pick<Desk, 'trx' | 'now'>,
  visit: VisitView,
  to: 'teacher' | 'therapist',
  shown?: MessageRef,
): Promise<void> => {
  await refresh(trx, visit.id, shown);
  const memberId = to === 'teacher' ? visit.teacherId : visit.therapistId;
  if (await wasShown(trx, visit.id, memberId)) return;
  const purpose = to === 'teacher' ? 'visit-ask' : 'visit-status';
  await tell(trx, { to: memberId, purpose, subjectId: visit.id, occasion: 'news' }, now);
};
