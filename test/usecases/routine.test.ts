import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, got, invite, labels, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(() => school.restart(at(...beforeSchool)));
afterAll(() => school.close());

const week = async (): Promise<string> => school.text(await school.says('Ms. Rivera', 'routine'));
const blocks = () => stored(school, (trx) => trx.selectFrom('blocks').selectAll().execute());

describe('a teacher tells her week', () => {
  test('in words, and sees it and when PushIn may write to her', async () => {
    const card = await school.says(
      'Ms. Rivera',
      'routine centers Tue and Thu 10–10:45, writing every day 9–9:40, specials 1:25–2:10',
    );
    expect(school.text(card)).toBe(
      [
        'Room 12, an ordinary week',
        'What happens',
        'Writing every day 9:00–9:40',
        'Centers Tue Thu 10:00–10:45',
        'Specials every day 1:25–2:10',
        'Today',
        'Today I may write to you 7:40–8:08, 1:25–2:08, 2:45–3:45.',
      ].join('\n'),
    );
    expect(labels(card)).toEqual(['Change it']);
  });

  test('and nothing yet is said to be nothing yet', async () => {
    const card = await school.says('Ms. Rivera', 'routine');
    expect(school.text(card)).toContain('You haven’t told me yet');
    expect(labels(card)).toEqual(['Tell my week']);
  });

  test('by form, which starts with what is known and replaces all of it', async () => {
    const card = await school.says('Ms. Rivera', 'routine writing every day 9-9:40, math Mon 1-1:45');
    const opened = await school.tap('Ms. Rivera', card, 'Change it');
    if (opened.kind !== 'form') throw new Error('no form');
    const [words] = opened.form.fields;
    expect(words?.kind === 'text' && words.value).toBe('writing every day 9:00–9:40\nmath Mon 1:00–1:45');
    await school.submits('Ms. Rivera', 'routine', { words: 'math Mon 1:00–1:45' }, opened.form.ref);
    expect(await week()).not.toContain('Writing');
    expect(await week()).toContain('Math Mon 1:00–1:45');
  });

  test('and an end left out lasts until the next thing, forty-five minutes at most', async () => {
    await school.says('Ms. Rivera', 'routine reading Mon 9, snack Mon 9:20-9:30, math Mon 10');
    expect(await week()).toContain('Reading Mon 9:00–9:20');
    expect(await week()).toContain('Math Mon 10:00–10:45');
  });
});

describe('mending', () => {
  test('one day leaves the same block on the other days', async () => {
    await school.says('Ms. Rivera', 'routine writing every day 9-9:40');
    await school.says('Ms. Rivera', 'routine science Wed 9-9:40');
    expect(await week()).toContain('Writing Mon Tue Thu Fri 9:00–9:40');
    expect(await week()).toContain('Science Wed 9:00–9:40');
  });

  test('names every line it cannot read, and then changes nothing', async () => {
    await school.says('Ms. Rivera', 'routine writing every day 9-9:40');
    const card = await school.says(
      'Ms. Rivera',
      'routine math Mon 11-10; jousting Tue 9-10; reading Wed 26:99',
    );
    expect(card.title).toBe('I couldn’t read all of that, so nothing changed');
    const told = school.text(card);
    expect(told).toContain('“math Mon 11-10” ends before it starts');
    expect(told).toMatch(/“jousting.*I don’t know that activity/);
    expect(told).toMatch(/“reading Wed 26.*”/);
    expect(await blocks()).toHaveLength(1);
  });

  test('by form keeps the form open with the sentences at the field', async () => {
    const answer = await school.submits('Ms. Rivera', 'routine', { words: 'jousting Tue 9-10' });
    expect(answer).toEqual({
      kind: 'faults',
      faults: { words: expect.stringContaining('I don’t know that activity') },
    });
    const empty = await school.submits('Ms. Rivera', 'routine', { words: ' ' });
    expect(empty).toEqual({
      kind: 'faults',
      faults: { words: expect.stringContaining('at least one thing') },
    });
    expect(await blocks()).toEqual([]);
  });

  test('is the teacher’s own: another teacher’s room cannot be reached through its button', async () => {
    const card = await school.says('Ms. Rivera', 'routine writing every day 9-9:40');
    const answer = school.cardOf(await school.tap('Mr. Okafor', card, 'Change it'));
    expect(school.text(answer)).toContain('You have no class here yet');
    const room12 = card.actions[0]?.ref ?? '';
    await school.submits('Mr. Okafor', 'routine', { words: 'math Mon 1-2' }, room12);
    expect(await week()).not.toContain('Math');
  });
});

test('a changed week moves the messages that wait: a new gap brings them sooner', async () => {
  school.setTo(at('2026-11-30', '10:00'));
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  await school.says('Ms. Rivera', 'routine lunch every day 11:40-12:25');
  await school.moveTo(at('2026-11-30', '12:00'));
  expect(got(school, 'Ms. Rivera', 'invitation').map((message) => message.at)).toEqual([
    at('2026-11-30', '11:40'),
  ]);
});

describe('a therapist’s own times', () => {
  test('keep messages away while her groups are with her', async () => {
    const card = await school.says(
      'Maya Brooks',
      'routine groups Mon Wed 9–10:30; lunch every day 11:45–12:15',
    );
    expect(school.text(card)).toContain('Your own times, an ordinary week');
    expect(school.text(card)).toContain('Today I may write to you 7:40–8:58, 10:30–3:45');
  });

  test('may have names only she knows: the time counts all the same', async () => {
    const card = await school.says('Maya Brooks', 'routine groups Mon 9-10; jousting Tue 9-10');
    expect(school.text(card)).toContain('Tue 9:00–10:00');
  });
});
