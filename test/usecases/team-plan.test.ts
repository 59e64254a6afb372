import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { overlaps } from '../../src/core/time.ts';
import { type MapleStreet, openMapleStreet } from './maple-street.ts';
import {
  fridayAfterSchool,
  got,
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
