import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replacePullOuts } from '../../src/store/pull-outs.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { formOf, fridayAfterSchool, invite, lastOf, pair, planned, stored, visitsIn } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(fridayAfterSchool);
});
afterAll(() => school.close());
beforeEach(async () => {
  await school.restart(fridayAfterSchool);
  await school.says(
    'Mr. Okafor',
    'routine reading every day 9-9:40, math every day 10-10:40, lunch every day 11:40-12:25, music Tue 1-1:45',
  );
});

const paired = (values: Record<string, string>) =>
  pair(school, 'Maya Brooks', 'Mr. Okafor', { students: 'Bee, Wren', focuses: ['handwriting'], ...values });
const lines = async () => school.text(school.shown((await planned(school, 'Maya Brooks')).ref)).split('\n');
const send = async () => {
  const plan = await planned(school, 'Maya Brooks');
  await school.tap('Maya Brooks', school.shown(plan.ref), 'Send to all teachers', plan.ref);
  return lastOf(school, 'Mr. Okafor', 'visits-ask');
};
const agreeAll = async () => {
  const ask = await send();
  const [yes] = school.shown(ask.ref).actions;
  await school.tap('Mr. Okafor', school.shown(ask.ref), yes?.label ?? '', ask.ref);
  return ask;
};
const minutes = async () => school.text(await school.says('Maya Brooks', 'minutes'));

describe('sessions outside the class', () => {
  test('are planned from two subjects, asked of the teacher, and take nobody’s room', async () => {
    await paired({ setting: 'pull_out' });
    const planLines = (await lines()).filter((line) => line.includes('Room 7'));
    const missed = planLines.map((line) => line.split(' · ')[2]);
    expect(missed).toEqual([
      expect.stringContaining('outside, during'),
      expect.stringContaining('outside, during'),
    ]);
    expect(new Set(missed).size).toBe(2);
    expect(missed.join()).not.toContain('lunch');
    const { card } = await agreeAll();
    expect(card.title).toBe('Maya Brooks would like to work outside your class in the week of Nov 30');
    expect(school.text(card)).not.toMatch(/Bee|Wren|handwriting/i);
    const [visit] = await visitsIn(school, 'agreed');
    expect(visit).toMatchObject({ setting: 'pull_out' });
    expect(school.text(await school.says('Maya Brooks', 'week'))).toContain('outside, during');
  });

  test('that have a time of every week need no other', async () => {
    await paired({ setting: 'pull_out' });
    await stored(school, async (trx) => {
      const { id } = await trx.selectFrom('pairings').select('id').executeTakeFirstOrThrow();
      await replacePullOuts(trx, id, [{ weekdays: [2], start: 600, end: 630 }]);
    });
    const left = (await lines()).filter((line) => line.includes('Room 7'));
    expect(left).toEqual([expect.stringContaining('outside, during')]);
  });

  test('count as what they are, with what was missed, and next week spares it', async () => {
    await paired({ setting: 'pull_out', count: '1' });
    await agreeAll();
    const [visit] = await visitsIn(school, 'agreed');
    school.setTo(at(visit?.date ?? '', '15:00'));
    const log = await school.says('Maya Brooks', 'log');
    await school.tap('Maya Brooks', log, 'As planned');
    expect(await minutes()).toContain('1 × 30 minutes a week outside');
    expect(await minutes()).toContain('30 minutes = 30 delivered.');
    expect(await minutes()).toContain(`pull-out 30; pull-out took 30 of ${visit?.kind}`);
    school.setTo(at('2026-12-04', '15:00'));
    const next = (await lines()).join();
    expect(next).toContain('outside, during');
    expect(next).not.toContain(`outside, during ${visit?.kind}`);
  });
});

test('in the class or outside is decided on the day, and the minutes say where it was', async () => {
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40');
  await paired({ setting: 'either' });
  await agreeAll();
  const [visit] = await visitsIn(school, 'agreed');
  expect(visit).toMatchObject({ setting: 'either', kind: 'writing' });
  school.setTo(at('2026-11-30', '15:00'));
  const log = await school.says('Maya Brooks', 'log');
  expect(log.actions.map(({ label }) => label)).toEqual(['In the class', 'Outside', 'Adapted', 'Could not']);
  const recorded = school.cardOf(await school.tap('Maya Brooks', log, 'Outside'));
  expect(school.text(recorded)).toContain('30 minutes delivered, outside.');
  expect(await minutes()).toContain('60 minutes = 30 delivered + 30 planned.');
  expect(await minutes()).toContain('Push-in 0, pull-out 30');
});

