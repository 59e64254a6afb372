import { randomUUID } from 'node:crypto';
import type { Card } from '../../core/card.ts';
import type { Member } from '../../core/people.ts';
import { isQuiet } from '../../core/quiet-hours.ts';
import { addDays, DAY, type Instant, localTime } from '../../core/time.ts';
import type { Timetable } from '../../core/timetable.ts';
import type { Messenger } from '../../ports/messenger.ts';
import { addressesOf, type KnownAddress } from '../../store/addresses.ts';
import { askById, reopenUnsure } from '../../store/asks.ts';
import { type SchoolTimes, schoolTimesNow } from '../../store/calendars.ts';
import { membersById } from '../../store/members.ts';
import { lease } from '../../store/outbox-claims.ts';
import type { WaitingLane } from '../../store/outbox-due.ts';
import { lastSentTo, lockDueOf } from '../../store/outbox-waiting.ts';
import type { Row, Trx } from '../../store/schema.ts';
import { timetablesOf } from '../../store/timetables.ts';
import { deskAt } from '../desk.ts';
import { composeRows, together } from './compose-rows.ts';
import { LEASE, type SendDeps } from './deps.ts';
import { takeNow } from './pace.ts';
import { holdBack, letGo, wait, waitForAddress } from './put-off.ts';
import { hasRoom, waitForCompany } from './week-room.ts';

/** A message ready to go: one row, or several as a digest. */
export interface Claim {
  readonly rows: readonly Row<'outbox'>[];
  readonly to: KnownAddress;
  readonly messenger: Messenger;
  readonly card: Card;
  /** What marks the message on the platform. */
  readonly key: string;
  readonly digestId: string | undefined;
  readonly heldUntil: Instant;
  readonly timetable: Timetable;
  /** What the platform lets us ask about the person first. */
  readonly mayAsk: { readonly quiet: boolean; readonly account: boolean };
}

/** What one message can hold on either platform: Slack takes 50 blocks, a Teams card 28 KB. */
const MOST_IN_DIGEST = 5;

/** Too much for one message together: each goes by itself. */
export const APART = 'one by one';

/** An account that was somebody's so recently is not asked about again. */
const CONFIRMED_FOR = 3 * DAY;

interface Ready {
  readonly me: Member;
  readonly rows: readonly Row<'outbox'>[];
  readonly to: KnownAddress;
  readonly messenger: Messenger;
  readonly timetable: Timetable;
}

export interface Claims {
  readonly claims: readonly Claim[];
  /** When the platform takes more of this tenant, where it takes no more now. */
  readonly closedUntil?: Instant;
}

/** Looks again, at the very moment: is it still worth saying, to somebody who is still here and free now? */
export const claim = async (
  deps: SendDeps,
  trx: Trx,
  lane: WaitingLane,
  people: readonly string[],
): Promise<Claims> => {
  const now = deps.clock.now();
  const timeOf = schoolTimesNow(trx, now);
  const ready = await whoIsReady(deps, trx, people, timeOf, now);
  const { count, next } = await takeNow(deps, trx, lane.platform, 'send', ready.length);
  const going = ready.slice(0, count);
  const quiet = await allowed(deps, trx, 'quiet', going);
  const account = await allowed(deps, trx, 'check', going.filter(isUnconfirmed(now)));

  const claims: Claim[] = [];
  for (const one of going) {
    const message = await compose(deps, trx, one, timeOf, now);
    if (message) claims.push({ ...message, mayAsk: { quiet: quiet.has(one), account: account.has(one) } });
  }
  return { claims, ...(count < ready.length ? { closedUntil: next } : {}) };
};

/** Slack takes messages to accounts that were closed, and nobody would ever know; Teams refuses them. */
const isUnconfirmed =
  (now: Instant) =>
  ({ to: { platform, confirmedAt } }: Ready): boolean =>
    platform === 'slack' && (confirmedAt === null || now - confirmedAt >= CONFIRMED_FOR);

