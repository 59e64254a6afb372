import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, got, labels, lastOf, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const therapists = ['Maya Brooks', 'Jonah Price'] as const;

describe('a teacher’s own word', () => {
  test.each([
    ['I need a hand with cutting on Thursday', 'Ms. Rivera would like a hand: Room 12'],
    ['could someone help us line up?', 'Ms. Rivera would like a hand: Room 12'],
    ['I’m worried about the noise at centers', 'Ms. Rivera has a concern: Room 12'],
    ['can you come Tuesday?', 'Ms. Rivera asks you to come: Room 12'],
  ])('%s', async (words, title) => {
    const card = await school.says('Ms. Rivera', words);
    expect(card.title).toBe('On its way to Jonah Price and Maya Brooks');
    for (const name of therapists) {
      const asked = lastOf(school, name, 'request');
      expect([asked.card.push, asked.card.title]).toEqual([title, title]);
      expect(labels(asked.card)).toEqual(['Read', 'I’m on it', 'Let’s talk', 'Not this week']);
      expect(school.text(school.cardOf(await school.tap(name, asked.card, 'Read')))).toContain(
        words.slice(-6),
      );
    }
  });

  test('is answered by the first who taps; the other and the teacher see who it was', async () => {
    await school.says('Ms. Rivera', 'come Tuesday');
    const [maya, jonah] = therapists.map((name) => lastOf(school, name, 'request'));
    if (!maya || !jonah) throw new Error('nobody was asked');
    const answered = await school.tap('Maya Brooks', maya.card, 'I’m on it', maya.ref);
    expect(labels(school.cardOf(answered))).toEqual(['Find good times', 'Read']);
    expect(school.text(school.shown(jonah.ref, 'request'))).toContain('Maya Brooks is on it.');
    const late = school.cardOf(await school.tap('Jonah Price', jonah.card, 'Not this week', jonah.ref));
    expect(school.text(late)).toContain('Maya Brooks is on it.');
    expect(got(school, 'Ms. Rivera', 'request-status').map((sent) => sent.card.title)).toEqual([
      'Maya Brooks is on it',
    ]);
  });

  test('that tells about a child waits for her to decide, word for word', async () => {
    const words = 'I need help with Otter, the speech therapy is not enough';
    const draft = await school.says('Ms. Rivera', words);
    expect(school.text(draft)).toContain('“Otter” (a student) and “speech therapy” (a service)');
    expect(school.inbox('Maya Brooks').filter(({ card }) => card.kind === 'request')).toEqual([]);
    await school.tap('Ms. Rivera', draft, 'Send it as it is');
    const asked = lastOf(school, 'Maya Brooks', 'request');
    expect(`${asked.card.push} ${school.text(asked.card)}`).not.toMatch(/Otter|speech/);
    expect(school.text(school.cardOf(await school.tap('Maya Brooks', asked.card, 'Read')))).toContain(words);
  });

  test('is said another way in a form, and only that goes out', async () => {
    const draft = await school.says('Ms. Rivera', 'I need help with Otter');
    const opened = await school.tap('Ms. Rivera', draft, 'Say it another way');
    if (opened.kind !== 'form') throw new Error('no form');
    expect(JSON.stringify(opened.form)).toContain('I need help with Otter');
    const said = { about: 'hand', words: 'I need help with scissors', 'as-is': [] };
    await school.submits('Ms. Rivera', 'request', said, opened.form.ref);
    expect(got(school, 'Maya Brooks', 'request')).toHaveLength(1);
    await school.tap('Ms. Rivera', draft, 'Send it as it is');
    expect(got(school, 'Maya Brooks', 'request')).toHaveLength(1);
  });

  test('from her week goes the same way, and can be taken back', async () => {
    const opened = await school.tap(
      'Ms. Rivera',
      await school.says('Ms. Rivera', 'week'),
      'Ask for something',
    );
    if (opened.kind !== 'form') throw new Error('no form');
    const empty = await school.submits('Ms. Rivera', 'request', { about: 'hand', words: ' ' });
    expect(empty.kind).toBe('faults');
    const said = { about: 'concern', words: 'Too many adults on Fridays', 'as-is': [] };
    const sent = school.cardOf(await school.submits('Ms. Rivera', 'request', said));
    await school.tap('Ms. Rivera', sent, 'Take it back');
    const asked = lastOf(school, 'Maya Brooks', 'request');
    expect(school.shown(asked.ref, 'request').title).toBe('Ms. Rivera took that back');
    const late = school.cardOf(await school.tap('Maya Brooks', asked.card, 'I’m on it'));
    expect(late.title).toBe('Ms. Rivera took that back');
  });

  test('is a reply, not a request, while a question of hers is open', async () => {
    await school.tick();
    expect((await school.says('Ms. Rivera', 'come Tuesday')).kind).not.toMatch(/^request/);
    expect(got(school, 'Maya Brooks', 'request')).toEqual([]);
  });

  test('reaches nobody where nobody works, and is nobody else’s to read or answer', async () => {
    expect((await school.says('Mr. Okafor', 'I need a hand with scissors')).title).toBe(
      'Nobody works with your class yet',
    );
    await school.says('Ms. Rivera', 'I need a hand with scissors');
    for (const action of lastOf(school, 'Maya Brooks', 'request').card.actions)
      expect(school.cardOf(await tapAction(school, 'Mr. Okafor', action)).kind).toBe('outdated');
    expect((await school.says('Maya Brooks', 'I need a hand with scissors')).kind).not.toMatch(/^request/);
  });
});
