import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import { rememberAddress } from '../../src/store/addresses.ts';
import { addMember } from '../../src/store/members.ts';
import { schools } from '../../src/store/schools.ts';
import { at, type MapleStreet, type Name, openMapleStreet } from '../usecases/maple-street.ts';
import {
  agreeVisit,
  beforeSchool,
  formOf,
  got,
  idOf,
  labels,
  lastOf,
  office,
  openOffice,
  options,
  settleRoom12,
  stored,
} from '../usecases/scenes.ts';
import { expectBalanced, expectNobodyDisturbed } from './endings.ts';

const monday = '2026-11-30';
const tuesday = '2026-12-01';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
/** Each story ends so. */
afterEach(async () => {
  await expectBalanced(school);
  await expectNobodyDisturbed(school);
});
afterAll(() => school.close());

const minutes = async (name: Name = 'Maya Brooks') => school.text(await school.says(name, 'minutes'));
const record = async (name: Name, date: string, clock: string, ...taps: string[]) => {
  school.setTo(at(date, clock));
  await school.tick();
  let card = await school.says(name, 'log');
  for (const label of taps) card = school.cardOf(await school.tap(name, card, label));
  return card;
};

/*
 * Otter has been fetched from class for two years, and this fall he holds on to his chair. Maya writes down what it is,
 * twice: “student declined”. Nobody argues; the second time PushIn wonders aloud whether she might go in instead. On
 * Thursday she sits down beside four children who write, one of whom is Otter, and nobody is fetched.
 */
test('the child who would not come out', async () => {
  const declined = async (date: string) => {
    school.setTo(at(date, '14:50'));
    const form = formOf(
      await school.tap(
        'Maya Brooks',
        await school.says('Maya Brooks', 'minutes'),
        'Add pull-out or consulting',
      ),
    );
    const [where] = form.fields;
    const pairing = (where?.kind === 'choice' && where.value) || '';
    const said = { pairing, kind: 'pull_out_not', minutes: '30', date, reason: 'student_declined' };
    return school.cardOf(await school.submits('Maya Brooks', form.name, said));
  };
  expect(labels(await declined(monday))).not.toContain('Find good times');
  expect(school.text(await declined(tuesday))).toContain('Joining the class instead may suit better.');
  await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
  await record('Maya Brooks', '2026-12-03', '09:40', 'As planned');
  expect(await minutes()).toContain('60 minutes = 30 delivered + 30 displaced.');
});

/*
 * The winter concert is on Thursday from nine to eleven, which the office has known since August. Dana types it in one
 * line. Maya's nine o'clock and Jonah's ten o'clock are gone, each with another time in hand before anybody has looked
 * for one; Ms. Rivera, who has thirty-one paper stars to hand out, taps Yes twice.
 */
test('the winter concert', async () => {
  await openOffice(school);
  await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
  await agreeVisit(school, 'Jonah Price', 'Thu 10:00');
  await school.says(office, 'winter concert Thu 9-11');
  for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
    const other = lastOf(school, name, 'swaps');
    await school.tap(name, school.shown(other.ref), 'Ask for this', other.ref);
    const question = lastOf(school, 'Ms. Rivera', 'visits-ask');
    await school.tap('Ms. Rivera', school.shown(question.ref), 'Yes', question.ref);
    expect(await minutes(name)).toContain('60 minutes = 30 planned + 30 displaced.');
  }
});

/*
 * In the testing weeks a therapist is a pair of eyes. Three Tuesdays running Maya proctors at nine; each time it is one
 * tap and “called away”. The third time PushIn hands her two sentences for her supervisor, without a child or a colleague
 * in them, and the visit goes to Wednesdays.
 */
