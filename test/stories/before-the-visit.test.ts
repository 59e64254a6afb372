import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { at, type MapleStreet, type Name, openMapleStreet } from '../usecases/maple-street.ts';
import {
  agreeVisit,
  beforeSchool,
  got,
  idOf,
  lastOf,
  options,
  settleRoom12,
  stored,
} from '../usecases/scenes.ts';
import { expectBalanced, expectNobodyDisturbed } from './endings.ts';

const monday = '2026-11-30';
const tuesday = '2026-12-01';
const therapists = ['Maya Brooks', 'Jonah Price'] as const;
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

const opened = async (name: Name, kind: string, label: string) => {
  const { ref, card } = lastOf(school, name, kind);
  const answer = await school.tap(name, school.shown(ref, kind), label);
  if (answer.kind === 'form') return { form: answer.form, words: '' };
  return { form: undefined, words: school.text(answer.kind === 'card' ? answer.card : card) };
};

/*
 * Maya comes on Tuesday at nine. On Monday after the bell Ms. Rivera sees tomorrow on one card and remembers: she is at
 * a training, and the sub has never seen the room. She changes two things in one form (Maya leads, at the front; the
 * para knows the tables) and leaves a word about the folder on her desk. Maya says “fine”, reads the word behind a tap,
 * and picks her plan at 7:40. Nobody writes to Ms. Rivera on Tuesday, and the sub needs no account to be helped.
 */
test('a sub who knew nothing', async () => {
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  await school.moveTo(at(monday, '14:50'));
  expect(options(lastOf(school, 'Ms. Rivera', 'prebrief').card)).toHaveLength(1);

  const roles = await opened('Ms. Rivera', 'visit', 'Change roles');
  const said = {
    format: 'whole_class',
    lead: 'therapist',
    place: 'front',
    whom: 'everyone',
    para: 'other_tables',
  };
  await school.submits('Ms. Rivera', 'roles', said, roles.form?.ref);
  const word = await opened('Ms. Rivera', 'prebrief', 'Anything to know?');
  const told = { materials: '', words: 'A sub is in; the plan is in the blue folder', 'as-is': [] };
  await school.submits('Ms. Rivera', 'prebrief', told, word.form?.ref);
  await school.says('Ms. Rivera', 'sub tomorrow');

  const question = lastOf(school, 'Maya Brooks', 'roles');
  expect(school.text(question.card)).toContain('You lead. The para looks after the other tables.');
  await school.tap('Maya Brooks', question.card, 'Fine with me', question.ref);
  expect((await opened('Maya Brooks', 'prebrief-word', 'Read')).words).toContain('blue folder');
  await school.moveTo(at(tuesday, '07:45'));
  const plan = await opened('Maya Brooks', 'intention', 'Pick a plan');
  const own = 'Warm up all hands together, then the page';
  await school.submits('Maya Brooks', 'intention', { pick: '', shelf: '', own }, plan.form?.ref);
  expect(school.text(await school.says('Maya Brooks', 'week'))).not.toContain('no plan yet');

  await school.moveTo(at(tuesday, '15:40'));
  expect(school.inbox('Ms. Rivera').filter((sent) => sent.at >= at(tuesday, '00:00'))).toEqual([]);
});

/*
 * Maya works on Otter's grip, Jonah on Otter's stories, and Ms. Rivera has one Tuesday. She gets one card for both, each
 * with a role of its own. When she writes that she needs help with Otter, the product shows her what it saw; she says it
 * without the name. Both therapists get it, Jonah is quicker, and Maya sees that he has it. Each picks a plan that stands
 * in no message.
 */
