import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, formOf, got, labels, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const held = async (when: string, date: string, outcome = 'As planned') => {
  await agreeVisit(school, 'Maya Brooks', when);
  school.setTo(at(date, '9:30'));
  await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), outcome);
};
const asked = () => got(school, 'Ms. Rivera', 'visit-feedback');
const first = async () => {
  await held('Tue 9:00', '2026-12-01');
  await school.moveTo(at('2026-12-01', '14:50'));
  const [question] = asked();
  if (!question) throw new Error('nobody asked');
  return question;
};

describe('after a visit, the teacher', () => {
  test('is asked in her last free stretch of the day, at most once a week', async () => {
    const question = await first();
    expect(question.at).toBe(at('2026-12-01', '14:45'));
    expect(question.card.push).toBe('How was the visit for you?');
    await held('Thu 9:00', '2026-12-03');
    await school.moveTo(at('2026-12-03', '16:00'));
    expect(asked()).toHaveLength(1);
  });

  test('answers with two taps and, if she likes, a word', async () => {
    const { card, ref } = await first();
    expect(labels(card)).toEqual(['Went well', 'Mixed', 'Was hard']);
    await school.tap('Ms. Rivera', card, 'Mixed', ref);
    await school.tap('Ms. Rivera', school.shown(ref), 'Less of it', ref);
    const form = formOf(await school.tap('Ms. Rivera', school.shown(ref), 'Add a word', ref));
    await school.submits('Ms. Rivera', form.name, { words: 'Mornings are calmer' }, form.ref);
    await school.moveTo(at('2026-12-01', '15:00'));
    const [word] = got(school, 'Maya Brooks', 'visit-word');
    if (!word) throw new Error('nothing came');
    const now = school.shown(word.ref, 'visit-word');
    expect(now.title).toBe('Ms. Rivera on the visit: mixed, less of it');
    expect(school.text(now)).not.toContain('calmer');
    const read = school.cardOf(await school.tap('Maya Brooks', now, 'Read'));
    expect(school.text(read)).toBe('Ms. Rivera wrote\nMornings are calmer');
    const [open] = now.actions;
    expect(open && school.cardOf(await tapAction(school, 'Jonah Price', open)).kind).toBe('outdated');
  });

  test('is not asked about a visit that could not be', async () => {
    await held('Tue 9:00', '2026-12-01', 'Could not');
    await school.moveTo(at('2026-12-01', '16:00'));
    expect(asked()).toEqual([]);
  });
});
