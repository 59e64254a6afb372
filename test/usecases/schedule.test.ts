import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, got, invite, options, pair, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(() => school.restart(at(...beforeSchool)));
afterAll(() => school.close());

const offers = async (name: 'Maya Brooks' | 'Jonah Price' = 'Maya Brooks') =>
  options(await school.says(name, 'schedule'));

describe('the offered times', () => {
  test('come ranked, each with its reason in words', async () => {
    await settleRoom12(school);
    const all = await offers();
    expect(all.length).toBeGreaterThan(1);
    expect(all.length).toBeLessThanOrEqual(5);
    const tuesday = all.find((offer) => offer.words.startsWith('Tue'));
    expect(tuesday?.words).toMatch(/^Tue \d+:\d\d–\d+:\d\d · (Writing|Centers) · Room 12$/);
    expect(tuesday?.detail).toBe('fits fine motor; no test; K. and Otter together');
  });

  test('name only the asker’s own students', async () => {
    await settleRoom12(school);
    const jonahs = (await offers('Jonah Price')).map((offer) => offer.detail).join();
    expect(jonahs).toContain('Otter');
    expect(jonahs).not.toContain('K.');
  });

  test('never include a test, however well its hour would fit', async () => {
    await settleRoom12(school);
    await school.says('Ms. Rivera', 'Thu 9-9:40 math test');
    await school.says('Ms. Rivera', 'Thu 10-10:45 test');
    const words = (await offers()).map((offer) => offer.words);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((line) => line.startsWith('Thu'))).toEqual([]);
  });

  test('never include a time the teacher closed', async () => {
    await settleRoom12(school);
    await school.says('Ms. Rivera', 'writing tue 9-9:40 but please no visitors');
    expect((await offers()).map((offer) => offer.words).filter((line) => line.startsWith('Tue 9:'))).toEqual(
      [],
    );
  });

  test('say so when the teacher’s own word stands behind them', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    await school.says('Ms. Rivera', 'Wed 10-10:45 centers');
    const [offer] = await offers();
    expect(offer?.words).toBe('Wed 10:00–10:30 · Centers · Room 12');
    expect(offer?.detail).toContain('the teacher said so');
  });

  test('say “no test” only where there is none', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera', { focuses: ['test_taking'] });
    await school.says('Ms. Rivera', 'routine test Wed 10-10:45');
    expect((await offers()).map((offer) => offer.detail)).toEqual([
      'fits test taking; K. and Otter together',
    ]);
  });

  test('leave out the hours in which the therapist has students herself', async () => {
    await settleRoom12(school);
    await school.says('Maya Brooks', 'routine groups every day 9-9:40');
    const words = (await offers()).map((offer) => offer.words);
    expect(words.every((line) => !/ 9:/.test(line))).toBe(true);
    expect(words.length).toBeGreaterThan(0);
  });
});

describe('without a time to offer', () => {
  const says = async () => school.text(await school.says('Maya Brooks', 'schedule'));

  test('and without a pairing, pairing is one tap away', async () => {
    const card = await school.says('Maya Brooks', 'schedule');
    expect(card.title).toBe('You aren’t paired with a class yet');
    expect((await school.tap('Maya Brooks', card, 'Pair with a teacher')).kind).toBe('form');
  });

  test('while the invitation is open, it is said who is waited for', async () => {
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    expect(await says()).toContain('Waiting for Ms. Rivera');
  });

  test.each([
    ['nothing is known', undefined, 'I don’t know its week yet'],
    ['only a test is left', 'Mon 10-10:45 test', 'only tests are left open'],
    ['nothing fits', 'Tue 9-9:40 library', 'nothing it does this week fits'],
  ])('because %s, the card says which and what would help', async (_why, told, sentence) => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera', { focuses: ['handwriting'] });
    if (told) await school.says('Ms. Rivera', told.startsWith('Mon') ? 'today 10-10:45 test' : told);
    expect(await says()).toContain(sentence);
  });

  test('because the teacher said not this week, nothing is called planned', async () => {
    await settleRoom12(school);
    const [offer] = options(await school.says('Maya Brooks', 'schedule'));
    if (!offer) throw new Error('nothing offered');
    await tapAction(school, 'Maya Brooks', offer.action);
    const [question] = got(school, 'Ms. Rivera', 'visit');
    if (!question) throw new Error('the teacher was not asked');
    await school.tap('Ms. Rivera', question.card, 'Not this week', question.ref);
    expect(await says()).toContain('No visit in Room 12 this time');
  });

  test('because the teacher has no minute to be asked in before, the card says so', async () => {
    await settleRoom12(school);
    await school.submits('Ms. Rivera', 'settings', { before: '0', after: '0' });
    await school.says('Ms. Rivera', 'routine math every day 11:40-12:25');
    expect(await says()).toContain('the teacher has no minute without students in which I could ask');
  });

  test('because her own groups fill the hours, the card says so', async () => {
    await settleRoom12(school);
    await school.says('Maya Brooks', 'routine groups every day 8:10-2:45');
    expect(await says()).toContain('you have students yourself at every time that fits');
  });
});

test('a teacher is told that planning is the therapists’ part', async () => {
  expect((await school.says('Ms. Rivera', 'schedule')).kind).toBe('only-therapists');
});
