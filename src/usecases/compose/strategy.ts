import { trendOf } from '../../core/strategy.ts';
import { strategyCard, strategyCheckCard, strategyReviewCard } from '../../core/wording/strategy.ts';
import { isReader, strategyById, triesOf } from '../../store/strategies.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** Still tried, and still for this person. */
const forReader = async ({ trx, me }: Desk, id: string) => {
  const strategy = (await isReader(trx, id, me.id)) ? await strategyById(trx, id) : undefined;
  return strategy?.closedAt === null ? strategy : undefined;
};

export const composeStrategy: Composer = async (desk, id) => {
  const strategy = await forReader(desk, id);
  return strategy && strategyCard(strategy);
};

export const composeStrategyCheck: Composer = async (desk, id) => {
  const strategy = await forReader(desk, id);
  if (!strategy) return undefined;
  const mine = (await triesOf(desk.trx, [id])).filter(({ memberId }) => memberId === desk.me.id);
  return strategyCheckCard(strategy, mine.at(-1)?.said);
};

export const composeStrategyReview: Composer = async (desk, id) => {
  const strategy = await strategyById(desk.trx, id);
  if (strategy?.closedAt !== null) return undefined;
  const said = (await triesOf(desk.trx, [id])).map((one) => one.said);
  return strategyReviewCard(strategy, trendOf(said));
};
