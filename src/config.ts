import path from 'node:path';
import { combinationFaults } from './config/rules.ts';
import { type LogLevel, presentIn, readVariables, type Variables } from './config/variables.ts';

/** How PushIn speaks to Slack. Exactly one of `botToken` and `oauth` is there. */
interface SlackConfig {
  /** Missing only in Socket Mode, where Slack signs nothing. */
  readonly signingSecret: string | undefined;
  /** One workspace. */
  readonly botToken: string | undefined;
  /** Many workspaces, each installing by itself. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | undefined;
  /** Socket Mode. */
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
}

interface TeamsConfig {
  readonly appId: string;
  /** Missing only where `tokenUrl` stands in for Entra. */
  readonly appPassword: string | undefined;
  readonly tenantId: string;
  readonly openIdMetadataUrl: string | undefined;
  readonly tokenUrl: string | undefined;
}

/** A key of the ring that seals tokens. The first one seals, all of them open. */
interface Key {
  readonly id: string;
  readonly secret: Buffer;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** How the outside reaches us, without a slash at the end. */
  readonly publicUrl: string;
  /** Without one, the embedded Postgres runs in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly keys: readonly Key[];
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
  readonly playground: boolean;
  readonly logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Every fault is told at once, one sentence each, so that nobody mends them one start at a time. */
export const readConfig = (environment: Environment): ConfigReading => {
  const present = presentIn(environment);
  const { variables, faults } = readVariables(present);
  const all = [...faults, ...combinationFaults(present)];
  return all.length > 0 || variables === undefined
    ? { ok: false, faults: all }
    : { ok: true, config: toConfig(variables) };
};

const toConfig = (variables: Variables): Config => {
  const slack = slackOf(variables);
  const teams = teamsOf(variables);
  const { HOST, PORT } = variables;
  const playground = variables.PUSHIN_PLAYGROUND ?? (slack === undefined && teams === undefined);
  return {
    host: HOST,
    port: PORT,
    publicUrl: variables.PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`,
    databaseUrl: variables.DATABASE_URL,
    dataDir: path.resolve(variables.PUSHIN_DATA_DIR),
    keys: variables.PUSHIN_KEYS ?? [],
    slack,
    teams,
    playground,
    // A terminal that shows the playground's address should show little else.
    logLevel: variables.LOG_LEVEL ?? (playground ? 'warn' : 'info'),
  };
};

const slackOf = (variables: Variables): SlackConfig | undefined => {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = variables;
  const botToken = variables.SLACK_BOT_TOKEN;
  const oauth = clientId && clientSecret ? { clientId, clientSecret } : undefined;
  if (botToken === undefined && oauth === undefined) return undefined;
  return {
    signingSecret: variables.SLACK_SIGNING_SECRET,
    botToken,
    oauth,
    appToken: variables.SLACK_APP_TOKEN,
    apiUrl: variables.SLACK_API_URL,
  };
};

const teamsOf = (variables: Variables): TeamsConfig | undefined => {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TENANT_ID: tenantId } = variables;
  if (!appId || !tenantId) return undefined;
  return {
    appId,
    appPassword,
    tenantId,
    openIdMetadataUrl: variables.TEAMS_OPENID_METADATA_URL,
    tokenUrl: variables.TEAMS_TOKEN_URL,
  };
};
