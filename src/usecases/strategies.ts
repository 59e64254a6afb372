import type { Card } from '../core/card.ts';
import { sayings, trendOf, USUAL_REVIEW } from '../core/strategy.ts';
import { addDays } from '../core/time.ts';
import {
  nobodyToShareWithCard,
  saidCard,
  strategiesCard,
  strategyClosedCard,
  strategyKeptCard,
  strategyReadCard,
} from '../core/wording/strategy.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { homeNotesAllowed } from '../store/organizations.ts';
import { refresh } from '../store/outbox.ts';
import { pairingById } from '../store/pairings.ts';
import {
  closeStrategy,
  isReader,
  openStrategiesOf,
  reviewStrategyOn,
  type StrategyView,
  sayTried,
  strategyById,
  triesOf,
} from '../store/strategies.ts';
import type { Counter, Desk } from './desk.ts';
import { isId, type OnTap } from './door.ts';
import { pairsToShareIn } from './share-strategy.ts';

/** `/pushin strategies`: what is being tried around this person, and how it goes. */
export const showStrategies = async (desk: Desk): Promise<Card> => {
  const open = await withTrends(desk, await openStrategiesOf(desk.trx, desk.me.id));
  const share = (await pairsToShareIn(desk)).length > 0;
  if (open.length === 0 && !share) return nobodyToShareWithCard();
  const handOver = desk.me.role === 'therapist';
  return strategiesCard(open, { share, handOver, homeNote: handOver && (await homeNotesAllowed(desk.trx)) });
};

export const withTrends = async ({ trx }: Desk, strategies: readonly StrategyView[]) => {
  const tries = await triesOf(
    trx,
    strategies.map(({ id }) => id),
  );
  return strategies.map((facts) => ({
    facts,
    trend: trendOf(tries.filter(({ strategyId }) => strategyId === facts.id).map(({ said }) => said)),
  }));
};

/** Only for those it was sent to, who made it, or who works there as the therapist. */
const seen = async ({ trx, me }: Counter, id: string) => {
  const strategy = isId(id) ? await strategyById(trx, id) : undefined;
  if (!strategy) return undefined;
  const reader = await isReader(trx, strategy.id, me.id);
  const owner =
    strategy.madeBy === me.id || (await pairingById(trx, strategy.pairingId))?.therapistId === me.id;
  return reader || owner ? { strategy, reader, owner } : undefined;
};

export const readStrategy: OnTap = async (counter, tap) => {
  const found = await seen(counter, tap.ref);
  if (!found) return { kind: 'card', card: outdatedCard() };
  const [one] = await withTrends(counter, [found.strategy]);
  if (!one) return { kind: 'card', card: outdatedCard() };
  const open = found.strategy.closedAt === null;
  const may = { say: open && found.reader, close: open && found.owner };
  return { kind: 'card', card: strategyReadCard(one.facts, one.trend, may) };
};

export const sayStrategy: OnTap = async (counter, tap) => {
  const found = await seen(counter, tap.ref);
  const said = sayings.find((known) => known === tap.value);
  if (!found?.reader || !said) return { kind: 'replace', card: outdatedCard() };
  const { trx, me, local } = counter;
  await sayTried(trx, { strategyId: found.strategy.id, memberId: me.id, date: local.date, said });
  await refresh(trx, found.strategy.id, tap.message);
  return { kind: 'replace', card: saidCard(found.strategy, said) };
};

/** Still needed: asked about again in a few weeks. */
export const keepStrategy: OnTap = async (counter, tap) => {
  const found = await seen(counter, tap.ref);
  if (!found?.owner || found.strategy.closedAt !== null) return { kind: 'replace', card: outdatedCard() };
  await reviewStrategyOn(counter.trx, found.strategy.id, addDays(counter.local.date, 7 * USUAL_REVIEW));
  return { kind: 'replace', card: strategyKeptCard() };
};

export const endStrategy: OnTap = async (counter, tap) => {
  const found = await seen(counter, tap.ref);
  if (!found?.owner) return { kind: 'replace', card: outdatedCard() };
  await closeStrategy(counter.trx, found.strategy.id, counter.now);
  return { kind: 'replace', card: strategyClosedCard() };
};