test('the OT and the speech therapist share Otter', async () => {
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  await agreeVisit(school, 'Jonah Price', 'Tue 10:00');
  await school.moveTo(at(monday, '14:50'));
  expect(got(school, 'Ms. Rivera', 'prebrief')).toHaveLength(1);
  expect(options(lastOf(school, 'Ms. Rivera', 'prebrief').card).map(({ detail }) => detail)).toEqual([
    'Helping around the room. You lead.',
    'With a small group, at a side table. Jonah Price leads.',
  ]);

  const draft = await school.says('Ms. Rivera', 'I need help with Otter at writing');
  expect(school.text(draft)).toContain('“Otter” (a student)');
  const form = await school.tap('Ms. Rivera', draft, 'Say it another way');
  const said = { about: 'hand', words: 'Two at table three stop after one line', 'as-is': [] };
  await school.submits('Ms. Rivera', 'request', said, form.kind === 'form' ? form.form.ref : '');
  const [maya, jonah] = therapists.map((name) => lastOf(school, name, 'request'));
  if (!maya || !jonah) throw new Error('nobody was asked');
  await school.tap('Jonah Price', jonah.card, 'I’m on it', jonah.ref);
  expect(school.text(school.shown(maya.ref, 'request'))).toContain('Jonah Price is on it.');

  await school.moveTo(at(tuesday, '07:50'));
  for (const name of therapists) {
    const { form: plan } = await opened(name, 'intention', 'Pick a plan');
    const pick = plan?.fields.find((field) => field.name === 'pick');
    const [first] = pick?.kind === 'choice' ? pick.options : [];
    await school.submits(name, 'intention', { pick: first?.value ?? '', shelf: '', own: '' }, plan?.ref);
  }
  const plans = await stored(school, (trx) => trx.selectFrom('intentions').select('approach').execute());
  expect(new Set(plans.map(({ approach }) => approach)).size).toBe(2);
  for (const { approach } of plans) expect(JSON.stringify(school.sent)).not.toContain(approach);
});

/*
 * Ms. Rivera said yes to Tuesday once, and then the week swallowed her. She answers no question, opens no card, takes no
 * offer. The visit she agreed to takes place as it stood; what she did not agree to does not. Nothing is asked twice, and
 * nobody is told how many times she did not answer.
 */
test('the teacher who never answers', async () => {
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  const status = await opened('Maya Brooks', 'visit-status', 'Offer a hand');
  const favor = { what: 'Set out the centers before you start', own: '', 'as-is': [] };
  await school.submits('Maya Brooks', 'favor', favor, status.form?.ref);
  const roles = await opened('Maya Brooks', 'visit-status', 'Change roles');
  const said = { format: 'whole_class', lead: 'therapist', place: 'front', whom: 'everyone', para: 'none' };
  await school.submits('Maya Brooks', 'roles', said, roles.form?.ref);
  await school.tick();
  for (const [date, clock] of [
    [monday, '12:00'],
    [monday, '15:00'],
    [tuesday, '08:00'],
    [tuesday, '12:00'],
    [tuesday, '15:30'],
    ['2026-12-02', '12:00'],
    ['2026-12-03', '12:00'],
    ['2026-12-03', '15:40'],
  ] as const)
    await school.moveTo(at(date, clock));

  const hers = school.inbox('Ms. Rivera').filter(({ card }) => card.kind !== 'invitation');
  const about = hers.map(({ card }) => `${card.kind} ${card.title}`);
  expect(new Set(about).size).toBe(about.length);
  expect(hers.filter(({ card }) => card.kind === 'ask').length).toBeLessThanOrEqual(3);
  for (const kind of ['favor', 'roles', 'prebrief']) expect(got(school, 'Ms. Rivera', kind)).toHaveLength(1);
  const therapistId = await idOf(school, 'Maya Brooks');
  const [visit] = await stored(school, (trx) =>
    trx.selectFrom('visits').selectAll().where('therapist_id', '=', therapistId).execute(),
  );
  expect(visit?.state).toBe('agreed');
  expect(school.text(await school.says('Maya Brooks', 'log'))).toContain('Room 12, Tue');
  expect(options(await school.says('Maya Brooks', 'week')).map(({ detail }) => detail)).not.toContain(
    favor.what,
  );
});
