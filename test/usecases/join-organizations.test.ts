import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import type { Address, Role } from '../../src/core/people.ts';
import { HOUR } from '../../src/core/time.ts';
import type { Answer, InboundEvent } from '../../src/ports/inbound.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { addInstallation, addOrganization, organizationOf } from '../../src/store/organizations.ts';
import { invite } from '../../src/store/pairings.ts';
import { addSchool } from '../../src/store/schools.ts';
import { trailBreaks, trailOf } from '../../src/store/trail.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { openTestDatabase } from '../setup/database.ts';

const store = await openTestDatabase();
afterAll(() => store.close());
let now: number;
let slack: Side;
let teams: Side;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 30, 12);
  slack = await openSide('slack');
  teams = await openSide('teams');
});

/** An organization of its own: a coordinator, a teacher and her room. */
const openSide = async (platform: Address['platform']) => {
  const organizationId = randomUUID();
  const tenantId = randomUUID();
  const from = (userId: string): Address => ({ platform, tenantId, userId, conversation: { id: userId } });
  const people = await withOrganization(store.db, organizationId, async (trx) => {
    await addOrganization(trx, organizationId, `The ${platform} side`);
    await addInstallation(trx, platform, tenantId);
    const schoolId = await addSchool(trx, { name: 'School', zone: 'UTC', first_bell: 480, last_bell: 900 });
    const meet = async (name: string, role: Role) => {
      const id = await addMember(trx, {
        schoolId,
        name,
        role,
        ...(role === 'therapist' && { discipline: 'ot' }),
      });
      await rememberAddress(trx, id, from(name), now);
      return id;
    };
    await meet('Dana Lee', 'coordinator');
    const teacherId = await meet('Ms. Hill', 'teacher');
    const classroomId = await addClassroom(trx, { schoolId, teacherId, name: 'Room 1' });
    return { teacherId, classroomId, therapistId: await meet('Ann Reed', 'therapist') };
  });
  return { organizationId, platform, tenantId, from, ...people };
};
type Side = Awaited<ReturnType<typeof openSide>>;

const receive = createReceive({
  db: store.db,
  clock: { now: () => now },
  directory: { describe: async () => ({ name: 'Somebody', zone: undefined }) },
  nudge: () => undefined,
  improve: () => undefined,
});
const cardOf = (answer: Answer): Card => {
  if (!('card' in answer)) throw new Error(`no card but ${answer.kind}`);
  return answer.card;
};
const act = async (side: Side, name: string, event: InboundEvent) =>
  cardOf(await receive({ dedupeKey: randomUUID(), from: side.from(name), inPrivate: true, event }));
const says = (side: Side, name: string, text: string) => act(side, name, { kind: 'words', text });
const taps = (side: Side, card: Card, label: string, name = 'Dana Lee') => {
  const button = card.actions.find((action) => action.label === label);
  if (!button) throw new Error(`no “${label}” among ${card.actions.map((action) => action.label)}`);
  return act(side, name, { kind: 'tap', action: button.name, ref: button.ref });
};
const makeCode = async (side: Side) => {
  const card = await taps(side, await says(side, 'Dana Lee', 'settings'), 'Join Slack and Teams');
  return { card, code: card.title?.split(' ').at(-1) ?? '' };
};
const pairSomebody = (side: Side) =>
  withOrganization(store.db, side.organizationId, (trx) =>
    invite(trx, { ...side, focuses: ['language'], visitCount: 1, visitMinutes: 30, period: 'week' }, now),
  );
const organizationOfSide = ({ platform, tenantId }: Side) => organizationOf(store.db, platform, tenantId);

