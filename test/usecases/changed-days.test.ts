import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import { at, type MapleStreet, type Name, openMapleStreet } from './maple-street.ts';
import {
  agreeVisit,
  beforeSchool,
  got,
  labels,
  office,
  openOffice,
  options,
  settleRoom12,
  stored,
  tapAction,
} from './scenes.ts';

let school: MapleStreet;

beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await openOffice(school);
  await settleRoom12(school);
});
afterAll(() => school.close());

const agreeOn = (day: string) => agreeVisit(school, 'Maya Brooks', day);
const week = async (name: Name) => school.text(await school.says(name, 'week'));
const said = async (name: Name | Address, words: string) =>
  school.text(await school.says(name, words)).split('\n');

describe('a coordinator says that the whole school’s day changes', () => {
  test('a snow day takes the visits with it, and both people hear of it', async () => {
    await agreeOn('Tue');
    expect(await said(office, 'snow day tomorrow!')).toEqual([
      'Tomorrow: snow day',
      'Noted. Jonah Price and Maya Brooks will hear of it. 1 visit can’t be then, and everybody concerned is told.',
    ]);
    expect(await week('Maya Brooks')).toBe(
      'Your week\nToday\n9:00–9:30 · Room 12 · Writing · Ms. Rivera (kept for you)\nTomorrow: no school (Snow day).',
    );
    school.setTo(at('2026-12-01', '07:45'));
    expect((await said('Mr. Okafor', 'settings'))[1]).toBe('Today I don’t write to you at all. (Snow day)');
    const told = got(school, 'Maya Brooks', 'swaps').at(-1);
    expect(told && school.text(told.card)).toContain(
      'Tomorrow: snow day\nTold by Dana Lee.\nRoom 12, Tue 9:00–9:30\n1. ',
    );
    expect(school.text(school.last('Ms. Rivera').card)).toContain(
      'The day changed, so Maya Brooks won’t come',
    );
  });

  test('and takes it back, as often as it is tapped once', async () => {
    const card = await school.says(office, 'no school friday');
    const undone = school.cardOf(await school.tap(office as never, card, 'Undo'));
    const after = 'It no longer counts. A visit that was called off stays so.';
    expect(school.text(undone)).toBe(`Taken back\nFriday: no school\n${after}`);
    await school.tap(office as never, card, 'Undo');
    const [news, ...twice] = got(school, 'Maya Brooks', 'change-news');
    expect(news && school.text(news.card)).toBe('Friday: no school\nTold by Dana Lee.');
    expect(news && school.text(school.shown(news.ref))).toBe('No longer so: Friday: no school\nTaken back.');
    expect(twice).toEqual([]);
    expect(got(school, 'Maya Brooks', 'change-undone').map(({ card: one }) => school.text(one))).toEqual([
      `Taken back: Friday: no school\n${after}`,
    ]);
  });

  test('a two-hour delay gives a simple school a day type, and the routine keeps to the clock', async () => {
    await agreeOn('Wed');
    expect(await said(office, '2 hr delay wednesday')).toEqual([
      'Wednesday: 2-hour delay',
      'Noted. Jonah Price and Maya Brooks will hear of it. 1 visit can’t be then, and everybody concerned is told.',
    ]);
    expect(await said('Maya Brooks', 'ask Room 12 wed 9')).toContain('Room 12 has no class at 9:00');
    expect(await said('Maya Brooks', 'ask Room 12 thu 9')).toContain('Writing · from the weekly routine');
  });

  test('an early release without its bell is asked about, not guessed', async () => {
    expect(await said(office, 'early release friday')).toEqual([
      'Which bells does that day have?',
      'Tell me when it ends, like “early release Friday at 12:30”.',
    ]);
    expect((await said(office, 'early release friday at 12:30'))[0]).toBe('Friday: early release at 12:30');
  });

  test('nobody else may, and is told who can', async () => {
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(await said(name, 'snow day tomorrow')).toEqual([
        'That changes the whole school’s day',
        'Dana Lee can tell me that. Nothing was changed.',
      ]);
  });

  test('an early release declared in the morning moves what was due in the afternoon', async () => {
    school.setTo(at('2026-12-01', '09:10'));
    await school.says('Maya Brooks', 'ask Room 12 thu 2');
    const due = async () =>
      (
        await stored(school, (trx) =>
          trx
            .selectFrom('outbox')
            .select('due_at')
            .where('state', '=', 'queued')
            .where('purpose', '=', 'ask')
            .execute(),
        )
      ).map(({ due_at }) => due_at);
    expect(await due()).toEqual([at('2026-12-01', '11:40')]);
    await school.says(office, 'early release today at 11:30');
    expect(await due()).toEqual([at('2026-12-01', '11:30')]);
  });

  test('a visit that has begun is left to be recorded', async () => {
    await agreeOn('Tue');
    school.setTo(at('2026-12-01', '09:05'));
    await school.says('Ms. Rivera', 'test 9-9:40 today');
    expect((await said(office, 'no school today'))[1]).not.toContain('visit');
    const states = await stored(school, (trx) => trx.selectFrom('visits').select('state').execute());
    expect(states).toEqual([{ state: 'agreed' }]);
  });

  test('a class or a grade nobody knows is asked about, and nobody else’s day changes', async () => {
    await agreeOn('Tue');
    for (const [words, place] of [
      ['no writing in room 99 tomorrow', 'room 99'],
      ['assembly for grade 7 tomorrow 10-11', 'grade 7'],
      ['testing tomorrow 9-11 for the 4th graders', '4th graders'],
      ['room 12b has a sub tomorrow', 'room 12b'],
    ] as const)
      expect(await said(office, words)).toEqual([
        `I don’t know “${place}”`,
        'Nothing was changed. Please name a class as I know it, like “Room 12” or “Room 7”.',
      ]);
    for (const words of ['snow day tomorrow in room 12', 'early release friday at 12:30 for grade 5'])
      expect(await said(office, words)).toEqual([
        'That changes the whole school’s day',
        'Nothing was changed. For a class or a grade say what it does then, like “Room 12 assembly tomorrow 10–11”; for everybody leave the place out.',
      ]);
    expect(await week('Maya Brooks')).toContain('Room 12');
  });

  test('who has not heard of a change that is taken back hears of neither', async () => {
    school.setTo(at('2026-12-01', '09:05'));
    const card = await school.says(office, 'Room 12 has a sub on Thursday');
    await school.tap(office as never, card, 'Undo');
    await school.moveTo(at('2026-12-01', '16:00'));
    for (const kind of ['change-news', 'change-undone']) expect(got(school, 'Ms. Rivera', kind)).toEqual([]);
    expect(got(school, 'Maya Brooks', 'change-undone')).toHaveLength(1);
  });

  test('who can’t be written to before a day is over is named', async () => {
    expect((await said(office, 'no school today'))[1]).toBe(
      'Noted. I can’t reach Jonah Price and Maya Brooks in time; please tell them yourself.',
    );
  });

  test('the same word again is the first one', async () => {
    await school.says(office, 'snow day tomorrow');
    const again = await school.says(office, 'snow day tomorrow!!');
    expect(school.text(again)).toContain('I had that already, so nobody hears of it twice.');
    expect(got(school, 'Maya Brooks', 'change-news')).toHaveLength(1);
    school.setTo(at('2026-11-30', '07:42'));
    await school.says(office, '2 hr delay tomorrow');
    school.setTo(at('2026-11-30', '07:43'));
    expect(school.text(await school.says(office, 'snow day tomorrow'))).not.toContain('already');
    const undone = await school.tap(office as never, again, 'Undo');
    expect(school.text(school.cardOf(undone))).toContain(
      'Somebody told it a second time, so it still counts.',
    );
  });

  test('what is not sure yet changes nothing, and “no snow day” lists what can be taken back', async () => {
    expect(await said(office, 'might be a snow day tomorrow')).toEqual([
      'Nothing was changed yet',
      'Tell me once it is sure, and I let everybody know.',
    ]);
    await school.says(office, 'snow day tomorrow');
    expect(await said(office, 'no snow day tomorrow after all')).toContain('Tomorrow: snow day');
  });

  test('an assembly for everybody shuts every room for that hour', async () => {
    await agreeOn('Tue');
    expect((await said(office, 'assembly tomorrow 10-11'))[0]).toBe('Tomorrow: assembly 10:00–11:00');
    expect(await week('Maya Brooks')).not.toContain('Tue');
    expect(await said('Maya Brooks', 'ask Room 12 tue 10')).toEqual([
      'Assembly · changed for that day',
      'Room 12, Tuesday 10:00–11:00.',
    ]);
  });

  test('a sub needs its room', async () => {
    expect((await said(office, 'sub today'))[0]).toBe('Which class?');
    expect(await said(office, 'Room 12 has a sub on Wednesday')).toEqual([
      'Room 12, Wednesday: a sub',
      'Noted. Jonah Price, Maya Brooks and Ms. Rivera will hear of it.',
    ]);
  });
});