test('three Tuesdays of proctoring', async () => {
  for (const [start, date] of [
    [monday, tuesday],
    ['2026-12-07', '2026-12-08'],
    ['2026-12-14', '2026-12-15'],
  ] as const) {
    school.setTo(at(start, '07:45'));
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await record('Maya Brooks', date, '09:40', 'Could not', 'Called away');
  }
  school.setTo(at('2026-12-15', '11:45'));
  await school.tick();
  const pattern = lastOf(school, 'Maya Brooks', 'slot-pattern');
  expect(school.text(pattern.card)).toContain('3 × called away): 90 minutes. Another time may work better.');
  await agreeVisit(school, 'Maya Brooks', 'Wed 9:00');
  await record('Maya Brooks', '2026-12-16', '09:40', 'As planned');
  expect(await minutes()).toContain('Since Nov 30: 180 minutes = 30 delivered');
});

/*
 * Lou has been the para of Room 12 for nine years and has seen therapists come and go. When writing gets loud Lou puts a
 * heavy book on two desks, and it works. Lou types it on a phone at the bus stop; at lunch Ms. Rivera has it with Lou's
 * name on it, Maya has it too, and on Friday both say that it helped. Maya hands it over in June with the rest.
 */
test('the para who knew first', async () => {
  const lou: Address = { platform: 'slack', tenantId: 'T1', userId: 'U-LOU', conversation: {} };
  await stored(school, async (trx) => {
    const [only] = await schools(trx);
    const id = await addMember(trx, { schoolId: only?.id ?? '', name: 'Lou Alvarez', role: 'para' });
    await rememberAddress(trx, id, lou, at(...beforeSchool));
  });
  const shares = (await school.says(lou, 'strategies')).actions.find(({ label }) => /Share/.test(label));
  const form = formOf(
    await school.act(lou, { kind: 'tap', action: shares?.name ?? '', ref: shares?.ref ?? '' }),
  );
  const where = form.fields.find((field) => field.name === 'pairing');
  const pairing = where?.kind === 'choice' ? (where.options[0]?.value ?? '') : '';
  const readers = [await idOf(school, 'Ms. Rivera'), await idOf(school, 'Maya Brooks')];
  const said = { pairing, words: 'A heavy book on the desk when it gets loud', cue: 'Book time', readers };
  await school.submits(lou, form.name, said, form.ref);
  await school.moveTo(at(monday, '12:00'));
  for (const name of ['Ms. Rivera', 'Maya Brooks'] as const) {
    const { card } = lastOf(school, name, 'strategy');
    expect(card.title).toBe('Lou Alvarez has something to try in Room 12');
    const opened = school.cardOf(await school.tap(name, card, 'Read'));
    await school.tap(name, opened, 'Helped');
  }
  const [trying] = options(await school.says('Maya Brooks', 'strategies'));
  expect([trying?.words, trying?.detail]).toEqual(['Room 12, from Lou Alvarez', 'So far: helped 2 ×.']);
});

/*
 * It is the week of the concert. Ms. Rivera has said what three mornings hold, has agreed to four visits, and has had six
 * messages by Thursday noon. Whatever else there would be, a glance at tomorrow and a question how it went, stays away;
 * what somebody waits for still comes, and next week there is room again.
 */
test('a week that is full', async () => {
  for (const time of ['Tue 9:00', 'Thu 9:00']) await agreeVisit(school, 'Maya Brooks', time);
  for (const time of ['Tue 10:00', 'Thu 10:00']) await agreeVisit(school, 'Jonah Price', time);
  for (const [date, clock] of [
    [tuesday, '09:40'],
    ['2026-12-03', '09:40'],
  ] as const)
    await record('Maya Brooks', date, clock, 'As planned');
  await school.moveTo(at('2026-12-04', '16:00'));
  const hers = school.inbox('Ms. Rivera').filter(({ card }) => card.kind !== 'invitation');
  const messages = new Set(hers.map(({ ref }) => ref['id']));
  expect(messages.size).toBeLessThanOrEqual(6);
  expect(got(school, 'Ms. Rivera', 'visit')).toHaveLength(4);
});
