import { setTimeout as pause } from 'node:timers/promises';
import { createHandClock } from '../adapters/playground/hand-clock.ts';
import { createPlayground } from '../adapters/playground/index.ts';
import * as maple from '../adapters/playground/maple-street.ts';
import { inventSecrets } from '../adapters/playground/secrets.ts';
import { createSlackAdapter, type SlackSettings } from '../adapters/slack/index.ts';
import { createTeamsAdapter } from '../adapters/teams/index.ts';
import type { Config } from './config.ts';
import { createHeartbeat } from './jobs/heartbeat.ts';
import { createLog } from './log.ts';
import { improveWeek } from './planning/improve-week.ts';
import type { PlatformAdapter } from './ports/adapter.ts';
import { CannotStart } from './ports/cannot-start.ts';
import type { Clock } from './ports/clock.ts';
import type { Directory } from './ports/directory.ts';
import type { Receive } from './ports/inbound.ts';
import type { Log } from './ports/log.ts';
import type { Messenger } from './ports/messenger.ts';
import type { Planner } from './ports/planner.ts';
import type { Workspaces } from './ports/workspaces.ts';
import { createDatabaseClock } from './store/database-clock.ts';
import { isAtHome } from './store/home.ts';
import { type OpenDatabase, openDatabase } from './store/open-database.ts';
import { allOrganizations } from './store/organizations.ts';
import { nextDue } from './store/outbox.ts';
import { outboxGauges } from './store/outbox-gauges.ts';
import type { Db } from './store/schema.ts';
import { createSeal } from './store/seal.ts';
import { asScheduler } from './store/with-organization.ts';
import { actLimits } from './usecases/act-limits.ts';
import { createCalendarFiles } from './usecases/calendar-file.ts';
import { joinTenants } from './usecases/join-tenants.ts';
import { createNudge } from './usecases/nudge.ts';
import { closeOrganization, openSchool } from './usecases/open-school.ts';
import { createReceive } from './usecases/receive.ts';
import { platformLimits } from './usecases/send/platform-limits.ts';
import { createSendDue } from './usecases/send-due.ts';
import { createSwapFinder } from './usecases/swaps/find-swaps.ts';
import { createTeamPlanner } from './usecases/team-plan/team-planner.ts';
import { createTick } from './usecases/tick.ts';
import { createWeekImprover } from './usecases/week-plan/improve-weeks.ts';
import { createWorkspaces } from './usecases/workspaces.ts';
import { createCalendarPages } from './web/calendar.ts';
import { createHealthRoutes } from './web/health.ts';
import { createMetrics } from './web/metrics.ts';
import { createWebServer } from './web/server.ts';

export interface App {
  readonly url: string;
  /** Refuses new work, finishes what is in flight, leaves nothing running. */
  stop(): Promise<void>;
}

/** Together less than the 10 s after which an orchestrator kills; a call to a platform takes at most 5 s, and its outcome is then written. */
const SEND_GRACE_MS = 6_500;
const REQUEST_GRACE_MS = 2_000;
const ANSWER_GRACE_MS = 1_000;

/** Waits, but keeps no process alive that has nothing else to do. */
const patience = (ms: number): Promise<void> => pause(ms, undefined, { ref: false });

/** Puts the house together. Everything above this file is handed what it needs. */
export const startApp = async (config: Config): Promise<App> => {
  const log = createLog(config.logLevel);
  const { databaseUrl, dataDir, playground } = config;
  // It puts the demo school up anew, under the hands of whoever plays there already.
  const database = await openDatabase({ databaseUrl, dataDir, log, alone: playground });
  try {
    return await serve(config, database, log);
  } catch (fault) {
    await database.close();
    throw fault;
  }
};