/** About whom the platforms let us ask now. */
const allowed = async (
  deps: SendDeps,
  trx: Trx,
  call: 'quiet' | 'check',
  people: readonly Ready[],
): Promise<ReadonlySet<Ready>> => {
  const found: Ready[] = [];
  for (const platform of ['slack', 'teams'] as const) {
    const those = people.filter(({ to }) => to.platform === platform);
    const { count } = await takeNow(deps, trx, platform, call, those.length);
    found.push(...those.slice(0, count));
  }
  return new Set(found);
};

/** Whom to write to now, in their order; what waits for the others is put off. */
const whoIsReady = async (
  deps: SendDeps,
  trx: Trx,
  people: readonly string[],
  timeOf: SchoolTimes,
  now: Instant,
): Promise<Ready[]> => {
  const waiting = await lockDueOf(trx, people, now);
  const members = await membersById(trx, [...waiting.keys()]);
  const addresses = await addressesOf(trx, [...waiting.keys()]);
  const today = localTime(now, 'utc').date;
  const dates = { start: addDays(today, -1), end: addDays(today, 16) };
  const timetables = await timetablesOf(trx, [...members.values()], dates, timeOf);
  const last = await lastSentTo(trx, [...waiting.keys()]);

  const ready: Ready[] = [];
  for (const id of people) {
    const me = members.get(id);
    const timetable = timetables.get(id);
    if (!me || !timetable) continue;
    const all = waiting.get(id) ?? [];
    const rows = (all[0]?.reason === APART ? [all[0]] : all.filter((row) => row.reason !== APART)).slice(
      0,
      MOST_IN_DIGEST,
    );
    if (!me.active) {
      await letGo(trx, rows, 'cancelled', 'no longer here', now);
      continue;
    }
    const over = rows.filter((row) => row.useful_until <= now);
    const useful = rows.filter((row) => row.useful_until > now);
    await letGo(trx, over, 'expired', 'no longer of use', now);
    const to = addresses.get(id);
    const messenger = to && deps.messengers[to.platform];
    const gap = to && deps.limits[to.platform]?.personGapMs;
    const freeAt = (last.get(id) ?? Number.NEGATIVE_INFINITY) + (gap ?? 0);
    if (!to || !messenger) await waitForAddress(trx, useful, now);
    else if (isQuiet(timetable, now)) await holdBack(trx, useful, timetable, now, 'students are there');
    else if (gap !== undefined && freeAt > now) await wait(trx, useful, freeAt, 'one after the other');
    else if (useful.length > 0 && !(await hasRoom(trx, me, useful, timetable, now)))
      await waitForCompany(trx, useful, timetable, now);
    else if (useful.length > 0) ready.push({ me, rows: useful, to, messenger, timetable });
  }
  return ready;
};

const compose = async (
  { publicUrl }: SendDeps,
  trx: Trx,
  { me, rows, to, messenger, timetable }: Ready,
  timeOf: SchoolTimes,
  now: Instant,
): Promise<Omit<Claim, 'mayAsk'> | undefined> => {
  for (const row of rows) if (row.purpose === 'ask') await reopenUnsure(trx, row.subject_id);
  const { school } = await timeOf(me.schoolId);
  const composed = await composeRows(deskAt(trx, me, school, now, publicUrl), await stillOpen(trx, rows));
  const silent = rows.filter((row) => !composed.some((one) => one.row === row));
  await letGo(trx, silent, 'cancelled', 'nothing left to say', now);
  const card = together(composed.map((one) => one.card));
  const [only] = composed;
  if (!card || !only) return undefined;
  const digestId = composed.length > 1 ? randomUUID() : undefined;
  const heldUntil = now + LEASE;
  const sending = composed.map((one) => one.row);
  await lease(
    trx,
    sending.map((row) => row.id),
    { until: heldUntil, platform: to.platform, ...(digestId ? { digestId } : {}) },
  );
  return { rows: sending, to, messenger, card, key: digestId ?? only.row.id, digestId, heldUntil, timetable };
};

/** A question that was answered while its message was in doubt needs none any more. */
const stillOpen = async (trx: Trx, rows: readonly Row<'outbox'>[]): Promise<Row<'outbox'>[]> => {
  const open: Row<'outbox'>[] = [];
  for (const row of rows) {
    const ask = row.purpose === 'ask' ? await askById(trx, row.subject_id) : undefined;
    if (ask?.state !== 'answered') open.push(row);
  }
  return open;
};