test('a talk is planned while the teacher has no students, and its minutes stand in columns of their own', async () => {
  await paired({ setting: 'consult', count: '1', period: 'month' });
  expect((await lines()).join()).toContain('Room 7 · a talk without students');
  const { card } = await agreeAll();
  expect(card.title).toContain('would like to talk with you');
  school.setTo(at('2026-12-01', '15:30'));
  await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), 'As planned');
  expect(await minutes()).toContain('1 × 30 minutes a month with the adults');
  expect(await minutes()).not.toContain('kept apart');
});

test('three weeks with the students, the fourth with the adults', async () => {
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40');
  await paired({ rhythm: 'three_one' });
  expect((await lines()).filter((line) => line.includes('Writing'))).toHaveLength(2);
  await stored(school, (trx) => trx.deleteFrom('outbox').execute());
  school.setTo(at('2026-12-18', '15:00'));
  const fourth = (await lines()).join('\n');
  expect(fourth).toContain('a talk without students');
  expect(fourth).not.toContain('Writing');
});

test('one student’s own mandate stands in the form, and a slip in it is asked about', async () => {
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40');
  const slip = await invite(school, 'Maya Brooks', 'Mr. Okafor', { students: 'Bee', differing: 'Bee twice' });
  expect(slip).toMatchObject({ kind: 'faults', faults: { differing: expect.stringContaining('Bee twice') } });
  await paired({ differing: 'Wren: 1 × 20 outside' });
  const planLines = (await lines()).filter((line) => line.includes('Room 7'));
  expect(planLines.filter((line) => line.includes('Writing'))).toHaveLength(2);
  expect(planLines.filter((line) => line.includes('outside'))).toEqual([
    expect.stringContaining('1 student'),
  ]);
  expect(await minutes()).toContain('2 × 30 minutes a week and 1 × 20 minutes a week outside');
});

test('students of one pair with different mandates have a line each, behind a tap', async () => {
  await school.says('Mr. Okafor', 'routine writing Mon and Wed 9-9:40');
  await paired({ differing: 'Wren: 1 × 20 outside' });
  await agreeAll();
  school.setTo(at('2026-11-30', '15:00'));
  await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), 'As planned');
  const card = await school.says('Maya Brooks', 'minutes');
  expect(school.text(card)).not.toMatch(/Bee|Wren/);
  const shown = school.cardOf(await school.tap('Maya Brooks', card, 'How it goes'));
  expect(school.text(shown).split('\n').slice(0, 4)).toEqual([
    'How it goes',
    'Room 7, minutes student by student',
    'Bee: 60 minutes = 30 delivered + 30 planned.',
    expect.stringMatching(/^Wren: 20 minutes = 20 (?:planned|delivered)\.$/),
  ]);
});

test('students with one mandate need no line each', async () => {
  await paired({});
  const card = await school.says('Maya Brooks', 'minutes');
  const shown = school.cardOf(await school.tap('Maya Brooks', card, 'How it goes'));
  expect(school.text(shown)).not.toContain('student by student');
});

test('the mandate that changed may change where, from its date on', async () => {
  await paired({});
  const card = await school.says('Maya Brooks', 'minutes');
  const form = formOf(await school.tap('Maya Brooks', card, 'The mandate changed'));
  const [pairing] = form.fields[0]?.kind === 'choice' ? form.fields[0].options : [];
  const kept = await school.submits('Maya Brooks', form.name, {
    pairing: pairing?.value ?? '',
    count: '1',
    minutes: '30',
    period: 'week',
    from: '2026-12-07',
    setting: 'pull_out',
    differing: 'Wren: 2 × 30 in the class',
  });
  expect(school.cardOf(kept).title).toBe(
    'Room 7: 2 × 30 minutes a week and 1 × 30 minutes a week outside from Dec 7 on',
  );
});
