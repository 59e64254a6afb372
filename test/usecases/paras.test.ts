import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import { at, type MapleStreet, openMapleStreet, type Sent } from './maple-street.ts';
import { agreeVisit, beforeSchool, formOf, got, labels, lastOf, pair, stored } from './scenes.ts';

const lee: Address = {
  platform: 'teams',
  tenantId: 'tenant-1',
  userId: 'T-LEE',
  conversation: { id: 'T-LEE' },
};
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
  await school.says('Ms. Rivera', 'routine centers Tue and Thu 10-10:45, lunch every day 11:40-12:25');
});
afterAll(() => school.close());

const name = async (values: Record<string, string> = {}) =>
  school.submits('Ms. Rivera', 'para', { para: 'new', name: 'Ms. Lee', ...values });

/** Ms. Rivera names her, and she types the code she was given. */
const leeJoins = async (): Promise<void> => {
  const added = school.cardOf(await name());
  const [, code = ''] = /code: ([\w-]+)\./.exec(school.text(added)) ?? [];
  expect((await school.says(lee, code)).title).toBe('Hello, Ms. Lee');
};
const sentToLee = (kind: string): Sent[] =>
  school.sent.filter(({ to, card }) => to === lee.userId && card.kind === kind);
const visitOf = (): Sent => {
  const [sent] = sentToLee('para-visit');
  if (!sent) throw new Error('Ms. Lee heard of no visit');
  return sent;
};
const leeTaps = (label: string) => {
  const sent = visitOf();
  const button = school.shown(sent.ref, 'para-visit').actions.find((one) => one.label === label);
  if (!button) throw new Error(`no ${label}`);
  const { name: action, ref, value = '' } = button;
  return school.act(lee, { kind: 'tap', action, ref, value, message: sent.ref });
};

describe('a para', () => {
  test('is named by the teacher of the class, from her week, and joins with a code', async () => {
    const week = await school.says('Ms. Rivera', 'week');
    const form = formOf(await school.tap('Ms. Rivera', week, 'Who helps in class'));
    expect(form.fields.map((field) => field.name)).toEqual(['para', 'name']);
    expect(await name({ name: ' ' })).toMatchObject({ faults: { name: 'Please tell me their name.' } });
    await leeJoins();
    expect(sentToLee('class-para').map(({ card }) => card.title)).toEqual([
      'Ms. Rivera says you are with Room 12',
    ]);
  });

  test('who is known already hears it without a code, and can say that it is a mistake', async () => {
    await leeJoins();
    const known = await stored(school, (trx) =>
      trx.selectFrom('members').select('id').where('role', '=', 'para').executeTakeFirstOrThrow(),
    );
    await school.submits('Mr. Okafor', 'para', { para: known.id, name: '' });
    const sent = sentToLee('class-para').at(-1);
    expect(sent?.card.title).toBe('Mr. Okafor says you are with Room 7');
    const [leave] = sent?.card.actions ?? [];
    await school.act(lee, { kind: 'tap', action: leave?.name ?? '', ref: leave?.ref ?? '' });
    const rooms = await stored(school, (trx) => trx.selectFrom('class_paras').selectAll().execute());
    expect(rooms).toHaveLength(1);
  });
});

describe('a para who is with the class no more', () => {
  test('reads nothing of what is tried there, by no old card and no message on its way', async () => {
    await leeJoins();
    const para = await stored(school, (trx) =>
      trx.selectFrom('members').select('id').where('role', '=', 'para').executeTakeFirstOrThrow(),
    );
    const share = async (words: string) => {
      const list = await school.says('Maya Brooks', 'strategies');
      const { name, ref, fields } = formOf(await school.tap('Maya Brooks', list, 'Share something'));
      const [where] = fields;
      const pairing = where?.kind === 'choice' ? (where.value ?? '') : '';
      const readers = [para.id];
      await school.submits('Maya Brooks', name, { pairing, idea: '', words, cue: '', readers }, ref);
    };
    await share('Two breaths');
    await school.moveTo(at('2026-11-30', '15:30'));
    const [sent] = sentToLee('strategy');
    const [read] = sent?.card.actions ?? [];
    school.setTo(at('2026-12-01', '09:00'));
    await share('A slant board');
    const room = await stored(school, (trx) =>
      trx.selectFrom('class_paras').select('classroom_id').executeTakeFirstOrThrow(),
    );
    await school.act('Ms. Rivera', {
      kind: 'tap',
      action: 'para.leave',
      ref: room.classroom_id,
      value: para.id,
    });
    const tapped = await school.act(lee, { kind: 'tap', action: read?.name ?? '', ref: read?.ref ?? '' });
    expect([read?.label, school.cardOf(tapped).kind]).toEqual(['Read', 'outdated']);
    expect(school.text(await school.says(lee, 'strategies'))).not.toMatch(/breaths|slant/);
    await school.moveTo(at('2026-12-01', '16:00'));
    expect(sentToLee('strategy')).toHaveLength(1);
  });
});

