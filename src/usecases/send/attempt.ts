import type { Instant, Stretch } from '../../core/time.ts';
import type { Delivery } from '../../ports/messenger.ts';
import type { Claim } from './claim.ts';
import { type SendDeps, waitAfter } from './deps.ts';

/** What became of a claimed message. */
export interface Attempt {
  readonly claim: Claim;
  readonly ending: Delivery | { readonly kind: 'asleep'; readonly quiet: Stretch };
  /** What the platform said just now: somebody's who works here, or nobody's any more. */
  readonly account: 'confirmed' | 'departed' | 'unchecked';
  readonly at: Instant;
  /** When to try again, if it is to be tried again. */
  readonly again: Instant;
}

/** Sends one message, unless the person has asked the platform for quiet or has left it. */
export const attempt = async (deps: SendDeps, claim: Claim, isWanted: () => boolean): Promise<Attempt> => {
  const { messenger, to, card, key, rows } = claim;
  const quiet = await quietTime(deps, claim);
  const account = quiet ? 'unchecked' : await checkAccount(deps, claim);
  const ending: Attempt['ending'] = quiet
    ? { kind: 'asleep', quiet }
    : account === 'departed'
      ? { kind: 'unreachable', reason: 'no longer an account' }
      : await messenger.send(to, card, key, isWanted);
  if (ending.kind !== 'sent' && ending.kind !== 'asleep') {
    const why = 'reason' in ending ? { reason: ending.reason } : {};
    deps.log.warn({ outboxId: rows[0]?.id, outcome: ending.kind, ...why }, 'message not sent');
  }
  const at = deps.clock.now();
  const asked = ending.kind === 'rate-limited' ? ending.retryAfterSeconds : undefined;
  const again = at + waitAfter(deps, asked, rows[0]?.attempts ?? 0);
  return { claim, ending, account, at, again };
};

/** The platform's own quiet, when it is now. What cannot be asked keeps nobody's message back. */
const quietTime = async (deps: SendDeps, { to, mayAsk }: Claim): Promise<Stretch | undefined> => {
  if (!mayAsk.quiet) return undefined;
  try {
    const quiet = await deps.directory.doNotDisturb(to);
    const now = deps.clock.now();
    return quiet && quiet.start <= now && now < quiet.end ? quiet : undefined;
  } catch {
    return undefined;
  }
};

/** A check that cannot be made now keeps nobody's message back. */
const checkAccount = async (deps: SendDeps, { to, mayAsk }: Claim): Promise<Attempt['account']> => {
  if (!mayAsk.account) return 'unchecked';
  try {
    return (await deps.directory.describe(to)) ? 'confirmed' : 'departed';
  } catch {
    return 'unchecked';
  }
};
