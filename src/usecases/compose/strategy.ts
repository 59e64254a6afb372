import { trendOf } from '../../core/strategy.ts';
import { strategyCard, strategyCheckCard, strategyReviewCard } from '../../core/wording/strategy.ts';
import { strategyById, triesOf } from '../../store/strategies.ts';
import type { Composer } from './composer.ts';

export const composeStrategy: Composer = async (desk, id) => {
  const strategy = await strategyById(desk.trx, id);
  return strategy?.closedAt === null ? strategyCard(strategy) : undefined;
};

export const composeStrategyCheck: Composer = async (desk, id) => {
  const strategy = await strategyById(desk.trx, id);
  if (strategy?.closedAt !== null) return undefined;
  const mine = (await triesOf(desk.trx, [id])).filter(({ memberId }) => memberId === desk.me.id);
  return strategyCheckCard(strategy, mine.at(-1)?.said);
};

export const composeStrategyReview: Composer = async (desk, id) => {
  const strategy = await strategyById(desk.trx, id);
  if (strategy?.closedAt !== null) return undefined;
  const said = (await triesOf(desk.trx, [id])).map((one) => one.said);
  return strategyReviewCard(strategy, trendOf(said));
};
