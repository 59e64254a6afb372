import { isLoopback } from '../loopback.ts';
import { isHost, type Present } from './variables.ts';

/** What the variables must be to each other, whatever each is by itself. */
export const combinationFaults = (present: Present): readonly string[] => [
  ...slackFaults(present),
  ...teamsFaults(present),
  ...reachFaults(present),
];

const slackNames = [
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_API_URL',
];
const teamsNames = [
  'TEAMS_APP_ID',
  'TEAMS_APP_PASSWORD',
  'TEAMS_TENANT_ID',
  'TEAMS_OPENID_METADATA_URL',
  'TEAMS_TOKEN_URL',
];

const setOf = (present: Present, names: readonly string[]): readonly string[] =>
  names.filter((name) => name in present);

const slackFaults = (present: Present): string[] => {
  const [cause] = setOf(present, slackNames);
  if (cause === undefined) return [];
  const has = (name: string) => name in present;
  const faults: string[] = [];
  if (has('SLACK_CLIENT_ID') !== has('SLACK_CLIENT_SECRET'))
    faults.push('SLACK_CLIENT_ID and SLACK_CLIENT_SECRET must be set together.');
  const oauth = has('SLACK_CLIENT_ID') || has('SLACK_CLIENT_SECRET');
  if (!has('SLACK_BOT_TOKEN') && !oauth)
    faults.push(
      `SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET (many) must be set, because ${cause} is.`,
    );
  if (has('SLACK_BOT_TOKEN') && oauth)
    faults.push('SLACK_BOT_TOKEN (one workspace) and SLACK_CLIENT_ID (many) must not be set together.');
  if (!has('SLACK_SIGNING_SECRET') && !has('SLACK_APP_TOKEN'))
    faults.push(`SLACK_SIGNING_SECRET must be set, because ${cause} is.`);
  if (oauth && has('SLACK_APP_TOKEN'))
    faults.push('SLACK_APP_TOKEN (Socket Mode) must be set with SLACK_BOT_TOKEN, not with SLACK_CLIENT_ID.');
  if (oauth && !has('PUSHIN_KEYS'))
    faults.push('PUSHIN_KEYS must be set, because SLACK_CLIENT_ID is: workspace tokens are kept sealed.');
  if (oauth && !has('PUBLIC_URL'))
    faults.push('PUBLIC_URL must be set, because SLACK_CLIENT_ID is: Slack sends people back to it.');
  return faults;
};

const teamsFaults = (present: Present): string[] => {
  const [cause] = setOf(present, teamsNames);
  if (cause === undefined) return [];
  // Without an app id botbuilder checks no caller at all; without a tenant any district's users would be let in.
  const needed = ['TEAMS_APP_ID', 'TEAMS_TENANT_ID'];
  if (!('TEAMS_TOKEN_URL' in present)) needed.push('TEAMS_APP_PASSWORD');
  return needed
    .filter((name) => !(name in present))
    .map((name) => `${name} must be set, because ${cause} is.`);
};

/** Why strangers could reach us, if they could. */
const exposedBy = (present: Present): string | undefined => {
  const { HOST: host = '127.0.0.1', PUBLIC_URL: url } = present;
  if (isHost(host) && !isLoopback(host)) return `HOST is «${host}»`;
  if (url !== undefined && URL.canParse(url) && !isLoopback(new URL(url).hostname))
    return `PUBLIC_URL is «${url}»`;
  return undefined;
};

/** In the playground anybody can be anybody, so it stays on this machine. */
const reachFaults = (present: Present): string[] => {
  const exposure = exposedBy(present);
  const anyPlatform = setOf(present, [...slackNames, ...teamsNames]).length > 0;
  const wish = present['PUSHIN_PLAYGROUND'];
  if (exposure === undefined || wish === 'off') return [];
  if (wish === 'on')
    return [
      `PUSHIN_PLAYGROUND must be off, because ${exposure} and the playground is for this machine only.`,
    ];
  return anyPlatform
    ? []
    : [
        `SLACK_SIGNING_SECRET with SLACK_BOT_TOKEN, or TEAMS_APP_ID with TEAMS_APP_PASSWORD and TEAMS_TENANT_ID, must be set, because ${exposure} and without a platform PushIn is a playground, which is for this machine only.`,
      ];
};