describe('a teacher says that her own class’s day changes', () => {
  test('a sub: her therapists hear it, and she is not written to that day', async () => {
    expect(await said('Ms. Rivera', 'sub tomorrow')).toEqual([
      'Room 12, tomorrow: a sub',
      'Noted. Jonah Price and Maya Brooks will hear of it.',
    ]);
    expect(school.text(school.last('Maya Brooks').card)).toBe(
      'Room 12, tomorrow: a sub\nTold by Ms. Rivera.',
    );
    school.setTo(at('2026-12-01', '07:45'));
    expect(await said('Ms. Rivera', 'settings')).toEqual([
      'When I may write to you',
      'Today I don’t write to you at all.',
      'Tomorrow',
      'Tomorrow I may write to you 7:40–8:08, 11:40–12:23, 2:45–3:45.',
      'Away: Today',
      'From 30 minutes before the first bell until 60 minutes after the last, on school days.',
      'Never while students are with you.',
      'I have asked you nothing about this week. It is never more than 3 questions, over everybody you work with.',
    ]);
  });

  test('testing all week closes each of its mornings', async () => {
    await agreeOn('Tue');
    expect(await said('Ms. Rivera', 'testing 9-11 all week')).toEqual([
      'Room 12, Mon, Nov 30 – Fri, Dec 4: test 9:00–11:00',
      'Noted. Jonah Price and Maya Brooks will hear of it. 1 visit can’t be then, and everybody concerned is told.',
    ]);
    const offers = options(await school.says('Maya Brooks', 'schedule')).map(({ words }) => words);
    expect(offers.filter((words) => /Centers|Writing/.test(words))).toEqual([]);
  });

  test('what is called off or moved is found in her week', async () => {
    expect((await said('Ms. Rivera', 'centers cancelled tuesday'))[0]).toBe(
      'Room 12, tomorrow: no centers 10:00–10:45',
    );
    expect((await said('Ms. Rivera', 'move writing to 1:30 tomorrow'))[0]).toBe(
      'Room 12, tomorrow: writing moves to 1:30–2:10',
    );
    expect(await said('Maya Brooks', 'ask Room 12 tue 1:30')).toContain('Writing · changed for that day');
    expect((await said('Ms. Rivera', 'no science tomorrow'))[1]).toContain('has nothing like that');
  });

  test('days that go as always are named, and each day ends with its own bell', async () => {
    expect(await said('Ms. Rivera', 'centers cancelled all week')).toEqual([
      'Room 12, tomorrow: no centers 10:00–10:45',
      'Room 12, Thursday: no centers 10:00–10:45',
      'Not today, Wednesday and Friday: the week I know has nothing like that then.',
      'Noted. Jonah Price and Maya Brooks will hear of it.',
    ]);
    await school.says(office, 'early release wednesday at 12:30');
    expect((await said('Ms. Rivera', 'testing 12-2 all week')).slice(0, 3)).toEqual([
      'Room 12, Mon, Nov 30 – Tue, Dec 1: test 12:00–2:00',
      'Room 12, Wednesday: test 12:00–12:30',
      'Room 12, Thu, Dec 3 – Fri, Dec 4: test 12:00–2:00',
    ]);
    expect((await said('Ms. Rivera', 'assembly wednesday and thursday 1-2')).slice(0, 2)).toEqual([
      'Room 12, Thursday: assembly 1:00–2:00',
      'Not Wednesday: school is out at that time.',
    ]);
  });

  test('a question about a time that has a sub then falls away, and says why', async () => {
    await school.says('Maya Brooks', 'ask Room 12 thu 1');
    const asked = school.last('Ms. Rivera');
    await school.says('Ms. Rivera', 'sub thursday');
    expect(school.text(school.shown(asked.ref))).toContain('The day changed, so I don’t need to ask.');
  });

  test('an hour of one day is still an answer to the question that is open', async () => {
    expect((await said('Ms. Rivera', 'assembly thu 10-11'))[0]).toBe(
      'Room 12, Thursday 10:00–11:00 · Assembly',
    );
  });

  test('“undo” lists what can be taken back', async () => {
    await school.says('Ms. Rivera', 'sub tomorrow');
    school.setTo(at('2026-11-30', '07:42'));
    await school.says('Ms. Rivera', 'field trip all day Wednesday');
    const list = await school.says('Ms. Rivera', 'undo');
    expect(options(list).map(({ words }) => words)).toEqual([
      'Room 12, Wednesday: field trip all day',
      'Room 12, tomorrow: a sub',
    ]);
    const [first] = options(list);
    if (first) await tapAction(school, 'Ms. Rivera', first.action);
    expect(options(await school.says('Ms. Rivera', 'undo'))).toHaveLength(1);
    const other = await school.act('Mr. Okafor', {
      kind: 'tap',
      action: 'change.undo',
      ref: first?.action.ref ?? '',
    });
    expect(school.text(school.cardOf(other))).toContain('somebody else’s');
  });
});

