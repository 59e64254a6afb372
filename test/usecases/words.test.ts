import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, count, got, labels, options, settleRoom12, stored, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

/** Tuesday's writing, proposed and agreed. */
const agreeTuesday = async () => {
  const schedule = options(await school.says('Maya Brooks', 'schedule'));
  const tuesday = schedule.find((one) => one.words.startsWith('Tue 9:00'));
  if (!tuesday) throw new Error('Tuesday was not offered');
  await tapAction(school, 'Maya Brooks', tuesday.action);
  const question = school.last('Ms. Rivera');
  await school.tap('Ms. Rivera', question.card, 'Yes', question.ref);
};

describe('“week”', () => {
  test('shows a therapist her visits', async () => {
    expect(school.text(await school.says('Maya Brooks', 'week'))).toContain('No visits planned yet.');
    await agreeTuesday();
    expect(school.text(await school.says('Maya Brooks', 'week'))).toBe(
      'Your week\nTomorrow\n9:00–9:30 · Room 12 · Writing · Ms. Rivera · no plan yet',
    );
  });

  test('shows a teacher who comes, what she told, and the questions that wait for a tap', async () => {
    await agreeTuesday();
    await school.says('Ms. Rivera', 'Thu 10-10:45 math test');
    await school.says('Jonah Price', 'ask Room 12 Wed 1');
    const card = await school.says('Ms. Rivera', 'week');
    const words = school.text(card);
    expect(words).toContain('One question waits for a tap:\nWednesday 1:00–1:30 · Room 12');
    expect(words).toContain('Tomorrow\n9:00–9:30 · Maya Brooks · Writing');
    expect(words).toContain('Thursday\n10:00–10:45 · Test · Room 12');
    await school.says('Ms. Rivera', 'Tue 8:20-8:50 math');
    expect(school.text(await school.says('Ms. Rivera', 'week'))).toContain(
      'Tomorrow\n8:20–8:50 · Math · Room 12\n9:00–9:30 · Maya Brooks · Writing',
    );
    const [tell] = options(card);
    expect(tell && (await tapAction(school, 'Ms. Rivera', tell.action)).kind).toBe('form');
  });

  test('is the home page too', async () => {
    await agreeTuesday();
    const home = school.cardOf(await school.act('Maya Brooks', { kind: 'home' }));
    expect(home).toEqual(await school.says('Maya Brooks', 'week'));
  });

  test('of somebody whom no one visits says so', async () => {
    expect(school.text(await school.says('Mr. Okafor', 'week'))).toContain(
      'Nobody has asked to come this week.',
    );
  });
});

describe('“log” and “minutes”', () => {
  test.each(['log', 'minutes'])('“%s” is for therapists', async (word) => {
    expect((await school.says('Ms. Rivera', word)).kind).toBe('only-therapists');
  });
});

describe('“settings”', () => {
  test('say when PushIn may write, and can be changed', async () => {
    const card = await school.says('Ms. Rivera', 'settings');
    expect(school.text(card)).toContain(
      'From 30 minutes before the first bell until 60 minutes after the last',
    );
    expect((await school.tap('Ms. Rivera', card, 'Change')).kind).toBe('form');
    const none = await school.submits('Ms. Rivera', 'settings', { before: '0', after: '0' });
    expect(school.text(school.cardOf(none))).toContain('From the first bell until the last, on school days.');
    const changed = await school.submits('Ms. Rivera', 'settings', { before: '0', after: '15' });
    expect(school.text(school.cardOf(changed))).toContain('Today I may write to you 11:40–12:23, 2:45–3:00.');
  });

  test('refuse a time that was not offered', async () => {
    const answer = await school.submits('Ms. Rivera', 'settings', { before: '-5', after: '9999' });
    expect(answer).toMatchObject({ kind: 'faults' });
    expect(Object.keys(answer.kind === 'faults' ? answer.faults : {})).toEqual(['before', 'after']);
  });

  test('move what already waits', async () => {
    school.setTo(at('2026-11-30', '13:00'));
    await school.says('Maya Brooks', 'ask Room 12 Tue 2');
    await school.submits('Ms. Rivera', 'settings', { before: '15', after: '0' });
    await school.moveTo(at('2026-12-01', '08:00'));
    const question = got(school, 'Ms. Rivera', 'ask').find((sent) => sent.card.push.includes('at 2?'));
    expect(question?.at).toBe(at('2026-12-01', '07:55'));
  });

  test('are not what “stop” leads to: that is quiet at once', async () => {
    expect((await school.says('Ms. Rivera', 'stop writing to me')).kind).toBe('hush');
    expect((await school.says('Ms. Rivera', 'settings')).kind).toBe('settings');
  });
});

describe('any other words', () => {
  test('“help” lists every command', async () => {
    const card = await school.says('Ms. Rivera', 'help');
    expect(school.text(card)).toContain('schedule: Find good times to join a class');
    expect(school.text(card)).toContain('routine centers Tue 10-10:45');
  });

  test.each([
    ['Ms. Rivera', 'fhqwhgads', ['My week', 'My routine', 'Help']],
    ['Maya Brooks', 'fhqwhgads', ['Find good times', 'My week', 'Help']],
    ['Maya Brooks', 'math', ['Find good times', 'My week', 'Help']],
  ] as const)('unknown ones offer %s what can be done', async (name, words, offered) => {
    const card = await school.says(name, words);
    expect(labels(card)).toEqual(offered);
    for (const label of offered)
      expect((await school.tap(name, card, label)).kind).toMatch(/card|replace|form/);
  });

  test.each([
    ['five thousand letters', 'a'.repeat(5_000), 500],
    ['a routine as long as a book', `routine ${'math Mon 9-10, '.repeat(400)}`, 2_000],
  ])('%s are refused with the limit', async (_what, words, limit) => {
    const before = await stored(school, (trx) => trx.selectFrom('blocks').select('id').execute());
    const card = await school.says('Ms. Rivera', words);
    expect(school.text(card)).toContain(`Please keep it under ${limit} characters`);
    expect(await stored(school, (trx) => trx.selectFrom('blocks').select('id').execute())).toEqual(before);
  });

  test.each([
    '<!channel> hello',
    '*bold* _it_ [x](http://y)',
    '\u0024{data.secret}',
    '\u0000',
    '🦦🦦',
    '   ',
  ])('odd ones (%j) get an answer and leave nothing behind', async (words) => {
    const before = await count(school, 'activities');
    expect((await school.act('Ms. Rivera', { kind: 'words', text: words })).kind).not.toBe('none');
    expect(await count(school, 'activities')).toBe(before);
  });

  test('a greeting and a thank you are answered in kind', async () => {
    expect((await school.says('Ms. Rivera', 'hello')).title).toBe('Hello, Ms. Rivera');
    expect((await school.says('Ms. Rivera', 'thanks!')).title).toBe('You’re welcome');
    expect(school.cardOf(await school.act('Mr. Okafor', { kind: 'hello' })).title).toBe('Hello, Mr. Okafor');
  });
});
