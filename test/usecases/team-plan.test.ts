import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import { overlaps } from '../../src/core/time.ts';
import { teamPlanCard } from '../../src/core/wording/team-plan.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { replacePosts } from '../../src/store/posts.ts';
import { addSchool, schools } from '../../src/store/schools.ts';
import { type MapleStreet, openMapleStreet, zone } from './maple-street.ts';
import {
  fridayAfterSchool,
  got,
  idOf,
  invite,
  labels,
  lastOf,
  office,
  openOffice,
  settleTwoRooms,
  stored,
  visitsIn,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(fridayAfterSchool);
  await settleTwoRooms(school);
  await openOffice(school);
});
afterAll(() => school.close());

const drafts = () =>
  stored(school, (trx) => trx.selectFrom('week_plans').selectAll().where('state', '=', 'draft').execute());

describe('“schedule team”', () => {
  test('is the coordinator’s, and she has it on her week', async () => {
    expect((await school.says('Maya Brooks', 'schedule team')).kind).toBe('only-coordinators');
    const week = await school.says(office, 'week');
    expect(labels(week)).toContain('Plan the team’s week');
  });

  test('gives each therapist a draft beside the others’, and asks no teacher', async () => {
    const card = await school.says(office, 'schedule team');
    expect(card.title).toBe('Planning everybody’s week together');
    await school.thought();
    expect(await drafts()).toHaveLength(2);
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      const draft = lastOf(school, name, 'week-plan');
      expect(labels(draft.card)).toEqual(['Send to all teachers', 'Change a visit', 'Who and what for']);
    }
    expect(await visitsIn(school, 'proposed')).toEqual([]);
    expect(got(school, 'Ms. Rivera', 'visits-ask')).toEqual([]);
  });

  test('nobody is in anybody’s way: both send, and all of it can be had', async () => {
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      const { ref } = lastOf(school, name, 'week-plan');
      await school.tap(name, school.shown(ref), 'Send to all teachers', ref);
      expect(school.text(school.shown(ref))).not.toContain('could not be had');
    }
    const asked = await visitsIn(school, 'proposed');
    const clash = asked.some((one, nth) =>
      asked.some(
        (other, index) =>
          index > nth &&
          one.classroom_id === other.classroom_id &&
          one.date === other.date &&
          overlaps(spanOf(one), spanOf(other)),
      ),
    );
    expect([asked.length > 4, clash]).toEqual([true, false]);
  });

  test('the coordinator hears sums, and no name of anybody', async () => {
    const sent = school.sent.filter(({ to, card }) => to === office.userId && card.kind === 'team-plan');
    expect(sent.map(({ card }) => card.title)).toEqual(['The week of Nov 30: 2 drafts are ready']);
    for (const { card } of sent) expect(school.text(card)).not.toMatch(/Maya|Jonah|Otter|Bee|Room/);
  });
});

const spanOf = (visit: { start_minute: number; end_minute: number }) => ({
  start: visit.start_minute,
  end: visit.end_minute,
});

test('a draft in which its therapist decided something stays, and is planned around; asked twice at once is one plan', async () => {
  await school.restart(fridayAfterSchool);
  await settleTwoRooms(school);
  await openOffice(school);
  await school.says(office, 'schedule team');
  await school.thought();
  const [mine] = await stored(school, (trx) =>
    trx
      .selectFrom('week_plans')
      .innerJoin('members', 'members.id', 'week_plans.therapist_id')
      .select(['week_plans.id'])
      .where('members.name', '=', 'Maya Brooks')
      .where('week_plans.state', '=', 'draft')
      .execute(),
  );
  const wish = JSON.stringify([
    { do: 'keep', class: 'Room 7', day: 'Mon', start: '09:00', activity: 'writing' },
  ]);
  await stored(school, (trx) =>
    trx
      .updateTable('week_plans')
      .set({ wishes: wish })
      .where('id', '=', mine?.id ?? '')
      .execute(),
  );
  await Promise.all([school.says(office, 'schedule team'), school.says(office, 'plan the team')]);
  await school.thought();
  expect((await drafts()).map(({ id }) => id)).toContain(mine?.id);
  expect(await drafts()).toHaveLength(2);
});

