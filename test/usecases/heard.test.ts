import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/core/card.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, got, labels, options, settleRoom12, stored, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const says = (words: string): Promise<Card> => school.says('Ms. Rivera', words);
const taps = async (card: Card, label: string): Promise<Card> =>
  school.cardOf(await school.tap('Ms. Rivera', card, label));
const misreadings = () =>
  stored(school, (trx) =>
    trx.selectFrom('misreadings').select(['about', 'heard', 'meant']).orderBy('about').execute(),
  );
const activities = () =>
  stored(school, (trx) =>
    trx
      .selectFrom('activities')
      .select(['date', 'kind', 'welcome', 'start_minute as start', 'end_minute as end', 'confirmed_at'])
      .orderBy('date')
      .orderBy('start_minute')
      .execute(),
  );

describe('what a teacher writes', () => {
  test('is shown as it was understood, and made sure by one tap that can be tapped twice', async () => {
    const card = await says('science thursday 1-1:40');
    expect(school.text(card).split('\n')).toEqual([
      'Room 12, Thursday 1:00–1:40 · Science',
      'You’re fine with a visit then.',
      'Jonah Price and Maya Brooks will hear in a student-free minute.',
    ]);
    expect(labels(card)).toEqual(['Right', 'Change', 'Not this time']);
    expect(await activities()).toMatchObject([{ kind: 'science', welcome: null, confirmed_at: null }]);
    const sure = await taps(card, 'Right');
    expect(labels(sure)).toEqual(['Change', 'Undo']);
    await taps(card, 'Right');
    expect(await activities()).toMatchObject([{ kind: 'science', confirmed_at: at(...beforeSchool) }]);
  });

  test('shows a guessed end in bold, with the other one a tap away', async () => {
    await school.says('Maya Brooks', 'ask Room 12 thu 1');
    const card = await says('science');
    expect(card.title).toBe('Room 12, Thursday 1:00–1:30 · Science');
    const told = await says('math friday at 1');
    expect(told.parts).toContainEqual({ kind: 'text', text: 'Until 1:45?', tone: 'strong' });
  });

  test('counts at once when it is a no, and Undo takes it back', async () => {
    const card = await says('thursday 10-10:45 centers but pls skip');
    expect(school.text(card)).toContain('No visit then.');
    expect(labels(card)).toEqual(['Change', 'Undo']);
    expect(await activities()).toMatchObject([{ kind: 'centers', welcome: 'no' }]);
    expect(school.text(await taps(card, 'Undo'))).toContain('Taken back');
    expect(await activities()).toEqual([]);
    expect(school.text(await taps(card, 'Undo'))).toContain('Taken back');
  });

  test('may name its hour by the class’s own day', async () => {
    const card = await says('science after lunch on thursday');
    expect(card.title).toBe('Room 12, Thursday 12:25–1:10 · Science');
  });

  test('may be two blocks on one card', async () => {
    const card = await says('thursday writing 1-1:40 then specials');
    expect(school.text(card)).toContain('Then Thursday 1:40–2:25 · Specials');
    await taps(card, 'Right');
    expect((await activities()).map(({ kind, confirmed_at }) => [kind, confirmed_at !== null])).toEqual([
      ['writing', true],
      ['specials', true],
    ]);
  });

  test('settles no visit, not even with a plain yes: the card with the tap comes again', async () => {
    const [offer] = options(await school.says('Maya Brooks', 'schedule'));
    if (offer) await tapAction(school, 'Maya Brooks', offer.action);
    const card = await says('yes sounds great');
    expect(card.title).toContain('Maya Brooks would like to join');
    expect(school.text(card)).toContain('One tap settles it.');
    const states = await stored(school, (trx) => trx.selectFrom('visits').select('state').execute());
    expect(states).toEqual([{ state: 'proposed' }]);
  });

  test('is no answer to a question she has not seen yet', async () => {
    school.setTo(at('2026-11-30', '09:05'));
    await school.says('Maya Brooks', 'ask Room 12 thu 1');
    expect(got(school, 'Ms. Rivera', 'ask')).toEqual([]);
    expect((await says('science')).title).toBe('When is that?');
    await school.moveTo(at('2026-11-30', '11:45'));
    expect((await says('science')).title).toContain('· Science');
  });

  test('with only a yes in it answers the visit that is proposed, whatever else is asked', async () => {
    const [offer] = options(await school.says('Maya Brooks', 'schedule'));
    if (offer) await tapAction(school, 'Maya Brooks', offer.action);
    await school.says('Jonah Price', 'ask Room 12 thu 1');
    expect(labels(await says('yes that works'))).toContain('Yes');
    expect(await activities()).toEqual([]);
  });

  test('tells a therapist that a visit isn’t welcome, and offers her no times for it', async () => {
    await says('centers thursday 10-10:45 but pls skip');
    const news = got(school, 'Maya Brooks', 'activity-news').at(-1)?.card;
    expect(news && school.text(news)).toContain('No visit then.');
    expect(news?.actions).toEqual([]);
    expect(school.text(await school.says('Maya Brooks', 'ask Room 12 thu 10'))).toContain('No visit then.');
  });

  test('and is refused for this time was still heard right', async () => {
    await taps(await says('science thursday 1-1:40'), 'Not this time');
    expect(await activities()).toMatchObject([{ kind: 'science', welcome: 'no' }]);
    expect(await misreadings()).toEqual([]);
  });

  test('that names no activity gets the likeliest ones as buttons', async () => {
    await school.says('Maya Brooks', 'ask Room 12 tue 2:15');
    const card = await says('the kids will be doing their thing you know');
    expect(card.title).toBe('Which of these is it?');
    expect(labels(card)).toContain('Something else');
    expect(labels(card).length).toBe(5);
  });

  test('“same as last week” is looked up', async () => {
    await says('science tomorrow 2:15-2:45');
    school.setTo(at('2026-12-07', '07:41'));
    await school.says('Maya Brooks', 'ask Room 12 tue 2:15');
    const card = await says('same as last week');
    expect(card.title).toBe('Room 12, Tuesday 2:15–2:45 · Science');
  });
});

