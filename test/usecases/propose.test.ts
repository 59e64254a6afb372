import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Action, Card } from '../../src/core/card.ts';
import { at, type MapleStreet, type Name, openMapleStreet, type Sent } from './maple-street.ts';
import {
  beforeSchool,
  count,
  got,
  labels,
  offerOf,
  options,
  settleRoom12,
  stored,
  tapAction,
  visitsIn,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const offer = (name: Name, time: string) => offerOf(school, name, time);
/** The therapist picks from a card that is a message of its own, as on Teams or in a Slack DM. */
const shownTo = { id: 'the schedule' };
const propose = async (name: Name = 'Maya Brooks', words = 'Tue 9:00'): Promise<Card> =>
  school.cardOf(await tapAction(school, name, await offer(name, words), shownTo));
const asked = (): Sent => {
  const [first] = got(school, 'Ms. Rivera', 'visit');
  if (!first) throw new Error('the teacher was not asked');
  return first;
};
const states = () =>
  stored(school, async (trx) =>
    (await trx.selectFrom('visits').select('state').orderBy('created_at').execute()).map((row) => row.state),
  );

describe('a pick', () => {
  test('holds the room and brings the teacher one card, none of whose answers needs a reason', async () => {
    const card = await propose();
    expect(card.title).toBe('Asked: Room 12, Tuesday 9:00–9:30 · Writing');
    expect(school.text(card)).toContain('Ms. Rivera gets it now');
    const question = asked();
    expect(question.card.title).toBe('Maya Brooks would like to join Tuesday 9:00–9:30');
    expect(labels(question.card)).toEqual(['Yes', 'Another time', 'Not this week']);
    expect(got(school, 'Ms. Rivera', 'visit')).toHaveLength(1);
  });

  test('tapped again is her own visit, not somebody else’s', async () => {
    const action = await offer('Maya Brooks', 'Tue 9:00');
    await tapAction(school, 'Maya Brooks', action, shownTo);
    const again = school.cardOf(await tapAction(school, 'Maya Brooks', action, shownTo));
    expect(again.title).toBe('Asked: Room 12, Tuesday 9:00–9:30 · Writing');
    expect(await count(school, 'visits')).toBe(1);
  });

  test('of a time another therapist has just taken is told at once, with the next best times', async () => {
    const mayas = await offer('Maya Brooks', 'Wed 9:00');
    await propose('Jonah Price', 'Wed 9:00');
    const card = school.cardOf(await tapAction(school, 'Maya Brooks', mayas, shownTo));
    expect(card.title).toBe('Room 12 was just taken for that time. The next best:');
    const words = options(card).map((one) => one.words);
    expect(words.length).toBeGreaterThan(0);
    expect(words.join()).not.toContain('Wed 9:00');
  });

  test('at the very same moment as another has exactly one winner, and the other gets the next best', async () => {
    const [mayas, jonahs] = [await offer('Maya Brooks', 'Wed 9:00'), await offer('Jonah Price', 'Wed 9:00')];
    const answers = await Promise.all([
      tapAction(school, 'Maya Brooks', mayas),
      tapAction(school, 'Jonah Price', jonahs),
    ]);
    expect(answers.map((answer) => school.cardOf(answer).kind).sort()).toEqual(['schedule', 'visit-asked']);
    expect(await count(school, 'visits')).toBe(1);
    expect(got(school, 'Ms. Rivera', 'visit')).toHaveLength(1);
  });

  test('of a time that no longer fits offers others', async () => {
    const action = await offer('Maya Brooks', 'Tue 9:00');
    await school.says('Ms. Rivera', 'Tue 9-9:40 test');
    const card = school.cardOf(await tapAction(school, 'Maya Brooks', action));
    expect(card.title).toBe('That time no longer fits. The next best:');
    expect(await count(school, 'visits')).toBe(0);
  });

  test.each([
    ['another therapist’s pairing', async (action: Action) => tapAction(school, 'Jonah Price', action)],
    ['a teacher', async (action: Action) => tapAction(school, 'Ms. Rivera', action)],
    [
      'no time at all',
      async (action: Action) => tapAction(school, 'Maya Brooks', { ...action, value: 'soon' }),
    ],
    [
      'no pairing at all',
      async (action: Action) => tapAction(school, 'Maya Brooks', { ...action, ref: 'x' }),
    ],
    [
      'a date that does not exist',
      async (action: Action) => tapAction(school, 'Maya Brooks', { ...action, value: '2026-02-31/540' }),
    ],
  ])('with %s behind it does nothing', async (_whose, act) => {
    const answer = await act(await offer('Maya Brooks', 'Tue 9:00'));
    expect(answer.kind).toBe('replace');
    expect(await count(school, 'visits')).toBe(0);
  });

  test('made while the teacher teaches waits for her next free minute', async () => {
    school.setTo(at('2026-11-30', '10:00'));
    expect(school.text(await propose())).toContain('Ms. Rivera gets it at 11:40');
    expect(got(school, 'Ms. Rivera', 'visit')).toEqual([]);
    await school.moveTo(at('2026-11-30', '12:00'));
    expect(asked().at).toBe(at('2026-11-30', '11:40'));
  });
});

describe('the teacher’s answer', () => {
  test('yes changes both cards in place, on both platforms', async () => {
    await propose();
    const question = asked();
    await school.tap('Ms. Rivera', question.card, 'Yes', question.ref);
    expect(school.shown(question.ref).title).toBe(
      'Agreed: Maya Brooks in Room 12, Tuesday 9:00–9:30, Writing',
    );
    expect(school.shown(shownTo).title).toBe('Agreed: Room 12, Tuesday 9:00–9:30 · Writing');
    expect(school.text(school.shown(shownTo))).toContain('Ms. Rivera said yes.');
  });

  test('reaches a therapist who picked where nothing can change in place on a card that can', async () => {
    await tapAction(school, 'Maya Brooks', await offer('Maya Brooks', 'Tue 9:00'));
    await school.tap('Ms. Rivera', asked().card, 'Yes', asked().ref);
    const cards = got(school, 'Maya Brooks', 'visit-status');
    expect(cards.map(({ ref }) => school.shown(ref).title)).toEqual([
      'Agreed: Room 12, Tuesday 9:00–9:30 · Writing',
    ]);
  });

  test('another time frees the room and lets the therapist look on', async () => {
    await propose();
    await school.tap('Ms. Rivera', asked().card, 'Another time', asked().ref);
    expect(labels(school.shown(shownTo))).toEqual(['See other times']);
    expect((await propose('Jonah Price', 'Wed 9:00')).kind).toBe('visit-status');
    expect(await states()).toEqual(['another', 'proposed']);
  });

  test('not this week holds for that week and that therapist', async () => {
    await propose();
    await school.tap('Ms. Rivera', asked().card, 'Not this week', asked().ref);
    expect(options(await school.says('Maya Brooks', 'schedule'))).toEqual([]);
    expect(options(await school.says('Jonah Price', 'schedule'))).not.toEqual([]);
    school.setTo(at('2026-12-04', '07:45'));
    const onFriday = options(await school.says('Maya Brooks', 'schedule')).map((one) => one.action.value);
    expect(onFriday.length).toBeGreaterThan(0);
    expect(onFriday.filter((value) => value?.startsWith('2026-12-04'))).toEqual([]);
    school.setTo(at('2026-12-07', '07:45'));
    expect(options(await school.says('Maya Brooks', 'schedule'))).not.toEqual([]);
  });

  test('not this week says which week, when it is said the week before', async () => {
    school.setTo(at('2026-12-04', '15:00'));
    await propose('Maya Brooks', 'Tue 9:00');
    await school.tap('Ms. Rivera', asked().card, 'Not this week', asked().ref);
    const said = school.cardOf(await school.tap('Ms. Rivera', asked().card, 'Yes', asked().ref));
    expect(school.text(said)).toContain('Maya Brooks won’t ask again in the week of Dec 7.');
    expect(school.text(school.shown(shownTo))).toContain('not have a visit in the week of Dec 7.');
  });

  test('may change after the yes, with one tap', async () => {
    await propose();
    const question = asked();
    await school.tap('Ms. Rivera', question.card, 'Yes', question.ref);
    await school.tap('Ms. Rivera', school.shown(question.ref), 'Another time after all', question.ref);
    expect(school.shown(question.ref).title).toBe('Another time it is');
    expect(school.shown(shownTo).title).toContain('Another time, please');
    expect(await states()).toEqual(['another']);
  });

  test('a no tapped in haste becomes a yes, and the therapist is told aloud', async () => {
    for (const no of ['Another time', 'Not this week']) {
      await school.restart(at(...beforeSchool));
      await settleRoom12(school);
      await propose();
      const question = asked();
      await school.tap('Ms. Rivera', question.card, no, question.ref);
      await school.tap('Ms. Rivera', school.shown(question.ref), 'Yes, after all', question.ref);
      expect(school.shown(question.ref).title).toContain('Agreed: Maya Brooks in Room 12');
      expect(school.last('Maya Brooks').card.push).toBe('Ms. Rivera said yes');
      expect(await states()).toEqual(['agreed']);
    }
  });

  test('but not once somebody else has the room', async () => {
    await propose('Maya Brooks', 'Wed 9:00');
    const question = asked();
    await school.tap('Ms. Rivera', question.card, 'Another time', question.ref);
    await propose('Jonah Price', 'Wed 9:00');
    await school.tap('Ms. Rivera', school.shown(question.ref), 'Yes, after all', question.ref);
    expect(school.text(school.shown(question.ref))).toContain('That time is taken by now');
    expect(await states()).toEqual(['another', 'proposed']);
  });

  test('nor once the pair is over', async () => {
    await propose();
    const question = asked();
    await school.tap('Ms. Rivera', question.card, 'Another time', question.ref);
    await stored(school, (trx) => trx.updateTable('pairings').set({ state: 'ended' }).execute());
    await school.tap('Ms. Rivera', school.shown(question.ref), 'Yes, after all', question.ref);
    expect(await states()).toEqual(['another']);
  });

  test('given twice explains the second time', async () => {
    await propose();
    const question = asked();
    await school.tap('Ms. Rivera', question.card, 'Yes', question.ref);
    const second = school.cardOf(
      await school.tap('Ms. Rivera', question.card, 'Not this week', question.ref),
    );
    expect(school.text(second)).toContain('That was settled already. This is how it stands.');
    expect(await states()).toEqual(['agreed']);
  });

  test('is hers alone', async () => {
    await propose();
    for (const other of ['Mr. Okafor', 'Maya Brooks', 'Jonah Price'] as const) {
      expect(school.cardOf(await school.tap(other, asked().card, 'Yes')).kind).toBe('outdated');
    }
    expect(await states()).toEqual(['proposed']);
  });

  test('and the therapist’s taking back at the same moment leave one truth on both cards', async () => {
    const status = await propose();
    const question = asked();
    await Promise.all([
      school.tap('Ms. Rivera', question.card, 'Yes', question.ref),
      school.tap('Maya Brooks', status, 'Take it back', shownTo),
    ]);
    await school.tick();
    const [state] = await states();
    expect(['agreed', 'withdrawn']).toContain(state);
    expect(school.shown(question.ref).title).toMatch(state === 'agreed' ? /^Agreed/ : /^No visit/);
  });
});

describe('taking it back', () => {
  test('before the teacher saw it spares her the question', async () => {
    school.setTo(at('2026-11-30', '10:00'));
    const status = await propose();
    const card = school.cardOf(await school.tap('Maya Brooks', status, 'Take it back', shownTo));
    expect(card.title).toContain('Taken back');
    await school.moveTo(at('2026-11-30', '12:00'));
    expect(got(school, 'Ms. Rivera', 'visit')).toEqual([]);
  });

  test('afterwards changes her card and frees the room', async () => {
    const status = await propose('Maya Brooks', 'Wed 9:00');
    await school.tap('Maya Brooks', status, 'Take it back', shownTo);
    expect(school.shown(asked().ref).title).toBe('No visit Wednesday 9:00–9:30');
    expect((await propose('Jonah Price', 'Wed 9:00')).kind).toBe('visit-status');
  });

  test('also works once agreed', async () => {
    await propose();
    await school.tap('Ms. Rivera', asked().card, 'Yes', asked().ref);
    await school.tap('Maya Brooks', school.shown(shownTo), 'I can’t come', shownTo);
    expect(school.shown(asked().ref).title).toBe('No visit Tuesday 9:00–9:30');
    expect(await states()).toEqual(['withdrawn']);
  });
});

describe('a visit whose time has come', () => {
  beforeEach(async () => {
    await propose();
    await school.tap('Ms. Rivera', asked().card, 'Yes', asked().ref);
    school.setTo(at('2026-12-01', '09:10'));
  });

  test('is not undone by the teacher’s old button', async () => {
    const agreed = school.shown(asked().ref);
    const card = school.cardOf(await school.tap('Ms. Rivera', agreed, 'Another time after all'));
    expect(school.text(card)).toContain('That time has come already');
    expect(labels(card)).toEqual([]);
    expect(await states()).toEqual(['agreed']);
  });

  test('is not taken back by the therapist’s', async () => {
    const card = school.cardOf(
      await school.tap('Maya Brooks', school.shown(shownTo), 'I can’t come', shownTo),
    );
    expect(school.text(card)).toContain('“log” records how it went');
    expect(await states()).toEqual(['agreed']);
  });

  test('is logged only once it is over, and once', async () => {
    const [visit] = await visitsIn(school, 'agreed');
    const shown = { name: 'visit.log', label: '', ref: visit?.id ?? '', version: visit?.version ?? 0 };
    const log = async (value: string) =>
      school.cardOf(await tapAction(school, 'Maya Brooks', { ...shown, value }));
    expect((await log('as_planned')).kind).toBe('outdated');
    school.setTo(at('2026-12-01', '09:30'));
    expect((await log('as_planned')).title).toBe('Room 12, Tuesday 9:00–9:30 · as planned');
    const again = await log('could_not');
    expect(again.title).toBe('Room 12, Tuesday 9:00–9:30 · as planned');
    expect(school.text(again)).toContain('That was settled already');
  });
});

describe('a time before which the teacher cannot be asked', () => {
  test('is neither offered nor held', async () => {
    const early = await offer('Maya Brooks', 'Mon 9:00');
    school.setTo(at('2026-11-30', '08:40'));
    const offered = options(await school.says('Maya Brooks', 'schedule')).map((one) => one.words);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.join()).not.toContain('Mon 9:');
    const card = school.cardOf(await tapAction(school, 'Maya Brooks', early, shownTo));
    expect(card.title).toBe('That time no longer fits. The next best:');
    expect(await states()).toEqual([]);
  });
});

