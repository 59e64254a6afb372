import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { localTime } from '../../src/core/time.ts';
import { at, type MapleStreet, openMapleStreet, type Sent, zone } from './maple-street.ts';
import { beforeSchool, count, got, labels, pair, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

/** The question Monday's first tick brings: one about Tuesday. */
const askedMonday = async (): Promise<Sent> => {
  await school.moveTo(at('2026-11-30', '07:45'));
  const [ask] = got(school, 'Ms. Rivera', 'ask');
  if (!ask) throw new Error('nothing was asked');
  return ask;
};
const news = (name: 'Maya Brooks' | 'Jonah Price') => got(school, name, 'activity-news');

describe('the question', () => {
  test('comes before the children do, once for both therapists, with the likeliest answers as buttons', async () => {
    const { card, at: moment } = await askedMonday();
    expect(localTime(moment, zone).minute).toBeLessThan(8 * 60 + 10);
    expect(card.push).toMatch(/^What’s happening Tuesday at \d/);
    expect(school.text(card)).toContain('One question for Jonah Price and Maya Brooks.');
    expect(labels(card).slice(-2)).toEqual(['Something else', 'Not sure yet']);
    expect(labels(card).length).toBeLessThanOrEqual(6);
    await school.moveTo(at('2026-11-30', '23:00'));
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(1);
  });

  test('comes at most once a day and three times a week, over all her therapists', async () => {
    await school.moveTo(at('2026-12-06', '12:00'));
    const days = got(school, 'Ms. Rivera', 'ask').map((ask) => localTime(ask.at, zone).date);
    expect(new Set(days).size).toBe(days.length);
    const asks = await stored(school, (trx) => trx.selectFrom('asks').select('date').execute());
    const thisWeek = asks.filter((ask) => ask.date <= '2026-12-04');
    expect(thisWeek.length).toBeGreaterThan(0);
    expect(thisWeek.length).toBeLessThanOrEqual(3);
  });

  test('counts what the therapists asked by command: past three the week is quiet', async () => {
    for (const words of ['ask Room 12 Tue 8:30', 'ask Room 12 Wed 8:30'])
      await school.says('Maya Brooks', words);
    await school.says('Jonah Price', 'ask Room 12 Thu 8:30');
    const refused = await school.says('Jonah Price', 'ask Room 12 Fri 8:30');
    expect(refused.title).toBe('I’ve asked Ms. Rivera enough for that week');
    await school.moveTo(at('2026-12-03', '20:00'));
    expect(await count(school, 'asks')).toBe(3);
  });
});

describe('the answer', () => {
  test('is one tap; both therapists hear once, and she is not asked again', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref);
    expect(school.text(school.shown(ask.ref))).toContain(
      'Thank you. Jonah Price and Maya Brooks will hear, and I won’t ask again.',
    );
    await school.moveTo(at('2026-12-01', '07:00'));
    for (const therapist of ['Maya Brooks', 'Jonah Price'] as const) {
      expect(news(therapist).map((message) => message.card.title)).toEqual([
        expect.stringMatching(/^Room 12, Tuesday .*: Writing$/),
      ]);
    }
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(1);
  });

  test('reaches a therapist with students in front of her only when they have left', async () => {
    await school.says('Maya Brooks', 'routine groups Mon 7:30-10');
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref);
    expect(news('Maya Brooks')).toEqual([]);
    await school.moveTo(at('2026-11-30', '12:00'));
    expect(news('Maya Brooks').map((message) => message.at)).toEqual([at('2026-11-30', '10:00')]);
  });

  test('may be words, with the end she names', async () => {
    await school.says('Maya Brooks', 'ask Room 12 Tue 2:15');
    const card = await school.says('Ms. Rivera', 'writing til 240');
    expect(card.title).toBe('Room 12, Tuesday 2:15–2:40 · Writing');
    expect((await school.says('Jonah Price', 'ask Room 12 Tue 2:20')).title).toBe(
      'Writing · the teacher said so today',
    );
  });

  test('may be something else, in her own words', async () => {
    const ask = await askedMonday();
    const opened = await school.tap('Ms. Rivera', ask.card, 'Something else', ask.ref);
    if (opened.kind !== 'form') throw new Error('no form');
    const submit = (words: string) => school.submits('Ms. Rivera', 'ask.other', { words }, opened.form.ref);
    expect(await submit('')).toMatchObject({ kind: 'faults', faults: { words: expect.any(String) } });
    expect(await submit('blorp')).toMatchObject({
      kind: 'faults',
      faults: { words: expect.stringContaining('couldn’t find an activity') },
    });
    // The card she was asked with says it; nothing is said twice.
    expect(await submit('assembly')).toEqual({ kind: 'none' });
    expect(school.shown(ask.ref).title).toContain('Assembly');
  });

  test('can be changed, and the therapists’ cards then say the new thing', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref);
    const opened = await school.tap('Ms. Rivera', school.shown(ask.ref), 'Change it', ask.ref);
    if (opened.kind !== 'form') throw new Error('no form');
    await school.submits('Ms. Rivera', 'ask.other', { words: 'test' }, opened.form.ref);
    for (const message of news('Maya Brooks')) expect(school.shown(message.ref).title).toMatch(/: Test$/);
  });
});