describe('a correction', () => {
  test('by form changes the card where it stands, and is counted by its pattern only', async () => {
    const card = await says('centers thursday 1-1:40');
    const message = { id: 'the-card' };
    const form = await school.tap('Ms. Rivera', card, 'Change', message);
    if (form.kind !== 'form') throw new Error(`no form but ${form.kind}`);
    const values = { kind: 'writing', start: '13:00', end: '13:50', welcome: 'any' };
    const answer = await school.submits('Ms. Rivera', 'heard.change', values, form.form.ref);
    expect(answer.kind).toBe('none');
    expect(school.shown(message).title).toBe('Room 12, Thursday 1:00–1:50 · Writing');
    expect(await misreadings()).toEqual([
      { about: 'activity', heard: 'centers', meant: 'writing' },
      { about: 'end', heard: '820', meant: '830' },
    ]);
  });

  test('in words within the hour changes what was heard last', async () => {
    await school.says('Maya Brooks', 'ask Room 12 tue 2:15');
    await says('centers thursday 1-1:40');
    const card = await says('oops i meant writing');
    expect(card.title).toBe('Room 12, Thursday 1:00–1:40 · Writing');
    expect((await activities()).map(({ kind }) => kind)).toEqual(['writing']);
    const [news, ...more] = got(school, 'Maya Brooks', 'activity-news');
    expect(more).toEqual([]);
    expect(news && school.shown(news.ref).title).toBe('Room 12, Thursday 1:00–1:40: Writing');
  });

  test('that takes all of it back changes what the therapists were told', async () => {
    const card = await taps(await says('centers thursday 1-1:40'), 'Right');
    await taps(card, 'Undo');
    const [news] = got(school, 'Maya Brooks', 'activity-news');
    expect(news && school.shown(news.ref).title).toBe('The teacher took that back');
  });

  test('before anybody was told leaves nothing to tell', async () => {
    await school.says('Maya Brooks', 'routine groups every day 7:30-8:10');
    const card = await says('centers thursday 1-1:40 but pls skip');
    await taps(card, 'Undo');
    await school.moveTo(at('2026-11-30', '12:00'));
    expect(got(school, 'Maya Brooks', 'activity-news')).toEqual([]);
  });

  test('is nobody else’s to make', async () => {
    const card = await says('centers thursday 1-1:40');
    const saying = card.actions[0]?.ref ?? '';
    for (const action of ['heard.right', 'heard.undo', 'heard.not-then', 'heard.change', 'heard.weekly']) {
      const answer = await school.act('Mr. Okafor', { kind: 'tap', action, ref: saying });
      expect(school.text(school.cardOf(answer))).toContain('somebody else’s');
    }
    const values = { kind: 'test', start: '13:00', end: '13:40', welcome: 'any' };
    await school.submits('Mr. Okafor', 'heard.change', values, saying);
    expect((await activities()).map(({ kind }) => kind)).toEqual(['centers']);
    expect(got(school, 'Maya Brooks', 'activity-news')).toHaveLength(1);
  });
});
