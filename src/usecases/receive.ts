import type { Card } from '../core/card.ts';
import { asksForHelp } from '../core/reading/read-command.ts';
import { mayDo } from '../core/rights.ts';
import { type Instant, localTime } from '../core/time.ts';
import { outdatedCard, strangerCard, tooFastCard } from '../core/wording/trouble.ts';
import { buttonTyped } from '../core/wording/typed-buttons.ts';
import { helpCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Profile } from '../ports/directory.ts';
import type { Answer, Inbound, InboundEvent, Receive } from '../ports/inbound.ts';
import { closeAddress, openAddress, rememberAddress } from '../store/addresses.ts';
import { type Allowance, takeOne } from '../store/allowances.ts';
import { planAnew } from '../store/ask-plans.ts';
import { callerAt } from '../store/callers.ts';
import { firstTime } from '../store/inbox.ts';
import { hasNews } from '../store/outbox.ts';
import type { Db, Trx } from '../store/schema.ts';
import { withOrganization, withTenant } from '../store/with-organization.ts';
import type { ActLimits } from './act-limits.ts';
import type { Counter } from './desk.ts';
import { handleWords } from './handle-words.ts';
import { meetNewcomer } from './join.ts';
import { createOrganizationAllowance } from './organization-allowance.ts';
import { refusalOf } from './refuse.ts';
import { submits, taps } from './routes.ts';
import { withinDigest } from './send/redraw-digest.ts';
import { showWeek } from './show-week.ts';

interface ReceiveDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'describe'>;
  /** Where people outside reach us; left out, no card has a link. */
  readonly publicUrl?: string | undefined;
  /** Called after an act is committed that left something to send. */
  readonly nudge: () => void;
  /** Called after an act is committed that left a planned week to think on about. */
  readonly improve: (organizationId: string, planId: string) => void;
  /** Called after an act is committed that asks for a team's week; otherwise the next tick finds it. */
  readonly planTeam?: () => void;
  /** None in the playground, where time stands still. */
  readonly limits?: ActLimits;
}

/**
 * The one door from the platforms inward. The dedupe key and the effect are one transaction, so a redelivery
 * finds either both or neither; who may do what is decided by each use case, from live rows.
 */
export const createReceive = ({
  db,
  clock,
  directory,
  publicUrl,
  nudge,
  improve,
  planTeam,
  limits,
}: ReceiveDeps): Receive => {
  const organizationMay = limits && createOrganizationAllowance(db, limits.organization);
  const receive: Receive = async (inbound) => {
    const general = answerForAnybody(inbound);
    if (general) return { kind: 'card', card: general };
    const { from } = inbound;
    if (inbound.event.kind === 'account') return noteAccount(db, inbound, inbound.event);
    if (organizationMay && !(await organizationMay(from, clock.now()))) return tooFast;
    const served = await withTenant(db, from, async (trx, organizationId) => {
      const later: Counter['later'] = (work) => withOrganization(db, organizationId, work);
      const plans: string[] = [];
      let forTeam = false;
      const after = {
        later,
        improve: (planId: string) => void plans.push(planId),
        planTeam: () => {
          forTeam = true;
        },
        publicUrl,
      };
      const answer = await serve(trx, inbound, clock.now(), after, limits?.person);
      return { organizationId, answer, hasNews: hasNews(trx), plans, forTeam };
    });
    if (!served) return { kind: 'card', card: strangerCard() };
    if (served.hasNews) nudge();
    for (const planId of served.plans) improve(served.organizationId, planId);
    if (served.forTeam) planTeam?.();
    return served.answer ?? meet(served.organizationId);

    async function meet(organizationId: string): Promise<Answer> {
      // Asked outside any transaction: a slow platform must not hold a connection.
      const profile = await directory.describe(from);
      if (!profile) return { kind: 'card', card: strangerCard() };
      // Closed here, but a full member's by the platform's own word: its news of it was lost.
      if (await withOrganization(db, organizationId, (trx) => openAddress(trx, from, clock.now())))
        return receive(inbound);
      const answer = await withOrganization(db, organizationId, (trx) =>
        welcome(trx, inbound, clock.now(), profile, limits),
      );
      nudge();
      return answer;
    }
  };
  return receive;
};