describe('“undo”', () => {
  test('lists each saying once, of whatever kind', async () => {
    await school.says('Ms. Rivera', 'centers cancelled all week');
    school.setTo(at('2026-11-30', '07:42'));
    await school.says('Ms. Rivera', 'science thursday 1-1:40');
    const list = await school.says('Ms. Rivera', 'undo');
    expect(options(list).map(({ words }) => words)).toEqual([
      'Room 12, Thursday 1:00–1:40 · Science',
      'Room 12, tomorrow: no centers 10:00–10:45; Room 12, Thursday: no centers 10:00–10:45',
    ]);
    for (const { action } of options(list)) await tapAction(school, 'Ms. Rivera', action);
    expect(school.text(await school.says('Ms. Rivera', 'undo'))).toContain('There is nothing to take back');
    await school.says('Maya Brooks', 'ooo thursday');
    const [away] = options(await school.says('Maya Brooks', 'undo'));
    expect(away?.words).toBe('You’re away: Thursday');
    if (away) await tapAction(school, 'Maya Brooks', away.action);
    expect(await said('Maya Brooks', 'settings')).not.toContain('Away: Thursday');
  });
});

describe('somebody is away', () => {
  test('a therapist’s visits are taken back, and the teacher hears in time', async () => {
    await agreeOn('Tue');
    const card = await school.says('Maya Brooks', 'ooo until wednesday');
    expect(school.text(card).split('\n')).toEqual([
      'You’re away: Mon, Nov 30 – Tue, Dec 1',
      'I won’t write to you then. I took back 1 visit; the teachers hear of it.',
    ]);
    expect(labels(card)).toEqual(['Wednesday too', 'Undo']);
    expect(school.text(school.last('Ms. Rivera').card)).toContain('Maya Brooks can’t come then after all');
    expect((await said('Maya Brooks', 'settings'))[1]).toBe('Today I don’t write to you at all.');
    const also = school.cardOf(await school.tap('Maya Brooks', card, 'Wednesday too'));
    expect(school.text(also)).toContain('Wednesday');
    expect((await said('Maya Brooks', 'im back'))[0]).toBe('Good to have you');
    expect((await said('Maya Brooks', 'settings'))[2]).toContain('Today I may write to you');
  });

  test('a teacher’s class has a sub then', async () => {
    const card = await school.says('Ms. Rivera', 'ooo wed pm');
    expect(school.text(card).split('\n')[0]).toBe('Room 12, Wednesday: a sub 12:00–2:45');
    school.setTo(at('2026-12-02', '13:00'));
    expect((await said('Ms. Rivera', 'im back'))[0]).toBe('Good to have you');
    expect(options(await school.says('Ms. Rivera', 'undo'))).toEqual([]);
  });

  test('“I’m back” leaves what is still to come, and “I’ll be there after all” does not', async () => {
    await school.says('Maya Brooks', 'out sick today');
    await school.says('Maya Brooks', 'personal day thursday');
    const away = async () =>
      (await said('Maya Brooks', 'settings')).filter((line) => line.startsWith('Away'));
    expect(await away()).toEqual(['Away: Today', 'Away: Thursday']);
    await school.says('Maya Brooks', 'im back');
    expect(await away()).toEqual(['Away: Thursday']);
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'settings'), 'I’ll be there after all');
    expect(await away()).toEqual([]);
  });

  test('a date nobody has is not added to it', async () => {
    const card = await school.says('Maya Brooks', 'ooo until wednesday');
    const [{ ref } = { ref: '' }] = card.actions;
    for (const value of ['2026-99-99', '2026-02-30', '99', ''])
      for (const action of ['absence.also', 'change.also']) {
        const answer = await school.act('Maya Brooks', { kind: 'tap', action, ref, value });
        expect(school.text(school.cardOf(answer))).not.toContain('You’re away');
      }
  });

  test('a sub to come stays when a teacher is back from this one', async () => {
    await school.says('Ms. Rivera', 'ooo today and thursday');
    await school.says('Ms. Rivera', 'im back');
    expect(options(await school.says('Ms. Rivera', 'undo')).map(({ words }) => words)).toEqual([
      'Room 12, Thursday: a sub',
    ]);
    const [undone] = got(school, 'Maya Brooks', 'change-undone');
    expect(undone?.card.title).toBe('Taken back: Room 12, today: a sub');
    const [news] = got(school, 'Maya Brooks', 'change-news');
    expect(news && school.shown(news.ref).title).toBe('Room 12, Thursday: a sub');
  });

  test('and a day that has passed is not taken for one to come', async () => {
    expect((await said('Maya Brooks', 'out sick yesterday'))[1]).toContain('That day has passed');
  });
});