describe('the day before a visit', () => {
  beforeEach(async () => {
    await leeJoins();
    await agreeVisit(school, 'Maya Brooks', 'Tue 10:00');
  });
  const tellLee = () => school.moveTo(at('2026-11-30', '15:30'));

  test('she hears who comes and what her part is, when the class has gone home', async () => {
    await school.moveTo(at('2026-11-30', '14:44'));
    expect(sentToLee('para-visit')).toEqual([]);
    await tellLee();
    expect(sentToLee('para-visit').map((sent) => sent.at)).toEqual([at('2026-11-30', '14:45')]);
    const { card } = visitOf();
    expect(card.title).toMatch(/^Maya Brooks comes: Room 12, /);
    expect(school.text(card)).toContain('You look after the other tables.');
    expect(labels(card)).toEqual(['Watch and join in', 'Take a breath']);
  });

  test('one tap of hers asks the teacher and tells the therapist; the teacher’s yes makes it her part', async () => {
    await tellLee();
    await leeTaps('Watch and join in');
    expect(school.text(school.shown(visitOf().ref, 'para-visit'))).toContain('Waiting for Ms. Rivera.');
    const asked = lastOf(school, 'Ms. Rivera', 'para-offer');
    const heard = lastOf(school, 'Maya Brooks', 'para-offer');
    expect(asked.card.title).toMatch(/^Ms. Lee could watch and join in: Room 12/);
    expect([labels(asked.card), labels(heard.card)]).toEqual([['Fine with me', 'Leave it as it is'], []]);
    await school.tap('Ms. Rivera', asked.card, 'Fine with me', asked.ref);
    expect(school.text(school.shown(visitOf().ref, 'para-visit'))).toContain(
      'You join in and see what is shown.',
    );
    expect(school.text(school.shown(heard.ref, 'para-offer'))).toContain('Settled. The para joins in');
    const status = lastOf(school, 'Maya Brooks', 'visit-status');
    expect(school.text(school.shown(status.ref, 'visit-status'))).toContain('The para joins in');
  });

  test('a no leaves everything as it was, and the offer can be another', async () => {
    await tellLee();
    await leeTaps('Take a breath');
    const asked = lastOf(school, 'Ms. Rivera', 'para-offer');
    await school.tap('Ms. Rivera', asked.card, 'Leave it as it is', asked.ref);
    const card = school.shown(visitOf().ref, 'para-visit');
    expect(school.text(card)).toContain('Ms. Rivera would leave it like that this time.');
    expect(labels(card)).toEqual(['Watch and join in']);
    await leeTaps('Watch and join in');
    const late = school.cardOf(await school.tap('Ms. Rivera', asked.card, 'Fine with me', asked.ref));
    expect(late.title).toMatch(/^Ms. Lee could watch/);
    expect(got(school, 'Ms. Rivera', 'para-offer')).toHaveLength(2);
  });

  test('once the visit has begun it is too late to ask for another part', async () => {
    await tellLee();
    const before = visitOf().card;
    school.setTo(at('2026-12-01', '10:01'));
    const [offer] = before.actions;
    const late = await school.act(lee, {
      kind: 'tap',
      action: offer?.name ?? '',
      ref: offer?.ref ?? '',
      value: 'joins',
    });
    expect(labels(school.cardOf(late))).toEqual([]);
    expect(got(school, 'Ms. Rivera', 'para-offer')).toEqual([]);
  });

  test('a visit that falls away is taken off her card', async () => {
    await tellLee();
    await school.says('Ms. Rivera', 'field trip tomorrow');
    expect(school.shown(visitOf().ref, 'para-visit').title).toMatch(/^Maya Brooks does not come/);
  });

  test('her week shows it, and “strategies” lets her share in that class only', async () => {
    const week = school.text(await school.says(lee, 'week'));
    expect(week).toContain('Maya Brooks · Room 12');
    expect(week).toContain('You look after the other tables.');
  });
});
