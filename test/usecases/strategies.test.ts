import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, got, idOf, labels, options, pair, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
  await school.says('Ms. Rivera', 'routine lunch every day 11:40-12:25');
});
afterAll(() => school.close());

const share = async (values: Record<string, string | string[]> = {}) => {
  const form = formOf(
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'strategies'), 'Share something'),
  );
  const [where] = form.fields;
  if (where?.kind !== 'choice') throw new Error('nowhere to share');
  return school.submits('Maya Brooks', form.name, {
    pairing: where.value ?? '',
    idea: '',
    words: 'Two minutes in the quiet corner before writing',
    cue: 'First breathe, then write.',
    readers: [await idOf(school, 'Ms. Rivera'), await idOf(school, 'Mr. Okafor')],
    ...values,
  });
};
const said = async () => {
  const [one] = options(await school.says('Maya Brooks', 'strategies'));
  return one?.detail;
};

describe('something to try', () => {
  test('reaches every adult on their own platform, in their own free minute, and the words open for them alone', async () => {
    school.setTo(at('2026-11-30', '9:00'));
    expect(school.text(school.cardOf(await share()))).toContain('Ms. Rivera and Mr. Okafor get it');
    expect(got(school, 'Ms. Rivera', 'strategy')).toEqual([]);
    await school.moveTo(at('2026-11-30', '16:00'));
    const [card] = got(school, 'Ms. Rivera', 'strategy');
    if (!card) throw new Error('nothing came');
    expect(card.at).toBe(at('2026-11-30', '11:40'));
    expect(got(school, 'Mr. Okafor', 'strategy')).toHaveLength(1);
    expect(`${school.text(card.card)} ${card.card.push}`).not.toMatch(/quiet corner|breathe/);
    const read = school.cardOf(await school.tap('Ms. Rivera', card.card, 'Read'));
    expect(school.text(read)).toBe(
      'To try in Room 12\nTwo minutes in the quiet corner before writing\nEverybody says: “First breathe, then write.”\nFrom Maya Brooks. No word yet.',
    );
    const [action] = card.card.actions;
    expect(action && school.cardOf(await tapAction(school, 'Jonah Price', action)).kind).toBe('outdated');
  });

  test('is asked about once, a few days later, with one tap', async () => {
    await share();
    await school.moveTo(at('2026-12-03', '16:00'));
    expect(got(school, 'Ms. Rivera', 'strategy-check')).toEqual([]);
    await school.moveTo(at('2026-12-11', '16:00'));
    const [check, ...more] = got(school, 'Ms. Rivera', 'strategy-check');
    if (!check) throw new Error('nobody asked');
    expect(more).toEqual([]);
    expect(labels(check.card)).toEqual(['Helped', 'Tried', 'Not yet', 'Read it again']);
    await school.tap('Ms. Rivera', check.card, 'Helped', check.ref);
    expect(school.text(school.shown(check.ref, 'strategy-check'))).toContain(
      'Maya Brooks sees that it was helpful.',
    );
    expect(await said()).toBe('So far: helped 1 ×.');
  });

  test('is not asked about in a week that is full of questions', async () => {
    await share();
    for (const day of ['Mon 8:15', 'Tue 9', 'Wed 9', 'Thu 9'])
      await school.says('Maya Brooks', `ask Room 12 next ${day}`);
    await school.moveTo(at('2026-12-11', '16:00'));
    const hers = school
      .inbox('Ms. Rivera')
      .filter(
        ({ card, at: when }) =>
          ['ask', 'strategy-check'].includes(card.kind) && when >= at('2026-12-07', '0:00'),
      );
    expect(hers.length).toBeLessThanOrEqual(3);
  });

  test('can be a common one, and ends when it is no longer needed', async () => {
    await share({ words: '', idea: '7', cue: '' });
    const [one] = options(await school.says('Maya Brooks', 'strategies'));
    if (!one) throw new Error('nothing is being tried');
    const open = school.cardOf(await tapAction(school, 'Maya Brooks', one.action));
    expect(school.text(open)).toContain('Wait ten seconds before helping');
    await school.tap('Maya Brooks', open, 'No longer needed');
    expect((await school.says('Maya Brooks', 'strategies')).title).toBe('Nothing is being tried just now');
    await school.moveTo(at('2026-12-11', '16:00'));
    expect(got(school, 'Ms. Rivera', 'strategy-check')).toEqual([]);
  });

  test('is handed over as text to copy, the most helpful first', async () => {
    await share();
    await share({ words: 'Wait', cue: '' });
    const list = await school.says('Ms. Rivera', 'strategies');
    const helpful = options(list).at(-1);
    if (!helpful) throw new Error('nothing is being tried');
    await school.tap(
      'Ms. Rivera',
      school.cardOf(await tapAction(school, 'Ms. Rivera', helpful.action)),
      'Helped',
    );
    const form = formOf(
      await school.tap('Maya Brooks', await school.says('Maya Brooks', 'strategies'), 'Hand over'),
    );
    expect(form.fields[0]).toMatchObject({ value: expect.stringMatching(/^Room 12\nThe week: lunch/) });
    expect((await school.submits('Maya Brooks', form.name, { words: 'x' })).kind).toBe('card');
  });

  test.each([
    ['no words', { words: '' }, 'words'],
    ['nobody', { readers: [] }, 'readers'],
    ['somebody else’s pair', { pairing: 'x' }, 'pairing'],
  ])('with %s is asked about', async (_what, values, fault) => {
    expect(await share(values)).toMatchObject({ kind: 'faults', faults: { [fault]: expect.any(String) } });
  });

  test('is looked at again on its day: kept for a while, or let go', async () => {
    const tickAt = async (date: string, clock: string) => {
      school.setTo(at(date, clock));
      await school.tick();
    };
    await share({ review: '2' });
    await tickAt('2026-12-11', '15:00');
    expect(got(school, 'Maya Brooks', 'strategy-review')).toEqual([]);
    await tickAt('2026-12-14', '15:00');
    const [first] = got(school, 'Maya Brooks', 'strategy-review');
    if (!first) throw new Error('nobody asked');
    expect(`${first.card.push} ${school.text(first.card)}`).not.toMatch(/quiet corner|breathe/);
    await school.tap('Maya Brooks', first.card, 'Keep it', first.ref);
    await tickAt('2027-01-11', '15:00');
    const [, second] = got(school, 'Maya Brooks', 'strategy-review');
    if (!second) throw new Error('nobody asked again');
    await school.tap('Maya Brooks', second.card, 'No longer needed', second.ref);
    expect(options(await school.says('Maya Brooks', 'strategies'))).toEqual([]);
  });
});
