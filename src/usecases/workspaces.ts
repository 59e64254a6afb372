import { randomUUID } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { Workspaces } from '../ports/workspaces.ts';
import {
  beginAttempt,
  endAttempt,
  keepToken,
  organizationOfTeam,
  switchOffTeam,
  tokenOfTeam,
} from '../store/installs.ts';
import { addInstallation, addOrganization } from '../store/organizations.ts';
import type { Db } from '../store/schema.ts';
import type { Seal } from '../store/seal.ts';
import { withOrganization } from '../store/with-organization.ts';

/** Slack's code lives ten minutes, and so does the way to it. */
const MINUTES = 10;

/** A workspace that installs PushIn is an organization of its own, and sees nothing of any other. */
export const createWorkspaces = (deps: {
  readonly db: Db;
  readonly seal: Seal;
  readonly clock: Clock;
}): Workspaces => {
  const { db, seal, clock } = deps;
  return {
    begin: (state, browser) => beginAttempt(db, state, browser, MINUTES),
    cameBack: (state, browser) => endAttempt(db, state, browser),
    tokenOf: async (teamId) => {
      const organizationId = await organizationOfTeam(db, teamId);
      return organizationId && withOrganization(db, organizationId, (trx) => tokenOfTeam(trx, seal, teamId));
    },
    keep: async ({ id, name, token }) => {
      const organizationId = (await organizationOfTeam(db, id)) ?? randomUUID();
      await withOrganization(db, organizationId, async (trx) => {
        await addOrganization(trx, organizationId, name);
        await addInstallation(trx, 'slack', id);
        await keepToken(trx, seal, id, token);
      });
    },
    switchOff: async (teamId, reason) => {
      const organizationId = await organizationOfTeam(db, teamId);
      if (organizationId === undefined) return;
      await withOrganization(db, organizationId, (trx) => switchOffTeam(trx, teamId, reason, clock.now()));
    },
  };
};
