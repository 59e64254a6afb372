import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../src/core/form.ts';
import type { Answer } from '../../src/ports/inbound.ts';
import { at, type MapleStreet, type Name, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, got, labels, lastOf, options, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const visitCard = (name: Name) =>
  school.shown(lastOf(school, name, name === 'Ms. Rivera' ? 'visit' : 'visit-status').ref, 'visit');
const faceOf = (name: Name) => school.text(visitCard(name));
const formOf = async (name: Name): Promise<Extract<Answer, { kind: 'form' }>['form']> => {
  const answer = await school.tap(name, visitCard(name), 'Change roles');
  if (answer.kind !== 'form') throw new Error('no form');
  return answer.form;
};
const filled = async (name: Name, change: FormValues): Promise<Answer> => {
  const form = await formOf(name);
  const asItWas = Object.fromEntries(
    form.fields.map((field) => [field.name, 'value' in field ? (field.value ?? '') : '']),
  );
  return school.submits(name, 'roles', { ...asItWas, ...change }, form.ref);
};

describe('who does what', () => {
  test('is on the teacher’s question, so that her yes is to that too', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    expect(faceOf('Ms. Rivera')).toContain('Helping around the room. You lead.');
    expect(faceOf('Maya Brooks')).toContain('Helping around the room. Ms. Rivera leads.');
    expect(got(school, 'Ms. Rivera', 'roles')).toEqual([]);
  });

  test('is changed by the teacher, and the therapist says once that it is fine', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    expect((await filled('Ms. Rivera', { format: 'table_group' })).kind).toBe('none');
    expect(faceOf('Ms. Rivera')).toContain('Waiting for Maya Brooks to see it.');
    const question = lastOf(school, 'Maya Brooks', 'roles');
    expect(question.card.title).toBe('Ms. Rivera would do it like this: Room 12, Tuesday 9:00–9:30');
    await school.tap('Maya Brooks', question.card, 'Fine with me', question.ref);
    expect(labels(school.shown(question.ref, 'roles'))).toEqual(['Change roles']);
    expect(faceOf('Ms. Rivera')).not.toContain('Waiting');
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(faceOf(name)).toContain('With a small group, at a side table.');
  });

  test('an older “fine” agrees to nothing it did not show', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await filled('Ms. Rivera', { format: 'table_group' });
    const question = lastOf(school, 'Maya Brooks', 'roles');
    await filled('Ms. Rivera', { format: 'observe' });
    const answer = school.cardOf(await school.tap('Maya Brooks', question.card, 'Fine with me'));
    expect(labels(answer)).toEqual(['Fine with me', 'Change roles']);
    expect(school.text(answer)).toContain('Watching first, then showing');
  });

  test('under cover stays the therapist’s own: the teacher reads help around the room, also after saving her form', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await filled('Maya Brooks', { format: 'cover' });
    const question = lastOf(school, 'Ms. Rivera', 'roles');
    expect(JSON.stringify([question.card, await formOf('Ms. Rivera')])).not.toMatch(/cover|an eye on/);
    await filled('Ms. Rivera', { place: 'back' });
    expect(faceOf('Maya Brooks')).toContain('Helping around the room (cover), at the back.');
  });

  test('gives the para a line of its own once somebody says there is one', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    expect(faceOf('Ms. Rivera')).not.toContain('para');
    await filled('Ms. Rivera', { para: 'break' });
    expect(faceOf('Maya Brooks')).toContain('The para may sit in and take a breath.');
  });

  test('is remembered for the next time the class does the same', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await filled('Ms. Rivera', { place: 'carpet' });
    const question = lastOf(school, 'Maya Brooks', 'roles');
    await school.tap('Maya Brooks', question.card, 'Fine with me', question.ref);
    await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
    expect(faceOf('Ms. Rivera')).toContain('Helping around the room, on the carpet.');
  });

  test('is nobody else’s to open or change, and nobody’s once the visit has begun', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const card = visitCard('Ms. Rivera');
    const [, change] = card.actions;
    if (!change) throw new Error('no button');
    expect(school.cardOf(await tapAction(school, 'Jonah Price', change)).kind).toBe('outdated');
    school.setTo(at('2026-12-01', '9:05'));
    expect(school.cardOf(await tapAction(school, 'Ms. Rivera', change)).kind).toBe('outdated');
    const late = await school.submits('Ms. Rivera', 'roles', { format: 'observe' }, change.ref);
    expect(school.cardOf(late).kind).toBe('outdated');
  });

  test('a form that came back with something else in it changes nothing', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    expect((await filled('Ms. Rivera', { lead: 'the principal' })).kind).toBe('faults');
    expect(options(await school.says('Maya Brooks', 'schedule')).length).toBeGreaterThan(0);
    expect(faceOf('Ms. Rivera')).toContain('Helping around the room. You lead.');
  });
});
