import type { Config, ConfigReading } from './config.ts';
import type { DeliveryReport } from './store/delivery-report.ts';
import type { Examination } from './store/examine.ts';
import type { CommonMisreading } from './store/reading-report.ts';

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
    const { version, applied, pending, delivery, misreadings = [] } = await examineDatabase(config);
    const major = Number.parseInt(version, 10);
    return [
      major >= OLDEST_POSTGRES
        ? ok(`Postgres ${version} answers (${where}).`)
        : fault(`Postgres ${version} is too old: PushIn needs ${OLDEST_POSTGRES} or newer (${where}).`),
      pending.length === 0
        ? ok(`The schema is up to date at migration ${applied}.`)
        : none(`The next start will migrate the schema: ${pending.join(', ')}.`),
      ...(delivery ? deliveryFindings(delivery, config.playground) : []),
      ...misreadings.map(misreadingFinding),
    ];
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException;
    if (name === 'CannotStart') return [fault(message)];
    return [fault(`The database cannot be reached (${where}): ${code ?? message}`)];
  }
};

const misreadingFinding = ({ about, heard, meant, count }: CommonMisreading): Finding =>
  none(
    `Teachers corrected ${about} “${inWords(about, heard)}” to “${inWords(about, meant)}” ${count === 1 ? 'once' : `${count} times`}.`,
  );

/** Times are kept in minutes after midnight. */
const inWords = (about: string, said: string): string =>
  about === 'start' || about === 'end'
    ? `${Math.floor(Number(said) / 60)}:${String(Number(said) % 60).padStart(2, '0')}`
    : said.replaceAll('_', ' ');

const OLDEST_POSTGRES = 15;

/** What is stuck, and what to do about it. */
const deliveryFindings = (
  { overdue, oldestMinutes, waiting, uncertain, twins, failed }: DeliveryReport,
  playground: boolean,
): Finding[] => {
  const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`);
  return [
    ...(overdue === 0 || playground
      ? [ok('No message waits longer than it should.')]
      : [
          fault(
            `${messages(overdue)} should have gone out, the oldest ${oldestMinutes} minutes ago: is a PushIn running, and what does its log say of it?`,
          ),
          ...waiting.map(({ reason, count }) => none(`${messages(count)} of these: ${whyWaiting(reason)}.`)),
        ]),
    ...(uncertain > 0
      ? [
          none(
            `Of ${messages(uncertain)} of the last week nobody knows whether they arrived: nothing of it is sent twice, and who set it going was told.`,
          ),
        ]
      : []),
    ...(twins > 0
      ? [none(`${messages(twins)} of the last week may have been seen twice: Teams lost the first answer.`)]
      : []),
    ...failed.map(({ reason, count }) =>
      none(`${messages(count)} of the last week did not go out: ${meaningOf(reason)}.`),
    ),
  ];
};

const whyWaiting = (reason: string | null): string => {
  switch (reason) {
    case null:
      return 'nobody has tried yet';
    case 'rate limited':
      return 'the platform asked to wait';
    case 'put back':
      return 'put back by a process that ended';
    case 'nowhere to send it yet':
      return 'nobody has met the person on a platform yet';
    default:
      return reason;
  }
};

/** The platform's own code, with what an operator can do where there is something. */
const meaningOf = (reason: string): string => {
  const known: Readonly<Record<string, string>> = {
    'no longer an account': 'the person’s account was closed',
    user_not_found: 'Slack does not know the person any more (user_not_found)',
    messages_tab_disabled: 'turn the app’s Messages tab on in Slack (messages_tab_disabled)',
    is_archived: 'the conversation was archived (is_archived)',
    ConversationBlockedByUser: 'the person blocked PushIn in Teams (ConversationBlockedByUser)',
    BotNotInConversationRoster: 'install PushIn for the person in Teams (BotNotInConversationRoster)',
    BotDisabledByAdmin: 'the Teams administrator turned PushIn off (BotDisabledByAdmin)',
  };
  return known[reason] ?? `the platform said “${reason}”`;
};
