import { type ActivityKind, isClosed } from '../core/activity-kind.ts';
import { causeOf } from '../core/displaced-by.ts';
import { bestFit } from '../core/fit.ts';
import { hasBegun } from '../core/has-begun.ts';
import { instantOf, type LocalDate, type Minute, overlaps } from '../core/time.ts';
import type { Welcome } from '../core/welcome.ts';
import { changeActivity, sayActivity } from '../store/activities.ts';
import { type AskView, asksOfClassroom, settleAsk } from '../store/asks.ts';
import { cancelQueued, refresh } from '../store/outbox.ts';
import { activePairingsOfClassroom } from '../store/pairings.ts';
import { loseTo } from '../store/visit-bundles.ts';
import { holding, settleVisit, type VisitView, visitsAround } from '../store/visits.ts';
import type { Desk } from './desk.ts';
import type { Tap } from './door.ts';
import { noticePattern } from './slot-patterns.ts';
import { refreshVisit } from './spread-visit.ts';
import { offerSwaps } from './swaps/offer-swaps.ts';
import { tell } from './tell.ts';

interface Said {
  readonly classroomId: string;
  readonly date: LocalDate;
  readonly start: Minute;
  readonly end: Minute;
  readonly kind: ActivityKind;
  readonly welcome?: Welcome;
  /** What one message told shares it; a UUID. */
  readonly saying?: string;
  /** Tapped, or only written. */
  readonly confirmed: boolean;
}

/**
 * The teacher said what the class does: kept, every open question about that time is answered, and each
 * therapist of the class hears of it once, in a student-free minute.
 */
export const recordActivity = async (desk: Desk, said: Said, shown?: Tap['message']): Promise<void> => {
  const activityId = await sayActivity(desk.trx, {
    classroom_id: said.classroomId,
    source: 'teacher',
    ...columnsOf(desk, said),
    ...(said.saying === undefined ? {} : { saying: said.saying }),
  });
  await spreadActivity(desk, said, activityId, shown);
};

/** She meant something else: what she said is changed, and the news of it with it. */
export const correctActivity = async (desk: Desk, activityId: string, said: Said): Promise<void> => {
  await changeActivity(desk.trx, activityId, columnsOf(desk, said));
  await spreadActivity(desk, said, activityId);
  await refresh(desk.trx, activityId);
};

const columnsOf = ({ me, now }: Desk, said: Said) => ({
  date: said.date,
  start_minute: said.start,
  end_minute: said.end,
  kind: said.kind,
  welcome: said.welcome ?? null,
  said_by: me.id,
  said_at: new Date(now),
  confirmed_at: said.confirmed ? new Date(now) : null,
});

const spreadActivity = async (
  desk: Desk,
  said: Said,
  activityId: string,
  shown?: Tap['message'],
): Promise<void> => {
  const { trx, now, school } = desk;
  const answered = await settleAsksWithin(desk, said, activityId, shown);
  const lost =
    isClosed(said.kind) || said.welcome === 'no' ? await freeVisitsWithin(desk, said, activityId) : [];
  const hit = new Set(lost.map(({ therapistId }) => therapistId));
  const subjectId = answered[0]?.id ?? activityId;
  const usefulUntil = instantOf(said.date, said.end, school.zone);
  for (const { therapistId: to } of await activePairingsOfClassroom(trx, said.classroomId)) {
    const news = { to, purpose: 'activity-news', subjectId, occasion: activityId, usefulUntil } as const;
    // Whoever loses a visit by it hears of it with what could be instead.
    if (!hit.has(to)) await tell(trx, news, now);
  }
  await offerSwaps(desk, activityId, lost);
};

const settleAsksWithin = async (
  desk: Desk,
  said: Said,
  activityId: string,
  shown: Tap['message'],
): Promise<AskView[]> => {
  const asks = await asksOfClassroom(desk.trx, said.classroomId, said.date, said.date);
  const answered = asks.filter((ask) => ask.start >= said.start && ask.start < said.end);
  for (const ask of answered) {
    await settleAsk(desk.trx, ask.id, 'answered', activityId);
    await cancelQueued(desk.trx, ask.id, 'answered meanwhile');
    await refresh(desk.trx, ask.id, shown);
  }
  return answered;
};

/** A test or a “not then” is her answer to every visit planned for that time: no reason, no second question. */
const freeVisitsWithin = async (desk: Desk, said: Said, activityId: string): Promise<VisitView[]> => {
  const lost: VisitView[] = [];
  const around = { memberIds: [], classroomIds: [said.classroomId] };
  for (const visit of await visitsAround(desk.trx, around, said.date, said.date)) {
    const worksOnThat = bestFit(said.kind, [visit.focus]) !== undefined && said.welcome !== 'no';
    if (visit.setting === 'consult' || !overlaps(visit, said) || worksOnThat || hasBegun(visit, desk.now))
      continue;
    const cause = said.welcome === 'no' && !isClosed(said.kind) ? 'teacher_asked' : causeOf(said.kind);
    if (!(await settleVisit(desk.trx, visit.id, holding, 'another', cause))) continue;
    await refreshVisit(desk.trx, visit);
    // A room that was only kept for a decision: the card that held it says so.
    if (visit.state === 'held') continue;
    await loseTo(desk.trx, visit.id, activityId);
    await cancelQueued(desk.trx, visit.id, 'the class does something else');
    lost.push(visit);
    await noticePattern(desk.trx, visit, desk.now);
  }
  return lost;
};
