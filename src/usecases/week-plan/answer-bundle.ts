import type { Card } from '../../core/card.ts';
import { hasBegun } from '../../core/has-begun.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import { visitBegunNote } from '../../core/wording/visit.ts';
import { visitsAskCard } from '../../core/wording/visits-ask.ts';
import { wasShown } from '../../store/outbox.ts';
import { bundleToChange, visitsInBundle } from '../../store/visit-bundles.ts';
import { settleVisit } from '../../store/visits.ts';
import type { Composer } from '../compose/composer.ts';
import type { Desk } from '../desk.ts';
import { isId, type OnTap } from '../door.ts';
import { spreadVisit } from '../spread-visit.ts';

export const composeVisitsAsk: Composer = async (desk, bundleId) => {
  const { trx, me } = desk;
  const visits = await visitsInBundle(trx, bundleId);
  if (visits.some(({ teacherId }) => teacherId !== me.id)) return undefined;
  // All taken back before she was asked: nothing to bother her with.
  if (visits.every(({ state }) => isOver(state)) && !(await wasShown(trx, bundleId, me.id))) return undefined;
  return drawBundle(desk, bundleId);
};

const isOver = (state: string): boolean => ['withdrawn', 'expired', 'displaced'].includes(state);

export const drawBundle = async (
  { trx, now }: Pick<Desk, 'trx' | 'now'>,
  id: string,
  hint?: string,
): Promise<Card> => {
  const asked = await visitsInBundle(trx, id);
  const visits = asked.map((visit) => ({ ...visit, hasBegun: hasBegun(visit, now) }));
  return visitsAskCard({ id, visits, therapistName: visits[0]?.therapistName ?? '' }, hint);
};

/** “Yes to all”, or to those that are left. What has begun meanwhile stays as it was. */
export const acceptBundle: OnTap = async (counter, tap) => {
  const { trx, me, now } = counter;
  const visits = isId(tap.ref) ? await bundleToChange(trx, tap.ref) : [];
  if (visits.length === 0 || visits.some(({ teacherId }) => teacherId !== me.id))
    return { kind: 'replace', card: outdatedCard() };
  const open = visits.filter(({ state }) => state === 'proposed');
  const ahead = open.filter((visit) => !hasBegun(visit, now));
  for (const visit of ahead)
    if (await settleVisit(trx, visit.id, ['proposed'], 'agreed'))
      await spreadVisit(counter, visit, 'therapist', tap.message);
  const hint = ahead.length < open.length ? visitBegunNote : undefined;
  return { kind: 'replace', card: await drawBundle(counter, tap.ref, hint) };
};
