import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, options, pair } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera', { students: 'Otter' });
  await school.says('Ms. Rivera', 'routine centers every day 10-10:45, lunch every day 11:40-12:25');
});
afterAll(() => school.close());

const open = async () =>
  formOf(await school.tap('Maya Brooks', await school.says('Maya Brooks', 'minutes'), 'Standing pull-out'));
const keep = async (words: string) => {
  const form = await open();
  const [where] = form.fields;
  const pairing = where?.kind === 'choice' ? (where.value ?? '') : '';
  return school.submits('Maya Brooks', form.name, { pairing, words });
};
const week = async () => school.text(await school.says('Ms. Rivera', 'week'));

test('a standing pull-out is on the teacher’s week, with the therapist’s name and nobody else’s', async () => {
  const kept = school.text(school.cardOf(await keep('Tue 10-10:30')));
  expect(kept).toContain('Ms. Rivera’s week shows it.');
  expect(await week()).toContain('10:00–10:30 · with Maya Brooks');
  expect(await week()).not.toContain('Otter');
});

test('keeps its therapist’s time: nothing is proposed then', async () => {
  await keep('every day 10-10:30');
  const offered = options(await school.says('Maya Brooks', 'schedule')).map(({ words }) => words);
  expect(offered.filter((words) => / 10:(0|1|2)/.test(words))).toEqual([]);
});

test('is mended in the words it was told in, and gone when they are', async () => {
  await keep('Tue 10-10:30\nThu 1-1:30');
  expect((await open()).fields[1]).toMatchObject({
    value: 'Tue 10:00–10:30\nThu 1:00–1:30',
  });
  await keep('');
  expect(await week()).not.toContain('with Maya Brooks');
  expect(await keep('sometimes')).toMatchObject({ kind: 'faults' });
});
