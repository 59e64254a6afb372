import type { Action, Card } from '../../src/core/card.ts';
import { cardsIn, cardText } from '../../src/core/card.ts';
import { minuteOf } from '../../src/core/clock-minutes.ts';
import type { FormValues } from '../../src/core/form.ts';
import type { Address, Platform } from '../../src/core/people.ts';
import { type Instant, instantOf, localTime } from '../../src/core/time.ts';
import { quickWeek } from '../../src/core/week-plan/planned-week.ts';
import type { Directory } from '../../src/ports/directory.ts';
import type { Answer, InboundEvent } from '../../src/ports/inbound.ts';
import type { Delivery, MessageRef, Messenger } from '../../src/ports/messenger.ts';
import type { Planner } from '../../src/ports/planner.ts';
import { nextDue } from '../../src/store/outbox.ts';
import { asScheduler } from '../../src/store/with-organization.ts';
import { closeOrganization, openSchool, type SchoolPlan } from '../../src/usecases/open-school.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { createSendDue } from '../../src/usecases/send-due.ts';
import { createSwapFinder } from '../../src/usecases/swaps/find-swaps.ts';
import { createTeamPlanner } from '../../src/usecases/team-plan/team-planner.ts';
import { createTick } from '../../src/usecases/tick.ts';
import { createWeekImprover } from '../../src/usecases/week-plan/improve-weeks.ts';
import { openTestDatabase } from '../setup/database.ts';
import { silentLog } from '../setup/silent-log.ts';

export const zone = 'America/New_York';
export const organizationId = '5b0f4f3e-9c1d-4a52-8a35-0d9f3f1d2c10';

/** Monday 2026-11-30 is the week's first school day. */
export const at = (date: string, clock: string): Instant => instantOf(date, minuteOf(clock), zone);

export interface Sent {
  readonly to: string;
  readonly card: Card;
  readonly at: Instant;
  readonly ref: MessageRef;
}

const people = [
  { name: 'Maya Brooks', role: 'therapist', discipline: 'ot', platform: 'slack', userId: 'U-MAYA' },
  { name: 'Jonah Price', role: 'therapist', discipline: 'speech', platform: 'slack', userId: 'U-JONAH' },
  { name: 'Ms. Rivera', role: 'teacher', room: 'Room 12', platform: 'teams', userId: 'T-RIVERA' },
  { name: 'Mr. Okafor', role: 'teacher', room: 'Room 7', platform: 'slack', userId: 'U-OKAFOR' },
] as const;
export type Name = (typeof people)[number]['name'];

const tenants = { slack: 'T1', teams: 'tenant-1' } as const;
const addressOf = (platform: Platform, userId: string): Address => ({
  platform,
  tenantId: tenants[platform],
  userId,
  conversation: { id: userId },
});

const plan: SchoolPlan = {
  organization: { id: organizationId, name: 'Maple Street' },
  tenants: [
    { platform: 'slack', tenantId: tenants.slack },
    { platform: 'teams', tenantId: tenants.teams },
  ],
  school: {
    name: 'Maple Street School',
    zone,
    firstBell: 8 * 60 + 10,
    lastBell: 14 * 60 + 45,
    closedDates: [],
  },
  people: people.map(({ platform, userId, ...person }) => ({
    ...person,
    address: addressOf(platform, userId),
  })),
};

/** What a platform tells of a tap on that button. */
export const tapOn = ({ name: action, ref, value, version }: Action, message?: MessageRef): InboundEvent => ({
  kind: 'tap',
  action,
  ref,
  ...(value === undefined ? {} : { value }),
  ...(version === undefined ? {} : { version }),
  ...(message ? { message } : {}),
});

