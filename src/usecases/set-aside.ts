import type { Aside, Later } from '../core/reading/read-aside.ts';
import { type Instant, instantOf, localTime, MINUTE } from '../core/time.ts';
import { noAskExpiredCard } from '../core/wording/ask.ts';
import {
  askedLaterCard,
  passedAlreadyCard,
  quietUntilCard,
  tooLateToAskCard,
} from '../core/wording/later.ts';
import type { Answer } from '../ports/inbound.ts';
import { type AskView, countAsAsked, openAsksOfTeacher, settleAsk } from '../store/asks.ts';
import { setHush } from '../store/members.ts';
import { cancelQueuedFor, refresh } from '../store/outbox.ts';
import { letAskBe } from './answer-ask.ts';
import { ASKED_AT_MOST, composeAsk, hasPassed } from './compose/ask.ts';
import type { Counter } from './desk.ts';
import { replanQueued } from './replan.ts';
import { tell } from './tell.ts';

/**
 * “Skip this one”, “ask me in 30 min”: the question that is open is not answered, and comes when it is wanted, or not at
 * all. Undefined when none is open that could come later.
 */
export const setAside = async (counter: Counter, aside: Aside): Promise<Answer | undefined> => {
  const open = await openAsksOfTeacher(counter.trx, counter.me.id, counter.local.date);
  const ask = open.find((waiting) => waiting.timesAsked > 0 && !hasPassed(counter, waiting));
  if (aside.kind === 'skip') return skip(counter, ask);
  if (!ask && aside.kind === 'ask later') return undefined;
  const until = momentOf(counter, aside.until);
  if (until <= counter.now) return { kind: 'card', card: passedAlreadyCard() };
  return ask ? askAgainAt(counter, ask, until) : beQuietUntil(counter, until);
};

const skip = async (counter: Counter, ask: AskView | undefined): Promise<Answer> => {
  if (!ask) return { kind: 'card', card: noAskExpiredCard() };
  await letAskBe(counter, ask);
  const card = await composeAsk(counter, ask.id);
  return card ? { kind: 'card', card } : { kind: 'none' };
};

const momentOf = ({ now, school }: Counter, until: Later['until']): Instant =>
  'minutes' in until ? now + until.minutes * MINUTE : instantOf(until.date, until.minute ?? 0, school.zone);

/** Wanted by her, so it counts as no new question; only the one she named comes, not “once more” besides. */
const askAgainAt = async (counter: Counter, ask: AskView, until: Instant): Promise<Answer> => {
  const { trx, now, me, school, local } = counter;
  const starts = instantOf(ask.date, ask.start, school.zone);
  await cancelQueuedFor(trx, ask.id, me.id, 'asked for later');
  const due =
    until < starts
      ? await tell(
          trx,
          {
            to: me.id,
            purpose: 'ask',
            subjectId: ask.id,
            occasion: `at ${until}`,
            notBefore: until,
            usefulUntil: starts,
          },
          now,
        )
      : undefined;
  await settleAsk(trx, ask.id, due === undefined ? 'left' : 'unsure');
  if (due === undefined) await countAsAsked(trx, ask.id, ASKED_AT_MOST);
  await refresh(trx, ask.id);
  if (due === undefined) return { kind: 'card', card: tooLateToAskCard() };
  const { date, minute } = localTime(due, school.zone);
  return { kind: 'card', card: askedLaterCard(date, minute, local) };
};

const beQuietUntil = async (counter: Counter, until: Instant): Promise<Answer> => {
  await setHush(counter.trx, counter.me.id, until);
  await replanQueued(counter.trx, counter.me, counter.now);
  const { date, minute } = localTime(until, counter.school.zone);
  return { kind: 'card', card: quietUntilCard(date, minute, counter.local) };
};