describe('a day that changes', () => {
  test('takes back the visits a test leaves no room for, and every card says so', async () => {
    await propose();
    await school.tap('Ms. Rivera', asked().card, 'Yes', asked().ref);
    await school.says('Ms. Rivera', 'Tue 9-9:40 math test');
    expect(await states()).not.toEqual(['agreed']);
    expect(school.shown(shownTo).title).not.toContain('Agreed');
    expect(school.shown(asked().ref).title).not.toContain('Agreed');
  });
});

describe('a question nobody answers', () => {
  test('ends when the time begins: the room is free and the therapist knows not to come', async () => {
    await propose();
    await school.moveTo(at('2026-12-01', '08:59'));
    expect(await states()).toEqual(['proposed']);
    school.setTo(at('2026-12-01', '09:00'));
    await school.tick();
    expect(await states()).toEqual(['expired']);
    expect(school.shown(shownTo).title).toContain('Not answered in time');
    expect(school.shown(asked().ref).title).toBe('No visit Tuesday 9:00–9:30');
  });

  test('is told on the card that followed, where the first could not change', async () => {
    await tapAction(school, 'Maya Brooks', await offer('Maya Brooks', 'Tue 9:00'));
    school.setTo(at('2026-12-01', '09:00'));
    await school.tick();
    const cards = got(school, 'Maya Brooks', 'visit-status');
    expect(cards.map(({ ref }) => school.shown(ref).title)).toEqual([
      'Not answered in time: Room 12, Tuesday 9:00–9:30 · Writing',
    ]);
  });
});
