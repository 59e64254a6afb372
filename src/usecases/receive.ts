import type { Card } from '../core/card.ts';
import { asksForHelp } from '../core/reading/read-command.ts';
import { type Instant, localTime } from '../core/time.ts';
import { outdatedCard, strangerCard } from '../core/wording/trouble.ts';
import { helpCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Profile } from '../ports/directory.ts';
import type { Answer, Inbound, InboundEvent, Receive } from '../ports/inbound.ts';
import { rememberAddress } from '../store/addresses.ts';
import { planAnew } from '../store/ask-plans.ts';
import { callerAt } from '../store/callers.ts';
import { firstTime } from '../store/inbox.ts';
import { hasNews } from '../store/outbox.ts';
import type { Db, Trx } from '../store/schema.ts';
import { withOrganization, withTenant } from '../store/with-organization.ts';
import type { Counter } from './desk.ts';
import { handleWords } from './handle-words.ts';
import { meetNewcomer } from './join.ts';
import { submits, taps } from './routes.ts';
import { withinDigest } from './send/redraw-digest.ts';
import { showWeek } from './show-week.ts';

interface ReceiveDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'describe'>;
  /** Called after an act is committed that left something to send. */
  readonly nudge: () => void;
}

/**
 * The one door from the platforms inward. The dedupe key and the effect are one transaction, so a redelivery
 * finds either both or neither; who may do what is decided by each use case, from live rows.
 */
export const createReceive =
  ({ db, clock, directory, nudge }: ReceiveDeps): Receive =>
  async (inbound) => {
    const general = answerForAnybody(inbound.event);
    if (general) return { kind: 'card', card: general };
    const { from } = inbound;
    const served = await withTenant(db, from, async (trx, organizationId) => {
      const later: Counter['later'] = (work) => withOrganization(db, organizationId, work);
      const answer = await serve(trx, inbound, clock.now(), later);
      return { organizationId, answer, hasNews: hasNews(trx) };
    });
    if (!served) return { kind: 'card', card: strangerCard() };
    if (served.hasNews) nudge();
    return served.answer ?? meet(served.organizationId);

    async function meet(organizationId: string): Promise<Answer> {
      // Asked outside any transaction: a slow platform must not hold a connection.
      const profile = await directory.describe(from);
      if (!profile) return { kind: 'card', card: strangerCard() };
      const answer = await withOrganization(db, organizationId, (trx) =>
        welcome(trx, inbound, clock.now(), profile),
      );
      nudge();
      return answer;
    }
  };

/** What needs no notes is told without them, and so even while the database is away. */
const answerForAnybody = (event: InboundEvent): Card | undefined =>
  event.kind === 'words' && asksForHelp(event.text) ? helpCard() : undefined;

/** Undefined when the person is nobody we know. */
const serve = async (
  trx: Trx,
  inbound: Inbound,
  now: Instant,
  later: Counter['later'],
): Promise<Answer | undefined> => {
  const { from } = inbound;
  const caller = await callerAt(trx, from, now);
  if (!caller) return undefined;
  if (!(await firstTime(trx, inbound.dedupeKey, now))) return { kind: 'none' };
  const { member: me, school, movedOn } = caller;
  if (!me.active) return { kind: 'card', card: strangerCard() };
  if (movedOn) await rememberAddress(trx, me.id, from, now);
  const counter = { trx, now, me, school, local: localTime(now, school.zone), from, later };
  const answer = await act(counter, inbound);
  if (hasNews(trx)) await planAnew(trx, me.id);
  return answer;
};

const welcome = async (trx: Trx, inbound: Inbound, now: Instant, profile: Profile): Promise<Answer> => {
  if (!(await firstTime(trx, inbound.dedupeKey, now))) return { kind: 'none' };
  return meetNewcomer({ trx, now, from: inbound.from, profile }, inbound.event);
};

const act = async (counter: Counter, { event }: Inbound): Promise<Answer> => {
  switch (event.kind) {
    case 'words':
      return handleWords(counter, event.text);
    case 'tap': {
      const answer = await taps.get(event.action)?.(counter, event);
      return withinDigest(counter, event, answer ?? { kind: 'replace', card: outdatedCard() });
    }
    case 'submit':
      return (await submits.get(event.form)?.(counter, event)) ?? { kind: 'card', card: outdatedCard() };
    case 'home':
      return { kind: 'card', card: await showWeek(counter) };
    case 'hello':
      return { kind: 'card', card: welcomeCard(counter.me.name, counter.me.role) };
  }
};