describe('“Not sure yet”', () => {
  test('after an answer takes the answer back', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Math', ask.ref);
    const opened = await school.tap('Ms. Rivera', school.shown(ask.ref), 'Change it', ask.ref);
    if (opened.kind !== 'form') throw new Error('no form');
    await school.submits('Ms. Rivera', 'ask.other', { words: 'not sure' }, opened.form.ref);
    expect(school.shown(ask.ref).title).toContain('not sure yet');
    expect(await count(school, 'activities')).toBe(0);
  });

  test('asks once more, with the buttons again, and then lets her be', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref);
    expect(school.text(school.shown(ask.ref))).toContain('I’ll ask once more');
    await school.moveTo(at('2026-11-30', '20:00'));
    const asked = got(school, 'Ms. Rivera', 'ask');
    expect(asked.map((message) => message.card.push)).toEqual([ask.card.push, ask.card.push]);
    const second = asked[1] ?? ask;
    expect(labels(second.card)).toContain('Writing');
    await school.tap('Ms. Rivera', second.card, 'Not sure yet', second.ref);
    expect(school.text(school.shown(second.ref))).toContain('I won’t ask about it again');
    await school.moveTo(at('2026-12-01', '20:00'));
    const tuesdays = got(school, 'Ms. Rivera', 'ask').filter(
      (message) => message.card.push === ask.card.push,
    );
    expect(tuesdays).toHaveLength(2);
  });

  test('is told to the therapists once', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref);
    expect(news('Maya Brooks').map((message) => message.card.title)).toEqual([
      expect.stringContaining('not sure yet'),
    ]);
  });

  test('after an answer is told once too: what waits says how it stands, what is there changes', async () => {
    const ask = await askedMonday();
    const unsure = async () => {
      const opened = await school.tap('Ms. Rivera', school.shown(ask.ref), 'Change it', ask.ref);
      if (opened.kind !== 'form') throw new Error('no form');
      await school.submits('Ms. Rivera', 'ask.other', { words: 'not sure' }, opened.form.ref);
    };
    await school.says('Jonah Price', 'routine groups every day 7-10:30');
    await school.tap('Ms. Rivera', ask.card, 'Math', ask.ref);
    await unsure();
    await school.moveTo(at('2026-11-30', '11:00'));
    expect(news('Jonah Price').map(({ card }) => card.title)).toEqual([
      expect.stringContaining('not sure yet'),
    ]);
    const mine = news('Maya Brooks');
    expect(mine.map(({ ref }) => school.shown(ref).title)).toEqual([expect.stringContaining('not sure yet')]);
  });

  test('followed by an answer sends no second question', async () => {
    const ask = await askedMonday();
    const first = school.cardOf(await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref));
    const opened = await school.tap('Ms. Rivera', first, 'I know now', ask.ref);
    if (opened.kind !== 'form') throw new Error('no form');
    await school.submits('Ms. Rivera', 'ask.other', { words: 'centers' }, opened.form.ref);
    await school.moveTo(at('2026-11-30', '20:00'));
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(1);
    const again = await stored(school, (trx) =>
      trx.selectFrom('outbox').select('state').where('key', 'like', 'ask:%:again%').execute(),
    );
    expect(again).toEqual([{ state: 'cancelled' }]);
  });

  test('after an answer that was taken back is asked once more all the same', async () => {
    const ask = await askedMonday();
    const change = async (label: string, words: string) => {
      const opened = await school.tap('Ms. Rivera', school.shown(ask.ref), label, ask.ref);
      if (opened.kind !== 'form') throw new Error('no form');
      await school.submits('Ms. Rivera', 'ask.other', { words }, opened.form.ref);
    };
    await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref);
    await change('I know now', 'centers');
    await change('Change it', 'not sure');
    await school.moveTo(at('2026-11-30', '20:00'));
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(2);
  });

  test('said again and again still brings one more question, not one each time', async () => {
    await askedMonday();
    for (const clock of ['08:00', '08:02', '08:04']) {
      school.setTo(at('2026-11-30', clock));
      await school.says('Ms. Rivera', 'not sure yet');
    }
    await school.moveTo(at('2026-12-01', '09:00'));
    expect(
      got(school, 'Ms. Rivera', 'ask').filter(({ card }) => card.title?.includes('Tuesday')),
    ).toHaveLength(2);
  });

  test('may be words too, and the card with the question is not shown a second time', async () => {
    const ask = await askedMonday();
    const receipt = await school.says('Ms. Rivera', 'idk');
    expect(school.text(receipt)).toContain('No hurry. I’ll ask once more before then.');
    expect(receipt.actions).toEqual([]);
    expect(school.shown(ask.ref).title).toContain('not sure yet');
    expect(labels(school.shown(ask.ref))).toEqual(['I know now', 'Skip this one']);
  });
});

