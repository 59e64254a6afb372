import { randomBytes, randomUUID } from 'node:crypto';
import { slackTeam, teamsTenant } from './maple-street.ts';
import { SLACK_PATH } from './small-slack/index.ts';
import { TEAMS_PATH } from './small-teams/index.ts';

/** Secrets good for one run on this machine: the small platforms and the real adapters share them and nobody else. */
export const inventSecrets = (botUrl: string) => {
  const secret = (): string => randomBytes(16).toString('hex');
  const slack = { signingSecret: secret(), botToken: `xoxb-playground-${secret()}` };
  const teams = { appId: randomUUID(), appPassword: secret() };
  return {
    /** For the adapters, as the environment would give them. */
    settings: {
      slack: { ...slack, apiUrl: `${botUrl}${SLACK_PATH}/api/` },
      teams: {
        ...teams,
        tenantIds: [teamsTenant],
        openIdMetadataUrl: `${botUrl}${TEAMS_PATH}/openid`,
        tokenUrl: `${botUrl}${TEAMS_PATH}/token`,
      },
    },
    playground: { ...slack, ...teams, teamId: slackTeam, tenantId: teamsTenant, botUrl: () => botUrl },
  };
};