/** What needs no notes is told without them, and so even while the database is away. */
const answerForAnybody = ({ event, from }: Inbound): Card | undefined =>
  event.kind === 'words' && asksForHelp(event.text) ? helpCard(from.platform) : undefined;

/** Undefined when the person is nobody we know. */
const serve = async (
  trx: Trx,
  inbound: Inbound,
  now: Instant,
  after: Pick<Counter, 'later' | 'improve' | 'planTeam' | 'publicUrl'>,
  limit: Allowance | undefined,
): Promise<Answer | undefined> => {
  const { from } = inbound;
  const caller = await callerAt(trx, from, now);
  if (!caller) return undefined;
  if (limit && !(await takeOne(trx, `acts of ${caller.member.id}`, limit, now))) return tooFast;
  if (!(await firstTime(trx, inbound.dedupeKey, now))) return { kind: 'none' };
  const { member: me, school, movedOn } = caller;
  if (!me.active) return { kind: 'card', card: strangerCard() };
  if (movedOn) await rememberAddress(trx, me.id, from, now);
  const counter = { trx, now, me, school, local: localTime(now, school.zone), from, ...after };
  const answer = await act(counter, inbound);
  if (hasNews(trx)) await planAnew(trx, me.id);
  return answer;
};

/** Said by the platform, not by the person; at once, so that nothing more is told to somebody who left. */
const noteAccount = async (
  db: Db,
  { from }: Inbound,
  { standing, since }: Extract<InboundEvent, { kind: 'account' }>,
): Promise<Answer> => {
  await withTenant(db, from, async (trx) => {
    await (standing === 'closed' ? closeAddress : openAddress)(trx, from, since);
  });
  return { kind: 'none' };
};

const tooFast: Answer = { kind: 'card', card: tooFastCard() };

const welcome = async (
  trx: Trx,
  inbound: Inbound,
  now: Instant,
  profile: Profile,
  limits: ActLimits | undefined,
): Promise<Answer> => {
  const { platform, tenantId, userId } = inbound.from;
  const own = `acts of newcomer ${platform} ${tenantId} ${userId}`;
  if (limits && !(await takeOne(trx, own, limits.newcomer, now))) return tooFast;
  if (limits && !(await takeOne(trx, 'acts of newcomers', limits.newcomers, now))) return tooFast;
  if (!(await firstTime(trx, inbound.dedupeKey, now))) return { kind: 'none' };
  return meetNewcomer({ trx, now, from: inbound.from, profile }, inbound.event);
};

const act = async (counter: Counter, { event }: Inbound): Promise<Answer> => {
  switch (event.kind) {
    case 'words': {
      const typed = buttonTyped(event.text);
      if (!typed || !mayDo(counter.me.role, typed.act)) return handleWords(counter, event.text);
      const { act: name, ...more } = typed;
      const action = name.slice('tap '.length);
      const answer = await taps.get(action)?.(counter, { kind: 'tap', action, ref: '', ...more });
      return answer ?? handleWords(counter, event.text);
    }
    case 'tap': {
      const refusal = refusalOf(counter, `tap ${event.action}`);
      const answer = refusal ? undefined : await taps.get(event.action)?.(counter, event);
      return withinDigest(counter, event, answer ?? { kind: 'replace', card: refusal ?? outdatedCard() });
    }
    case 'submit': {
      const refusal = refusalOf(counter, `form ${event.form}`);
      const answer = refusal ? undefined : await submits.get(event.form)?.(counter, event);
      return answer ?? { kind: 'card', card: refusal ?? outdatedCard() };
    }
    case 'home':
      return { kind: 'card', card: await showWeek(counter) };
    case 'account':
      return { kind: 'none' };
    case 'hello':
      return { kind: 'card', card: welcomeCard(counter.me.name, counter.me.role) };
  }
};
