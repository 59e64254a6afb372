import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../src/core/form.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, got, labels, lastOf, options, settleRoom12, tapAction } from './scenes.ts';

const monday = '2026-11-30';
const tuesday = '2026-12-01';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  await agreeVisit(school, 'Jonah Price', 'Tue 10:00');
});
afterAll(() => school.close());

const card = () => school.shown(lastOf(school, 'Ms. Rivera', 'prebrief').ref, 'prebrief');
const write = (values: FormValues) => {
  const [about] = card().actions.filter(({ name }) => name === 'prebrief.open');
  return school.submits(
    'Ms. Rivera',
    'prebrief',
    { materials: '', words: '', 'as-is': [], ...values },
    about?.ref,
  );
};

describe('tomorrow on one card', () => {
  test('comes once, on the school day before, in the teacher’s last free stretch, for all who come', async () => {
    await school.moveTo(at(monday, '14:30'));
    expect(got(school, 'Ms. Rivera', 'prebrief')).toEqual([]);
    await school.moveTo(at(tuesday, '08:00'));
    expect(got(school, 'Ms. Rivera', 'prebrief').map((sent) => sent.at)).toEqual([at(monday, '14:45')]);
    expect(card().title).toBe('Tuesday: 2 visits');
    expect(options(card()).map(({ words, detail }) => [words, detail])).toEqual([
      ['9:00–9:30 · Maya Brooks · Writing', 'Helping around the room. You lead.'],
      ['10:00–10:30 · Jonah Price · Centers', 'With a small group, at a side table. Jonah Price leads.'],
    ]);
  });

  test('over a weekend comes on Friday', async () => {
    await school.restart(at('2026-12-04', '07:45'));
    await settleRoom12(school);
    await agreeVisit(school, 'Maya Brooks', 'Mon 9:00');
    await school.tick();
    await school.moveTo(at('2026-12-06', '12:00'));
    const sent = got(school, 'Ms. Rivera', 'prebrief').at(-1);
    expect([sent?.card.title, sent?.at]).toEqual(['Monday: 1 visit', at('2026-12-04', '14:45')]);
  });

  test('stays away when the week has brought enough, unless something else goes anyway', async () => {
    await school.moveTo(at(monday, '14:50'));
    for (const time of ['Wed 9:00', 'Thu 10:00'])
      await agreeVisit(school, time === 'Wed 9:00' ? 'Maya Brooks' : 'Jonah Price', time);
    await school.moveTo(at(tuesday, '15:40'));
    expect(got(school, 'Ms. Rivera', 'prebrief')).toHaveLength(1);
    await school.moveTo(at('2026-12-02', '13:00'));
    await school.says('Jonah Price', 'ask Room 12 Friday 1');
    await school.moveTo(at('2026-12-02', '15:40'));
    const [, thursday] = got(school, 'Ms. Rivera', 'prebrief');
    expect(thursday?.ref).toEqual(lastOf(school, 'Ms. Rivera', 'ask').ref);
  });

  test('asks for nothing: one tap says it is right, and none is needed', async () => {
    await school.moveTo(at(monday, '14:50'));
    const sent = lastOf(school, 'Ms. Rivera', 'prebrief');
    await school.tap('Ms. Rivera', sent.card, 'All right', sent.ref);
    expect(labels(card())).toEqual(['Anything to know?']);
    await school.moveTo(at(tuesday, '08:00'));
    expect(got(school, 'Ms. Rivera', 'prebrief')).toHaveLength(1);
  });

  test('carries her word to both therapists, behind a tap', async () => {
    await school.moveTo(at(monday, '14:50'));
    expect((await write({ materials: 'scissors lie ready', words: 'a sub until ten' })).kind).toBe('none');
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      const word = lastOf(school, name, 'prebrief-word');
      expect(`${word.card.push} ${school.text(word.card)}`).not.toMatch(/scissors|sub/);
      const read = school.text(school.cardOf(await school.tap(name, word.card, 'Read')));
      expect(read).toBe('From Ms. Rivera\nMaterials: scissors lie ready\nTo know: a sub until ten');
    }
    expect(school.text(card())).toContain('They have your word about it.');
  });

  test('keeps a word that tells about a child until she has seen it and decides', async () => {
    await school.moveTo(at(monday, '14:50'));
    const words = 'Otter had a hard morning, his ADHD';
    expect(await write({ words })).toMatchObject({
      faults: { words: expect.stringContaining('“Otter” (a student) and “ADHD” (a diagnosis)') },
    });
    expect(got(school, 'Maya Brooks', 'prebrief-word')).toEqual([]);
    await write({ words, 'as-is': ['yes'] });
    const word = lastOf(school, 'Maya Brooks', 'prebrief-word');
    expect(school.text(school.cardOf(await school.tap('Maya Brooks', word.card, 'Read')))).toContain(words);
  });

  test('follows what she says of the hour: a test frees the visit, and the card says so', async () => {
    await school.moveTo(at(monday, '14:50'));
    const [nine] = options(card());
    const opened = nine && (await tapAction(school, 'Ms. Rivera', nine.action));
    if (opened?.kind !== 'form') throw new Error('no form');
    await school.submits('Ms. Rivera', opened.form.name, { words: 'math test' }, opened.form.ref);
    expect(card().title).toBe('Tuesday: 1 visit');
    expect(school.text(lastOf(school, 'Maya Brooks', 'visit-status').card)).not.toContain('Agreed:');
  });

  test('is rewritten when a visit is taken back, and nobody hears of a day without any', async () => {
    await school.moveTo(at(monday, '14:50'));
    for (const name of ['Maya Brooks', 'Jonah Price'] as const) {
      const status = lastOf(school, name, 'visit-status');
      await school.tap(name, school.shown(status.ref, 'visit-status'), 'I can’t come', status.ref);
    }
    expect(card().title).toBe('No visits Tuesday after all');
  });

  test('is nobody else’s to open, to write on or to read', async () => {
    await school.moveTo(at(monday, '14:50'));
    const [right] = card().actions;
    if (!right) throw new Error('no button');
    for (const action of [right, { ...right, name: 'prebrief.open' }, { ...right, name: 'prebrief.read' }])
      expect(school.cardOf(await tapAction(school, 'Mr. Okafor', action)).kind).toBe('outdated');
    const written = await school.submits('Jonah Price', 'prebrief', { words: 'hm' }, right.ref);
    expect(school.cardOf(written).kind).toBe('outdated');
  });
});