describe('a tap that comes too late or from the wrong person', () => {
  test('on a card answered since explains, and changes nothing', async () => {
    const ask = await askedMonday();
    await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref);
    const second = school.cardOf(await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref));
    expect(school.text(second)).toContain('That was answered already. Here is what I have now.');
    expect(second.title).toContain('Writing');
    expect(await count(school, 'activities')).toBe(1);
  });

  test('about a time that has passed says so, by tap and by form', async () => {
    const ask = await askedMonday();
    school.setTo(at('2026-12-01', '15:00'));
    expect(school.cardOf(await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref)).title).toContain(
      'has passed',
    );
    const form = await school.tap('Ms. Rivera', ask.card, 'Something else', ask.ref);
    expect(school.cardOf(form).title).toBe('That question is no longer open');
    const ref = ask.card.actions[0]?.ref ?? '';
    const late = await school.submits('Ms. Rivera', 'ask.other', { words: 'math' }, ref);
    expect(school.cardOf(late).title).toBe('That question is no longer open');
    expect(await count(school, 'activities')).toBe(0);
  });

  test('by another teacher or a therapist is refused', async () => {
    const ask = await askedMonday();
    await pair(school, 'Maya Brooks', 'Mr. Okafor');
    for (const other of ['Mr. Okafor', 'Maya Brooks'] as const) {
      expect(school.cardOf(await school.tap(other, ask.card, 'Writing')).kind).toBe('outdated');
    }
    expect(await count(school, 'activities')).toBe(0);
  });
});

test('what a teacher tells unasked is known too', async () => {
  const card = await school.says('Ms. Rivera', 'math test thu 10-10:45');
  expect(card.title).toBe('Room 12, Thursday 10:00–10:45 · Test');
  expect(news('Maya Brooks')).toHaveLength(1);
  const known = await school.says('Maya Brooks', 'ask Room 12 Thursday 10:15');
  expect(known.title).toBe('Test · the teacher said so today');
});
