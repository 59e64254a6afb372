import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { schools } from '../../src/store/schools.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, got, lastOf, options, pair, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await stored(school, async (trx) => {
    const [only] = await schools(trx);
    const term = (name: string, start_date: string, end_date: string) => ({
      school_id: only?.id ?? '',
      name,
      start_date,
      end_date,
    });
    const terms = [term('Fall', '2026-09-08', '2026-12-18'), term('Winter', '2027-01-04', '2027-03-26')];
    await trx.insertInto('terms').values(terms).execute();
  });
  await pair(school, 'Maya Brooks', 'Ms. Rivera', { focuses: ['fine_motor'] });
  await school.says(
    'Ms. Rivera',
    'routine art every day 9-9:40, writing every day 10-10:40, lunch every day 11:40-12:25',
  );
});
afterAll(() => school.close());

/** After school on that day. */
const look = async (date: string): Promise<void> => {
  school.setTo(at(date, '15:00'));
  await school.tick();
};
const asked = () => got(school, 'Ms. Rivera', 'preference');
const choose = async (kinds: readonly string[]): Promise<void> => {
  const { card, ref } = lastOf(school, 'Ms. Rivera', 'preference');
  const form = formOf(await school.tap('Ms. Rivera', card, 'Choose', ref));
  await school.submits('Ms. Rivera', form.name, { kinds }, form.ref);
};

test('a teacher is asked once a term when company is welcome, and not before she has seen a visit or two', async () => {
  await look('2026-12-11');
  expect(asked()).toEqual([]);
  await look('2026-12-18');
  expect(asked()).toHaveLength(1);
  await choose(['writing']);
  const { ref } = lastOf(school, 'Ms. Rivera', 'preference');
  expect(school.shown(ref, 'preference').title).toBe('Room 12: writing first');
  await look('2027-01-08');
  expect(asked()).toHaveLength(2);
  expect(school.text(lastOf(school, 'Ms. Rivera', 'preference').card)).toContain(
    'Last time you said writing.',
  );
});

test('what she likes comes first among times that fit as well', async () => {
  await look('2026-12-18');
  await choose(['writing']);
  const [first] = options(await school.says('Maya Brooks', 'schedule'));
  expect(first?.detail).toContain('the teacher likes company then');
  expect(first?.words).toContain('Writing');
});
