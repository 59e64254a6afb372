import type { Card } from '../../core/card.ts';
import { fit as fitOf } from '../../core/fit.ts';
import { localTime } from '../../core/time.ts';
import { takesRoom } from '../../core/visit-setting.ts';
import { changeLines, undoneTitle } from '../../core/wording/change.ts';
import { formatWhen } from '../../core/wording/clock-words.ts';
import { whyNothing } from '../../core/wording/schedule.ts';
import {
  classChangedCause,
  declinedCause,
  lookAgain,
  lookingFor,
  type SwapCause,
  type SwapLine,
  swapsCard,
} from '../../core/wording/swaps.ts';
import { activityById } from '../../store/activities.ts';
import { sayingOf } from '../../store/changes.ts';
import { classroomById } from '../../store/classrooms.ts';
import { memberById } from '../../store/members.ts';
import { isSearching } from '../../store/swap-searches.ts';
import { visitsInsteadOf, visitsLostTo } from '../../store/visit-bundles.ts';
import type { VisitView } from '../../store/visits.ts';
import { allFactsOf } from '../changes/draw-change.ts';
import type { Composer } from '../compose/composer.ts';
import type { Desk } from '../desk.ts';
import { findTimes, whyNothingIn } from '../find-times.ts';

/** The subject is what took the visits: a change, an activity, or the bundle they were declined in. */
export const composeSwaps: Composer = (desk, subjectId) => drawSwaps(desk, subjectId);

export const drawSwaps = async (desk: Desk, subjectId: string): Promise<Card | undefined> => {
  const { trx, me, school, local } = desk;
  const lost = await visitsLostTo(trx, subjectId, me.id);
  if (lost.length === 0) return undefined;
  const swaps = await visitsInsteadOf(
    trx,
    lost.map(({ id }) => id),
  );
  const isLooking = await isSearching(trx, subjectId, me.id);
  const lines: SwapLine[] = [];
  for (const visit of lost) {
    const own = swaps
      .filter(({ insteadOf }) => insteadOf === visit.id)
      .map((swap) => ({
        ...swap,
        fit: takesRoom(swap.setting) ? fitOf(swap.kind, swap.focus) : 0,
        until: swap.heldUntil === null ? undefined : localTime(swap.heldUntil, school.zone),
      }));
    lines.push({
      lost: visit,
      swaps: own,
      why: own.length > 0 ? '' : isLooking ? lookingFor : await whyNone(desk, visit),
    });
  }
  return swapsCard({ subjectId, cause: await causeOf(desk, subjectId, lost), lines }, local);
};

const whyNone = async (desk: Desk, visit: VisitView): Promise<string> => {
  const times = await findTimes(desk, visit.pairingId);
  return times.proposals.length > 0 || times.pairings.length === 0
    ? lookAgain
    : whyNothing[whyNothingIn(times, visit.pairingId)](visit.classroomName);
};

const causeOf = async (
  { trx, local }: Desk,
  subjectId: string,
  lost: readonly VisitView[],
): Promise<SwapCause> => {
  const changes = await sayingOf(trx, subjectId);
  const [first] = changes;
  if (first !== undefined) {
    const [title = '', ...more] = changeLines(await allFactsOf(trx, changes), local.date);
    const isUndone = changes.every(({ undone }) => undone !== undefined);
    const saidBy = first.saidBy === '' ? '' : (await memberById(trx, first.saidBy)).name;
    return { title: isUndone ? undoneTitle(title) : title, more, saidBy };
  }
  const activity = await activityById(trx, subjectId);
  if (activity !== undefined) {
    const room = await classroomById(trx, activity.classroom_id);
    const span = { start: activity.start_minute, end: activity.end_minute };
    return classChangedCause(room?.name ?? '', formatWhen(activity.date, span, local.date), activity.kind);
  }
  return declinedCause(lost[0]?.teacherName ?? '', lost.length);
};