const serve = async (config: Config, database: OpenDatabase, log: Log): Promise<App> => {
  const { db, pool } = database;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const secrets = inventSecrets(url);
  // A link to an address of this machine alone would help nobody but whoever sits at it.
  const publicUrl = config.playground
    ? url
    : config.publicUrl.startsWith('https://')
      ? config.publicUrl
      : undefined;

  // The platforms need the door inward and the door needs the platforms: each finds the other through this list.
  const platforms: PlatformAdapter[] = [];
  const directoryOf = (platform: PlatformAdapter['platform']) =>
    platforms.find((known) => known.platform === platform)?.directory;
  const directory: Directory = {
    describe: async (person) => directoryOf(person.platform)?.describe(person),
    doNotDisturb: async (person) => directoryOf(person.platform)?.doNotDisturb(person),
  };
  const messengers: Partial<Record<PlatformAdapter['platform'], Messenger>> = {};

  let tick = async (): Promise<void> => {};
  const handClock = config.playground
    ? createHandClock({
        start: maple.firstMoment,
        zone: maple.zone,
        nextDue: (after) => asScheduler(db, (trx) => nextDue(trx, after)),
        tick: () => tick(),
      })
    : undefined;
  const databaseClock = await createDatabaseClock(pool);
  const clock: Clock = handClock ?? databaseClock;
  let stopping = false;
  const atHome = handClock !== undefined || (await isAtHome(pool));
  if (!atHome) log.error({}, 'a restored copy: nothing is sent until npx pushin arm');
  const sendWhatIsDue = createSendDue({
    db,
    clock,
    messengers,
    directory,
    log,
    publicUrl,
    limits: handClock ? {} : platformLimits,
    isStopping: () => stopping,
    findSwaps: createSwapFinder({ db, clock, log }),
  });
  const sendDue = async () => (atHome ? sendWhatIsDue() : undefined);
  const nudging = createNudge(sendDue, log, handClock ? undefined : databaseClock);
  const tickOnce = createTick({
    db,
    clock,
    log,
    sendDue: () => {
      nudging.nudge();
      return nudging.settled();
    },
  });
  const planner: Planner = { improve: (caseload, watch) => improveWeek(caseload, watch) };
  const teams = createTeamPlanner({ db, planner, clock, log, nudge: nudging.nudge });
  tick = async () => {
    await databaseClock.ask();
    // What is due does not wait for what is to be planned.
    nudging.nudge();
    teams.look();
    await tickOnce();
  };
  const weeks = createWeekImprover({ db, planner, clock, log, nudge: nudging.nudge });
  const settings = config.playground
    ? secrets.settings
    : platformSettings(config, () => createWorkspaces({ db, clock, seal: createSeal(config.keys) }));
  const receive: Receive = createReceive({
    db,
    clock,
    directory,
    publicUrl,
    nudge: nudging.nudge,
    improve: (organizationId, id) => {
      if (!playground?.isLiving()) weeks.improve(organizationId, id);
    },
    planTeam: teams.look,
    ...(handClock ? {} : { limits: actLimits }),
  });
  if (settings.slack) platforms.push(createSlackAdapter({ receive, settings: settings.slack, log }));
  if (settings.teams) platforms.push(createTeamsAdapter({ receive, settings: settings.teams, log }));
  for (const platform of platforms) messengers[platform.platform] = platform.messenger;

  const playground =
    handClock &&
    createPlayground({
      ...secrets.playground,
      seats: maple.seats,
      clock: handClock,
      month: { step: handClock.step, settled: nudging.settled },
      log,
    });
  const metrics = createMetrics({ gauges: outboxGauges(db, clock), log });
  const health = createHealthRoutes({
    askDatabase: () => pool.query('select 1'),
    isStopping: () => stopping,
  });
  const server = createWebServer({
    host: config.host,
    port: config.port,
    routes: [...platforms.flatMap((platform) => platform.routes), ...health, ...metrics.routes],
    fallbacks: [
      createCalendarPages(createCalendarFiles({ db, clock })),
      ...(playground ? [playground.handle] : []),
    ],
    onAnswered: metrics.onAnswered,
    log,
    graceMs: REQUEST_GRACE_MS,
  });
  // In the playground time passes only by hand, so nothing ticks by itself.
  const heartbeat = handClock ? undefined : createHeartbeat({ tick, log });

  await server.start();
  try {
    if (playground) await refuseRealOrganizations(db, config);
    // A real school does not keep the demo school's people: they are on no real platform.
    await closeOrganization(db, maple.organizationId);
    if (playground) await openSchool(db, maple.plan(url), clock.now());
    else await joinTenants(db, await tenantsOf(platforms));
    for (const platform of platforms) await platform.start();
  } catch (fault) {
    // An open door would keep the process from ending.
    await Promise.allSettled([server.stop(), ...platforms.map((platform) => platform.stop())]);
    throw fault;
  }
  heartbeat?.start();

  return {
    url: config.playground ? url : config.publicUrl,
    stop: async () => {
      stopping = true;
      playground?.close();
      // What is on its way out arrives first, while /readyz already says 503 and the last requests are answered.
      await Promise.race([
        Promise.all([heartbeat?.stop(), weeks.stop(), teams.stop(), nudging.stop()]),
        patience(SEND_GRACE_MS),
      ]);
      await server.stop();
      await Promise.race([
        Promise.all(platforms.map((platform) => platform.stop())),
        patience(ANSWER_GRACE_MS),
      ]);
      await database.close();
    },
  };
};

/** Its clock is moved by hand, which would send or expire a real school's messages. */
const refuseRealOrganizations = async (db: Db, { databaseUrl, dataDir }: Config): Promise<void> => {
  const organizations = await asScheduler(db, allOrganizations);
  if (organizations.every((id) => id === maple.organizationId)) return;
  const [place, another] =
    databaseUrl === undefined
      ? [`The database in ${dataDir}`, 'PUSHIN_DATA_DIR']
      : ['The database of DATABASE_URL', 'DATABASE_URL'];
  throw new CannotStart(
    `${place} belongs to a real school. Set its SLACK_… or TEAMS_… variables to serve it, or give the playground a place of its own with ${another}.`,
  );
};

const tenantsOf = async (platforms: readonly PlatformAdapter[]) => {
  const tenants = [];
  for (const { platform, tenantIds } of platforms) {
    for (const tenantId of await tenantIds()) tenants.push({ platform, tenantId });
  }
  return tenants;
};

const platformSettings = ({ slack, teams, publicUrl }: Config, workspaces: () => Workspaces) => {
  return {
    slack: slack && slackSettings(slack, publicUrl, workspaces),
    teams: teams && {
      appId: teams.appId,
      tenantIds: [teams.tenantId],
      ...(teams.appPassword === undefined ? {} : { appPassword: teams.appPassword }),
      ...(teams.openIdMetadataUrl === undefined ? {} : { openIdMetadataUrl: teams.openIdMetadataUrl }),
      ...(teams.tokenUrl === undefined ? {} : { tokenUrl: teams.tokenUrl }),
    },
  };
};

const slackSettings = (
  slack: NonNullable<Config['slack']>,
  publicUrl: string,
  workspaces: () => Workspaces,
): SlackSettings => ({
  signingSecret: slack.signingSecret ?? '',
  ...(slack.botToken === undefined ? {} : { botToken: slack.botToken }),
  ...(slack.oauth === undefined ? {} : { oauth: { ...slack.oauth, publicUrl, workspaces: workspaces() } }),
  ...(slack.apiUrl === undefined ? {} : { apiUrl: slack.apiUrl }),
  ...(slack.appToken === undefined ? {} : { appToken: slack.appToken }),
});
