import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../src/core/form.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, got, labels, lastOf, options, settleRoom12, tapAction } from './scenes.ts';

const wednesday = '2026-12-02';
const what = 'Set out the centers before you start';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Wed 9:00');
});
afterAll(() => school.close());

const offer = async (values: FormValues) => {
  const status = school.shown(lastOf(school, 'Maya Brooks', 'visit-status').ref, 'visit-status');
  const opened = await school.tap('Maya Brooks', status, 'Offer a hand');
  if (opened.kind !== 'form') throw new Error('no form');
  return school.submits(
    'Maya Brooks',
    'favor',
    { what: '', own: '', 'as-is': [], ...values },
    opened.form.ref,
  );
};
const answer = async (label: string) => {
  const question = lastOf(school, 'Ms. Rivera', 'favor');
  return school.tap('Ms. Rivera', school.shown(question.ref, 'favor'), label, question.ref);
};
const toDo = async () =>
  options(await school.says('Maya Brooks', 'week')).filter(({ action }) => action.name.startsWith('favor.'));

describe('something off a teacher’s plate', () => {
  test('is offered with one pick, taken with one tap, and then the therapist’s to do before the lesson', async () => {
    await offer({ what });
    const question = lastOf(school, 'Ms. Rivera', 'favor');
    expect(question.card.title).toBe(
      'Maya Brooks could take this off your plate: Room 12, Wednesday at 9:00',
    );
    expect(school.text(question.card)).toContain(what);
    await answer('Yes, please');
    expect(lastOf(school, 'Maya Brooks', 'favor-status').card.title).toBe(
      'To do before Room 12, Wednesday at 9:00',
    );
    expect((await toDo()).map(({ words, detail }) => [words, detail])).toEqual([
      ['Before Room 12, Wednesday at 9:00', what],
    ]);
  });

  test('comes back to mind in her last free stretch before, unless it is done', async () => {
    await offer({ what });
    await answer('Yes, please');
    await school.moveTo(at(wednesday, '08:00'));
    expect(got(school, 'Maya Brooks', 'favor-status').map((sent) => sent.at)).toEqual([
      at(...beforeSchool),
      at(wednesday, '07:40'),
    ]);
    const [todo] = await toDo();
    if (!todo) throw new Error('nothing to do');
    await tapAction(school, 'Maya Brooks', todo.action);
    expect(school.shown(lastOf(school, 'Ms. Rivera', 'favor').ref, 'favor').title).toBe(
      'Done by Maya Brooks',
    );
    expect(await toDo()).toEqual([]);
  });

  test('is not needed without a reason, and nobody is told more than their card', async () => {
    await offer({ what });
    await answer('No need');
    expect(school.shown(lastOf(school, 'Ms. Rivera', 'favor').ref, 'favor').title).toBe('No need');
    expect(got(school, 'Maya Brooks', 'favor-status')).toEqual([]);
    expect(await toDo()).toEqual([]);
  });

  test('a yes that is taken back reaches the one who counts on it', async () => {
    await offer({ what });
    await answer('Yes, please');
    await answer('No need after all');
    const status = got(school, 'Maya Brooks', 'favor-status');
    expect(status.map(({ ref }) => school.shown(ref, 'favor-status').title)).toEqual(
      status.map(() => 'No need: Room 12, Wednesday at 9:00'),
    );
    expect(await toDo()).toEqual([]);
  });

  test('in own words is looked through, and read behind a tap', async () => {
    const own = 'Otter’s adapted scissors sharpened';
    expect(await offer({ own })).toMatchObject({ faults: { own: expect.stringContaining('a student') } });
    await offer({ own, 'as-is': ['yes'] });
    const question = lastOf(school, 'Ms. Rivera', 'favor');
    expect(`${question.card.push} ${school.text(question.card)}`).not.toContain('scissors');
    expect(labels(question.card)).toEqual(['Yes, please', 'No need', 'Read']);
    expect(school.text(school.cardOf(await answer('Read')))).toContain(own);
    await answer('Yes, please');
    expect(school.text(await school.says('Maya Brooks', 'week'))).not.toContain('scissors');
  });

  test('is nobody else’s to answer, to do or to read', async () => {
    await offer({ own: 'Something only for her' });
    const { actions } = lastOf(school, 'Ms. Rivera', 'favor').card;
    for (const action of [...actions, { ...actions[0], name: 'favor.done' }])
      expect(
        school.cardOf(await tapAction(school, 'Jonah Price', { label: '', ref: '', ...action })).kind,
      ).toBe('outdated');
    expect((await offer({})).kind).toBe('faults');
  });
});