describe('a Slack workspace and a Teams tenant of one district', () => {
  test('become one organization once a coordinator of each has said yes', async () => {
    const { card, code } = await makeCode(slack);
    const question = await says(teams, 'Dana Lee', code);
    expect(question.title).toBe('Join The slack side?');
    expect(JSON.stringify(question.parts)).toContain('3 people and 1 class');
    expect((await taps(teams, question, 'Yes, ask them')).title).toBe('Almost there');
    expect(await organizationOfSide(teams)).toBe(teams.organizationId);

    const who = await taps(slack, card, 'Who typed it?');
    expect(who.title).toBe('Dana Lee of The teams side typed your code');
    expect((await taps(slack, who, 'Yes, make us one')).title).toBe('You are one organization now');
    expect(await organizationOfSide(teams)).toBe(slack.organizationId);
    expect(await organizationOfSide(slack)).toBe(slack.organizationId);

    expect((await says(teams, 'Dana Lee', 'settings')).kind).toBe('settings');
    expect((await says(teams, 'Ms. Hill', 'settings')).kind).toBe('newcomer');
    expect((await says(slack, 'Ms. Hill', 'settings')).kind).toBe('settings');
  });

  test('leave nothing of the side that moved, and the other side’s trail tells who joined them', async () => {
    const { card, code } = await makeCode(slack);
    await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
    await taps(slack, await taps(slack, card, 'Who typed it?'), 'Yes, make us one');
    const { rows } = await store.pool.query('select 1 from members where organization_id = $1', [
      teams.organizationId,
    ]);
    expect(rows).toEqual([]);
    await withOrganization(store.db, slack.organizationId, async (trx) => {
      expect(await trailBreaks(trx)).toEqual([]);
      const acts = (await trailOf(trx)).slice(-4).map(({ act, what }) => `${act} ${what}`);
      expect(acts).toEqual(
        expect.arrayContaining(['removed joinings', 'added installations', 'added members']),
      );
    });
  });

  test('stay two when the one who made the code says no, and the code is used up', async () => {
    const { card, code } = await makeCode(slack);
    const question = await says(teams, 'Dana Lee', code);
    await taps(teams, question, 'Yes, ask them');
    const who = await taps(slack, card, 'Who typed it?');
    expect((await taps(slack, who, 'No')).title).toBe('The code is torn up');
    expect((await taps(slack, who, 'Yes, make us one')).title).toContain('used up');
    expect((await taps(teams, question, 'Yes, ask them')).title).toContain('used up');
    expect(await organizationOfSide(teams)).toBe(teams.organizationId);
  });

  test.each(['before the code is typed', 'before the first side says yes'])(
    'stay two when somebody pairs on the side that would move, %s',
    async (when) => {
      const { card, code } = await makeCode(slack);
      if (when === 'before the code is typed') {
        await pairSomebody(teams);
        expect((await says(teams, 'Dana Lee', code)).title).toContain('cannot have pairings');
        return;
      }
      await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
      await pairSomebody(teams);
      const who = await taps(slack, card, 'Who typed it?');
      expect((await taps(slack, who, 'Yes, make us one')).title).toContain('cannot have pairings');
      expect(await organizationOfSide(teams)).toBe(teams.organizationId);
    },
  );

  test.each([
    [
      'whose account was closed since',
      { kind: 'account', standing: 'closed', since: Date.UTC(2026, 10, 30, 12) } as const,
    ],
    ['who was made something else since', undefined],
  ])('stay two when the yes was of a coordinator %s', async (_why, event) => {
    const { card, code } = await makeCode(slack);
    await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
    const who = await taps(slack, card, 'Who typed it?');
    if (event)
      await receive({ dedupeKey: randomUUID(), from: teams.from('Dana Lee'), inPrivate: true, event });
    else
      await withOrganization(store.db, teams.organizationId, (trx) =>
        trx.updateTable('members').set({ role: 'teacher' }).where('name', '=', 'Dana Lee').execute(),
      );
    expect((await taps(slack, who, 'Yes, make us one')).title).toContain('used up');
    expect(await organizationOfSide(teams)).toBe(teams.organizationId);
  });

  test('keep all pairings of the side that made the code', async () => {
    await pairSomebody(slack);
    const { card, code } = await makeCode(slack);
    await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
    await taps(slack, await taps(slack, card, 'Who typed it?'), 'Yes, make us one');
    const { rows } = await store.pool.query(
      'select organization_id as id from pairings where organization_id = $1',
      [slack.organizationId],
    );
    expect(rows).toEqual([{ id: slack.organizationId }]);
  });
});

describe('a code', () => {
  test('tells nobody but a coordinator whose it is', async () => {
    const { code } = await makeCode(slack);
    for (const name of ['Ms. Hill', 'Ann Reed'])
      expect((await says(teams, name, code)).title).toBe(`I already know you as ${name}`);
    expect((await says(slack, 'Dana Lee', code)).title).toBe('I already know you as Dana Lee');
  });

  test('is good for an hour and for one answer, and a new one takes the place of the last', async () => {
    const third = await openSide('teams');
    const first = await makeCode(slack);
    const second = await makeCode(slack);
    expect((await says(teams, 'Dana Lee', first.code)).kind).toBe('code');
    const [mine, theirs] = [
      await says(teams, 'Dana Lee', second.code),
      await says(third, 'Dana Lee', second.code),
    ];
    expect((await taps(teams, mine, 'Yes, ask them')).title).toBe('Almost there');
    expect((await taps(third, theirs, 'Yes, ask them')).title).toContain('used up');
    now += HOUR + 1;
    expect((await taps(slack, second.card, 'Who typed it?')).title).toContain('too old');
  });

  test('is kept as a hash, and its row is seen from another organization by that code alone', async () => {
    const { code } = await makeCode(slack);
    const { rows } = await store.pool.query(`select j::text from joinings j`);
    expect(JSON.stringify(rows)).not.toContain(code);
    const seen = await withOrganization(store.db, teams.organizationId, (trx) =>
      trx.selectFrom('joinings').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });

  test('is looked at, confirmed and torn up by the organization that made it alone', async () => {
    const third = await openSide('slack');
    const { card, code } = await makeCode(slack);
    await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
    const who = await taps(slack, card, 'Who typed it?');
    for (const stranger of [third, teams]) {
      expect((await taps(stranger, card, 'Who typed it?')).title).toContain('used up');
      expect((await taps(stranger, who, 'Yes, make us one')).title).toContain('used up');
      await taps(stranger, who, 'No');
    }
    expect((await taps(slack, who, 'Yes, make us one')).title).toBe('You are one organization now');
  });

  test('of two yeses at once makes one organization once', async () => {
    const { card, code } = await makeCode(slack);
    await taps(teams, await says(teams, 'Dana Lee', code), 'Yes, ask them');
    const who = await taps(slack, card, 'Who typed it?');
    const titles = await Promise.all(
      [1, 2].map(async () => (await taps(slack, who, 'Yes, make us one')).title),
    );
    expect(titles.toSorted()).toEqual(['That code is used up or too old', 'You are one organization now']);
  });

  test('joins nothing before it is typed', async () => {
    const { card } = await makeCode(slack);
    expect((await taps(slack, card, 'Who typed it?')).title).toBe('Nobody has typed the code yet');
  });
});