/** Maple Street School on a real database, with a hand-moved clock and platforms that only remember. */
export const openMapleStreet = async (
  start = at('2026-11-30', '07:00'),
  planner: Planner = { improve: async (caseload) => quickWeek(caseload) },
) => {
  const database = await openTestDatabase();
  let now = start;
  let acts = 0;
  const sent: Sent[] = [];
  const shown = new Map<string, Card>();
  const clock = { now: () => now };
  const messenger = (): Messenger => ({
    send: async (to, card): Promise<Delivery> => {
      const ref = { id: `m${sent.length + 1}` };
      // Each of a digest by itself, as the person reads it.
      for (const one of cardsIn(card)) sent.push({ to: to.userId, card: one, at: now, ref });
      shown.set(ref.id, card);
      return { kind: 'sent', message: ref };
    },
    edit: async (message, card): Promise<Delivery> => {
      shown.set(message['id'] ?? '', card);
      return { kind: 'sent', message };
    },
    find: async () => ({ kind: 'cannot-look', reason: 'only remembers' }),
    remove: async () => undefined,
  });
  const messengers = { slack: messenger(), teams: messenger() };
  const directory: Directory = {
    describe: async () => ({ name: 'Somebody New', zone: undefined }),
    doNotDisturb: async () => undefined,
  };
  let searches = 0;
  const findSwaps = createSwapFinder({ db: database.db, clock, log: silentLog });
  const sending = {
    db: database.db,
    clock,
    messengers,
    directory,
    publicUrl: 'https://pushin.example',
    log: silentLog,
    limits: {},
    chance: () => 0,
  };
  const sendAll = createSendDue(sending);
  const sendDue = createSendDue({
    ...sending,
    findSwaps: async () => {
      searches += 1;
      await findSwaps();
    },
  });
  const tick = createTick({ db: database.db, clock, log: silentLog, sendDue });
  const weeks = createWeekImprover({
    db: database.db,
    planner,
    clock,
    log: silentLog,
    nudge: () => undefined,
    // Time is moved by hand here: only what waits already goes first.
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const teams = createTeamPlanner({
    db: database.db,
    planner,
    clock,
    log: silentLog,
    nudge: () => undefined,
  });
  const receive = createReceive({
    db: database.db,
    clock,
    directory,
    publicUrl: 'https://pushin.example',
    nudge: () => undefined,
    improve: weeks.improve,
    planTeam: teams.look,
  });

  const open = () => openSchool(database.db, plan, now);
  await open();

  const from = (name: Name | Address): Address => {
    if (typeof name !== 'string') return name;
    const person = people.find((known) => known.name === name);
    if (!person) throw new Error(`nobody called ${name}`);
    return addressOf(person.platform, person.userId);
  };
  const act = async (
    name: Name | Address,
    event: InboundEvent,
    dedupeKey = `act-${++acts}`,
  ): Promise<Answer> => {
    const answer = await receive({ dedupeKey, from: from(name), inPrivate: true, event });
    // Stands there before anything is sent, as on the platforms.
    if (event.kind === 'tap' && event.message && answer.kind === 'replace')
      shown.set(event.message['id'] ?? '', answer.card);
    await sendDue();
    return answer;
  };
  const cardOf = (answer: Answer): Card => {
    if (answer.kind === 'card' || answer.kind === 'replace') return answer.card;
    throw new Error(`no card but ${JSON.stringify(answer)}`);
  };
  const inbox = (name: Name): Sent[] => sent.filter((message) => message.to === from(name).userId);
  const tap = async (name: Name, card: Card, label: string, message?: MessageRef): Promise<Answer> => {
    const buttons = [
      ...card.actions,
      ...card.parts.flatMap((part) => (part.kind === 'option' ? [part.action] : [])),
    ];
    const button = buttons.find((action) => action.label === label);
    if (!button)
      throw new Error(`no button ${label} among ${buttons.map((action) => action.label).join(', ')}`);
    return act(name, tapOn(button, message));
  };

  return {
    database,
    clock,
    act,
    tap,
    inbox,
    sent,
    tick,
    cardOf,
    /** What stands there now; of a digest the one of that kind. */
    shown: (message: MessageRef, kind = ''): Card => {
      const card = shown.get(message['id'] ?? '');
      const found = card && cardsIn(card).find((one) => one.kind.startsWith(kind));
      return found ?? { kind: 'none', push: '', parts: [], actions: [] };
    },
    says: async (name: Name | Address, text: string): Promise<Card> =>
      cardOf(await act(name, { kind: 'words', text })),
    submits: (name: Name | Address, form: string, values: FormValues, ref = ''): Promise<Answer> =>
      act(name, { kind: 'submit', form, ref, values }),
    last: (name: Name): Sent => {
      const message = inbox(name).at(-1);
      if (!message) throw new Error(`${name} got nothing`);
      return message;
    },
    text: cardText,
    from,
    wall: () => localTime(now, zone),
    dateAt: (instant: Instant) => localTime(instant, zone).date,
    /** The same school on a first day again. */
    restart: async (start: Instant): Promise<void> => {
      await weeks.settled();
      await teams.settled();
      now = start;
      sent.length = 0;
      shown.clear();
      await closeOrganization(database.db, organizationId);
      await open();
    },
    /** Moves the clock without a tick: what a person does next happens then. */
    setTo: (instant: Instant): void => {
      now = instant;
    },
    /** Moves the clock on, stopping wherever something falls due, as a week of ticks would. */
    moveTo: async (instant: Instant): Promise<void> => {
      while (now < instant) {
        const due = await asScheduler(database.db, nextDue);
        const { date } = localTime(now, zone);
        const midnight =
          [1, 2].map((days) => instantOf(date, days * 24 * 60, zone)).find((next) => next > now) ?? instant;
        now = Math.min(instant, midnight, due !== undefined && due > now ? due : instant);
        await tick();
      }
    },
    /** How often other times were looked for. */
    searches: () => searches,
    /** What is due is sent, and nothing looked for meanwhile. */
    sendOnly: sendAll,
    /** Everything that is thought about in the background is thought through and sent. */
    thought: async (): Promise<void> => {
      await weeks.settled();
      await teams.settled();
      await sendDue();
    },
    close: async () => {
      await weeks.stop();
      await teams.stop();
      await database.close();
    },
  };
};

export type MapleStreet = Awaited<ReturnType<typeof openMapleStreet>>;
