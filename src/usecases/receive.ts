import { outdatedCard, strangerCard } from '../core/wording/trouble.ts';
import { newcomerCard, welcomeCard } from '../core/wording/welcome.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Profile } from '../ports/directory.ts';
import type { Answer, Inbound, Receive } from '../ports/inbound.ts';
import { rememberAddress } from '../store/addresses.ts';
import { firstTime } from '../store/inbox.ts';
import { memberByAddress } from '../store/members.ts';
import { organizationOf } from '../store/organizations.ts';
import type { Db, Trx } from '../store/schema.ts';
import { withOrganization } from '../store/with-organization.ts';
import { type Counter, deskFor } from './desk.ts';
import { handleWords } from './handle-words.ts';
import { meetNewcomer } from './join.ts';
import { submits, taps } from './routes.ts';
import { showWeek } from './show-week.ts';

interface ReceiveDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly directory: Directory;
  /** Called after every committed act: something may be due at once. */
  readonly nudge: () => void;
}

/**
 * The one door from the platforms inward. The dedupe key and the effect are one transaction, so a redelivery
 * finds either both or neither; who may do what is decided by each use case, from live rows.
 */
export const createReceive =
  ({ db, clock, directory, nudge }: ReceiveDeps): Receive =>
  async (inbound) => {
    const { from } = inbound;
    const organizationId = await organizationOf(db, from.platform, from.tenantId);
    if (organizationId === undefined) return { kind: 'card', card: strangerCard() };
    const act = (newcomer: Profile | undefined) =>
      withOrganization(db, organizationId, (trx) => handle(trx, inbound, clock.now(), newcomer));
    let answer = await act(undefined);
    if (answer === 'unknown person') {
      // Asked outside the transaction: a slow platform must not hold a connection.
      const profile = await directory.describe(from);
      answer = profile ? await act(profile) : { kind: 'card', card: strangerCard() };
    }
    nudge();
    return answer === 'unknown person' ? { kind: 'card', card: newcomerCard() } : answer;
  };

const handle = async (
  trx: Trx,
  inbound: Inbound,
  now: number,
  newcomer: Profile | undefined,
): Promise<Answer | 'unknown person'> => {
  const { from, event } = inbound;
  const me = await memberByAddress(trx, from.platform, from.tenantId, from.userId);
  if (!me && !newcomer) return 'unknown person';
  if (!(await firstTime(trx, inbound.dedupeKey, now))) return { kind: 'none' };
  if (!me) return newcomer ? meetNewcomer({ trx, now, from, profile: newcomer }, event) : 'unknown person';
  if (!me.active) return { kind: 'card', card: strangerCard() };
  await rememberAddress(trx, me.id, from, now);
  return act({ ...(await deskFor(trx, me, now)), from }, inbound);
};

const act = async (counter: Counter, { event }: Inbound): Promise<Answer> => {
  switch (event.kind) {
    case 'words':
      return handleWords(counter, event.text);
    case 'tap':
      return (await taps.get(event.action)?.(counter, event)) ?? { kind: 'replace', card: outdatedCard() };
    case 'submit':
      return (await submits.get(event.form)?.(counter, event)) ?? { kind: 'card', card: outdatedCard() };
    case 'home':
      return { kind: 'card', card: await showWeek(counter) };
    case 'hello':
      return { kind: 'card', card: welcomeCard(counter.me.name, counter.me.role) };
  }
};