describe('a coordinator of several schools', () => {
  const oak: Address = { platform: 'slack', tenantId: 'T1', userId: 'U-OAK', conversation: {} };
  const head: Address = { ...oak, userId: 'U-HEAD' };

  /** Jonah also works in Room 3 of Oak Hill, which has a coordinator of its own. */
  const openOakHill = async (): Promise<string> => {
    const ids = await stored(school, async (trx) => {
      const schoolId = await addSchool(trx, { name: 'Oak Hill', zone, first_bell: 490, last_bell: 885 });
      const teacherId = await addMember(trx, { schoolId, name: 'Ms. Birch', role: 'teacher' });
      await addClassroom(trx, { schoolId, teacherId, name: 'Room 3' });
      const headId = await addMember(trx, { schoolId, name: 'Sam Ortiz', role: 'coordinator' });
      await rememberAddress(trx, teacherId, oak, fridayAfterSchool);
      await rememberAddress(trx, headId, head, fridayAfterSchool);
      return { schoolId };
    });
    await invite(school, 'Jonah Price', 'Ms. Birch', { students: 'Fern', focuses: ['language'] });
    const question = school.sent.findLast(({ to }) => to === oak.userId);
    const yes = question?.card.actions.find(({ label }) => label.startsWith('Yes'));
    if (!question || !yes) throw new Error('no invitation');
    await school.act(oak, {
      kind: 'tap',
      action: yes.name,
      ref: yes.ref,
      value: 'yes',
      message: question.ref,
    });
    await school.says(oak, 'routine reading every day 9-9:40');
    return ids.schoolId;
  };
  const told = (to: Address) =>
    school.sent.filter((message) => message.to === to.userId && message.card.kind === 'team-plan').at(-1)
      ?.card;

  beforeAll(async () => {
    await school.restart(fridayAfterSchool);
    await settleTwoRooms(school);
    await openOffice(school);
  });

  test('plans those of her own school, and another coordinator waits until that is done', async () => {
    await openOakHill();
    await school.says(head, 'schedule team');
    const busy = await school.says(office, 'schedule team');
    expect(busy.title).toBe('Another school’s week is just being planned');
    await school.thought();
    expect(told(head)?.title).toBe('The week of Nov 30: 1 draft is ready');
  });

  test('plans all schools where she has a post, and the card names them', async () => {
    const me = await idOf(school, 'Dana Lee');
    await stored(school, async (trx) => {
      const both = await schools(trx);
      await replacePosts(
        trx,
        me,
        both.map(({ id }) => id),
      );
      await trx.deleteFrom('week_plans').execute();
    });
    const card = await school.says(office, 'schedule team');
    expect(school.text(card)).toContain('All who come into classes of Maple Street School and Oak Hill.');
    await school.thought();
    expect(told(office)?.title).toBe('The week of Nov 30: 2 drafts are ready');
  });

  test('plans all of the district where her own school has no class: its office', async () => {
    const center: Address = { ...oak, userId: 'U-CENTER' };
    await stored(school, async (trx) => {
      const schoolId = await addSchool(trx, {
        name: 'District office',
        zone,
        first_bell: 480,
        last_bell: 960,
      });
      const id = await addMember(trx, { schoolId, name: 'Pat Hale', role: 'coordinator' });
      await rememberAddress(trx, id, center, fridayAfterSchool);
      await trx.deleteFrom('week_plans').execute();
    });
    expect(school.text(await school.says(center, 'schedule team'))).toContain(
      'Maple Street School and Oak Hill',
    );
    await school.thought();
    expect(told(center)?.title).toBe('The week of Nov 30: 2 drafts are ready');
  });
});

test('the card reads as well at 60 drafts as at 8', () => {
  const read = (therapists: number, sessions: number, unplaced: number, of: readonly string[]) =>
    school
      .text(teamPlanCard({ isDone: true, monday: '2026-11-30', therapists, sessions, unplaced, schools: of }))
      .split('\n')
      .slice(0, -1);
  expect(read(8, 65, 0, ['Maple Street'])).toEqual([
    'The week of Nov 30: 8 drafts are ready',
    'All 65 sessions found a place, and nobody is in anybody’s way.',
  ]);
  expect(read(60, 4_301, 129, ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm'])).toEqual([
    'The week of Nov 30: 60 drafts are ready',
    'All who come into classes of Ash, Birch, Cedar and 2 more schools.',
    '4,301 of 4,430 sessions found a place, and nobody is in anybody’s way. What would make room for the other 129 stands on each one’s own draft.',
  ]);
});
