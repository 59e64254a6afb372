import type { Config, ConfigReading } from './config.ts';
import type { Examination } from './store/examine.ts';

/** `fault`: somebody must act before PushIn can work. */
export interface Finding {
  readonly verdict: 'ok' | 'none' | 'fault';
  readonly sentence: string;
}

interface DoctorDeps {
  /** `20.19.0`. */
  readonly nodeVersion: string;
  readonly reading: ConfigReading;
  examineDatabase(config: Config): Promise<Examination>;
}

/** package.json says the same to npm. */
export const oldestNode = '20.19';

export const examineAll = async ({
  nodeVersion,
  reading,
  examineDatabase,
}: DoctorDeps): Promise<Finding[]> => {
  const node = nodeFinding(nodeVersion);
  if (!reading.ok) return [node, ...reading.faults.map(fault)];
  const { config } = reading;
  return [
    node,
    ok(`The environment is in order; PushIn will serve ${config.publicUrl}.`),
    slackFinding(config),
    teamsFinding(config),
    playgroundFinding(config),
    keysFinding(config),
    ...(await databaseFindings(config, examineDatabase)),
  ];
};

const ok = (sentence: string): Finding => ({ verdict: 'ok', sentence });
const none = (sentence: string): Finding => ({ verdict: 'none', sentence });
const fault = (sentence: string): Finding => ({ verdict: 'fault', sentence });

const nodeFinding = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const enough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return enough
    ? ok(`Node ${version} will do.`)
    : fault(`Node ${version} is too old: install ${oldestNode} or newer.`);
};

const slackFinding = ({ slack }: Config): Finding => {
  if (slack === undefined) return none('Slack is not set up.');
  const reach = slack.oauth === undefined ? 'one workspace' : 'many workspaces';
  return ok(`Slack is set up for ${reach}, over ${slack.appToken === undefined ? 'HTTP' : 'Socket Mode'}.`);
};

const teamsFinding = ({ teams }: Config): Finding =>
  teams === undefined
    ? none('Teams is not set up.')
    : ok(`Teams is set up for the tenant ${teams.tenantId}.`);

const playgroundFinding = ({ playground }: Config): Finding =>
  playground ? ok('The playground is on, for this machine only.') : none('The playground is off.');

const keysFinding = ({ keys }: Config): Finding =>
  keys.length === 0
    ? none('There are no keys, and nothing yet that needs sealing.')
    : ok(`The keys are ${keys.map(({ id }) => id).join(', ')}; the first seals.`);

const databaseFindings = async (
  config: Config,
  examineDatabase: DoctorDeps['examineDatabase'],
): Promise<readonly Finding[]> => {
  const where = config.databaseUrl === undefined ? config.dataDir : 'DATABASE_URL';
  try {
    const { version, applied, pending } = await examineDatabase(config);
    const major = Number.parseInt(version, 10);
    return [
      major >= OLDEST_POSTGRES
        ? ok(`Postgres ${version} answers (${where}).`)
        : fault(`Postgres ${version} is too old: PushIn needs ${OLDEST_POSTGRES} or newer (${where}).`),
      pending.length === 0
        ? ok(`The schema is up to date at migration ${applied}.`)
        : none(`The next start will migrate the schema: ${pending.join(', ')}.`),
    ];
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException;
    if (name === 'CannotStart') return [fault(message)];
    return [fault(`The database cannot be reached (${where}): ${code ?? message}`)];
  }
};

const OLDEST_POSTGRES = 15;
