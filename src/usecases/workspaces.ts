import { randomUUID } from 'node:crypto';
import { HOUR, type Instant } from '../core/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Grant, Renew, Workspaces } from '../ports/workspaces.ts';
import {
  beginAttempt,
  endAttempt,
  type KeptToken,
  keepToken,
  lockToken,
  organizationOfTeam,
  switchOffTeam,
  tokenOfTeam,
} from '../store/installs.ts';
import { addInstallation, addOrganization } from '../store/organizations.ts';
import type { Db, Trx } from '../store/schema.ts';
import type { Seal } from '../store/seal.ts';
import { withOrganization } from '../store/with-organization.ts';

/** Slack's code lives ten minutes, and so does the way to it. */
const MINUTES = 10;

/** A token lives twelve hours. With two left there is time to renew it, whatever comes in between. */
const RENEW_BEFORE = 2 * HOUR;

const endsSoon = ({ renewal }: KeptToken, now: Instant): boolean =>
  renewal !== undefined && renewal.expiresAt - now < RENEW_BEFORE;

const toKeep = ({ token, renewal }: Grant, now: Instant): KeptToken => ({
  token,
  renewal: renewal && { refreshToken: renewal.refreshToken, expiresAt: now + renewal.seconds * 1_000 },
});

/** A workspace that installs PushIn is an organization of its own, and sees nothing of any other. */
export const createWorkspaces = (deps: {
  readonly db: Db;
  readonly seal: Seal;
  readonly clock: Clock;
}): Workspaces => {
  const { db, seal, clock } = deps;

  /**
   * A refresh token is good once, so of all instances one asks Slack, and the others find what it brought. While the
   * old token still holds nobody waits for it, and a Slack that cannot be reached is asked again at the next message.
   */
  const renewed = async (
    trx: Trx,
    teamId: string,
    before: KeptToken,
    renew: Renew,
  ): Promise<string | undefined> => {
    const holds = (kept: KeptToken): boolean => (kept.renewal?.expiresAt ?? 0) > clock.now();
    if (!(await lockToken(trx, teamId, !holds(before)))) return before.token;
    const kept = await tokenOfTeam(trx, seal, teamId);
    if (!kept?.renewal || !endsSoon(kept, clock.now())) return kept?.token;
    const grant = await renew(kept.renewal.refreshToken).catch((error: unknown) => {
      if (holds(kept)) return { token: kept.token };
      throw error;
    });
    if (grant === undefined) {
      if (holds(kept)) return kept.token;
      await switchOffTeam(trx, teamId, 'invalid_refresh_token', clock.now());
      return undefined;
    }
    if (grant.token !== kept.token) await keepToken(trx, seal, teamId, toKeep(grant, clock.now()));
    return grant.token;
  };

  return {
    begin: (state, browser) => beginAttempt(db, state, browser, MINUTES),
    cameBack: (state, browser) => endAttempt(db, state, browser),
    tokenOf: async (teamId, renew) => {
      const organizationId = await organizationOfTeam(db, teamId);
      if (organizationId === undefined) return undefined;
      const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(db, organizationId, work);
      const kept = await inside((trx) => tokenOfTeam(trx, seal, teamId));
      if (kept === undefined || !endsSoon(kept, clock.now())) return kept?.token;
      return inside((trx) => renewed(trx, teamId, kept, renew));
    },
    keep: async ({ id, name, grant }) => {
      const organizationId = (await organizationOfTeam(db, id)) ?? randomUUID();
      await withOrganization(db, organizationId, async (trx) => {
        await addOrganization(trx, organizationId, name);
        await addInstallation(trx, 'slack', id);
        await keepToken(trx, seal, id, toKeep(grant, clock.now()));
      });
    },
    switchOff: async (teamId, reason) => {
      const organizationId = await organizationOfTeam(db, teamId);
      if (organizationId === undefined) return;
      await withOrganization(db, organizationId, (trx) => switchOffTeam(trx, teamId, reason, clock.now()));
    },
  };
};
