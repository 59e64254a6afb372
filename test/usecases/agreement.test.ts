import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../src/core/form.ts';
import { at, type MapleStreet, type Name, openMapleStreet } from './maple-street.ts';
import { beforeSchool, got, invite, labels, lastOf, pair, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
});
afterAll(() => school.close());

const usual = { entry: 'slip_in', noise: 'whisper', interrupting: 'between', contact: 'writing', words: '' };
const save = async (name: Name, change: FormValues) => {
  const kind = name === 'Ms. Rivera' ? 'invitation' : 'pairing-status';
  const card = school.shown(lastOf(school, name, kind).ref, kind);
  const opened = await school.tap(name, card, 'How we work');
  if (opened.kind !== 'form') throw new Error('no form');
  return school.submits(name, 'agreement', { ...usual, 'as-is': [], ...change }, opened.form.ref);
};

describe('how two people work together', () => {
  test('is changed by either, and the other sees it once', async () => {
    await save('Ms. Rivera', { entry: 'wave', contact: 'prep' });
    const seen = lastOf(school, 'Maya Brooks', 'agreement');
    expect(seen.card.push).toBe('Ms. Rivera changed how you work together');
    expect(school.text(seen.card)).toContain('Coming in: A wave on the way in');
    await save('Maya Brooks', { entry: 'wave', contact: 'after' });
    expect(school.text(lastOf(school, 'Ms. Rivera', 'agreement').card)).toContain(
      'Best time to talk: After school',
    );
    expect(school.text(school.shown(seen.ref, 'agreement'))).toContain('As Maya Brooks said last.');
    expect(got(school, 'Maya Brooks', 'agreement')).toHaveLength(1);
  });

  test('keeps its note behind the tap, and shows the writer what it tells about a child', async () => {
    const words = 'K. sits by the window because of his IEP';
    expect(await save('Maya Brooks', { words })).toMatchObject({
      faults: { words: expect.stringContaining('“K.” (a student) and “IEP” (a service)') },
    });
    expect(got(school, 'Ms. Rivera', 'agreement')).toEqual([]);
    await save('Maya Brooks', { words, 'as-is': ['yes'] });
    const { card } = lastOf(school, 'Ms. Rivera', 'agreement');
    expect(`${card.push} ${school.text(card)}`).not.toMatch(/window|IEP/);
    const opened = await school.tap('Ms. Rivera', card, 'Read or change');
    expect(JSON.stringify(opened)).toContain(words);
  });

  test('is found again by “how we work”, by its two people only', async () => {
    const list = await school.says('Ms. Rivera', 'how we work');
    expect(school.text(list)).toContain('Maya Brooks · Room 12');
    const [part] = list.parts;
    if (part?.kind !== 'option') throw new Error('no row');
    expect((await tapAction(school, 'Ms. Rivera', part.action)).kind).toBe('form');
    expect(school.cardOf(await tapAction(school, 'Jonah Price', part.action)).kind).toBe('outdated');
    const written = await school.submits('Mr. Okafor', 'agreement', usual, part.action.ref);
    expect(school.cardOf(written).kind).toBe('outdated');
    expect((await school.says('Mr. Okafor', 'our agreement')).title).toBe('Nobody to agree with yet');
  });
});

test('who is asking and what they do stands behind a tap of the invitation, in plain words', async () => {
  await invite(school, 'Jonah Price', 'Ms. Rivera');
  const invitation = lastOf(school, 'Ms. Rivera', 'invitation');
  expect(labels(invitation.card)).toEqual(['Yes, let’s try', 'Not now', 'What they do']);
  expect(`${invitation.card.push} ${school.text(invitation.card)}`).not.toMatch(/speech|therap/i);
  const about = school.cardOf(await school.tap('Ms. Rivera', invitation.card, 'What they do'));
  expect(school.text(about)).toContain('How children understand and say things');
  expect(school.cardOf(await school.tap('Mr. Okafor', invitation.card, 'What they do')).kind).toBe(
    'outdated',
  );
});
