import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, count, got, pair, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const ask = async (words: string): Promise<string> => school.text(await school.says('Maya Brooks', words));

describe('what is known is told at once', () => {
  test.each([
    'ask Room 12 Tuesday 10',
    'ask Ms. Rivera tue 10:15',
    'ask rivera tomorrow at 10',
    'ask Tuesday 10',
    'ask <@T-RIVERA> Tuesday 10',
    'what’s happening Tuesday at 10 in Room 12?',
  ])('%s', async (words) => {
    if (words.includes('<@')) {
      // She is on Teams; the mention is read on the platform of the one who asks.
      await stored(school, (trx) =>
        trx
          .updateTable('addresses')
          .set({ platform: 'slack', tenant_id: 'T1' })
          .where('user_id', '=', 'T-RIVERA')
          .execute(),
      );
    }
    expect(await ask(words)).toBe('Centers · from the weekly routine\nRoom 12, Tuesday 10:00–10:45.');
    expect(got(school, 'Ms. Rivera', 'ask')).toEqual([]);
  });

  test('with how fresh it is', async () => {
    await school.says('Ms. Rivera', 'Thu 10-10:45 math test');
    expect(await ask('ask Room 12 Thu 10')).toContain('Test · the teacher said so today');
    school.setTo(at('2026-12-01', '07:45'));
    expect(await ask('ask Room 12 Thu 10')).toContain('Test · the teacher said so this week');
  });
});

test('a bare hour that is over is said to have passed, not told as if it were still to come', async () => {
  school.setTo(at('2026-12-01', '15:00'));
  expect(await ask('ask Room 12 10')).toContain('“10:00” has passed');
  school.setTo(at('2026-12-01', '10:05'));
  expect(await ask('ask Room 12 10')).toContain('Centers · from the weekly routine');
});

test('a question that cannot be put in time leaves nothing behind', async () => {
  const before = await count(school, 'asks');
  school.setTo(at('2026-11-30', '12:30'));
  expect(await ask('ask Room 12 today 1:30')).toContain('no minute without students before then');
  expect(await count(school, 'asks')).toBe(before);
});

describe('what nobody knows is asked', () => {
  test('at the teacher’s next student-free minute, and the therapist hears when that is', async () => {
    school.setTo(at('2026-11-30', '10:00'));
    expect(await ask('ask Room 12 Tuesday 1:30')).toBe(
      'I’ll ask Ms. Rivera at 11:40\nNobody has told me yet what Room 12 does tomorrow at 1:30. You’ll hear as soon as I know.',
    );
    await school.moveTo(at('2026-11-30', '12:00'));
    const [question] = got(school, 'Ms. Rivera', 'ask').filter((sent) => sent.card.push.includes('1:30'));
    expect(question?.at).toBe(at('2026-11-30', '11:40'));
  });

  test('once, also when both therapists ask, or ask about ten minutes later', async () => {
    await ask('ask Room 12 Tuesday 1:30');
    await school.says('Jonah Price', 'ask Room 12 Tuesday 1:30');
    await school.says('Jonah Price', 'ask Room 12 Tuesday 1:40');
    expect(await count(school, 'asks')).toBe(1);
    expect(got(school, 'Ms. Rivera', 'ask')).toHaveLength(1);
  });

  test('and one who asks after her is told that it was asked, not that it will be', async () => {
    await ask('ask Room 12 Tuesday 1:30');
    const again = await ask('ask Room 12 Tuesday 1:30');
    expect(again).not.toContain('I’ll ask');
    expect(again).toContain('Ms. Rivera');
  });

  test('unless she has no minute before then', async () => {
    school.setTo(at('2026-11-30', '13:00'));
    expect(await ask('ask Room 12 today 2')).toBe(
      'Ms. Rivera has no minute without students before then, so I can’t ask in time.',
    );
  });
});

describe('what cannot be asked is explained, and nothing is left behind', () => {
  test.each([
    ['ask Room 12 yesterday at 10', 'has passed'],
    ['ask Room 12 today at 7', 'has passed'],
    ['ask Room 12 31 February 10', 'There is no “31 February 10” in the calendar'],
    ['ask Room 12 Tuesday at 99', 'isn’t a time of day'],
    ['ask Room 12 Tuesday 11-10:30', 'ends before it starts'],
    ['ask Room 99 Tuesday 10', 'I couldn’t find'],
    ['ask Room 12 Saturday 10', 'There is no school Saturday'],
    ['ask Room 12 Tuesday 9 pm', 'School is from 8:10 to 2:45'],
    ['ask Room 12', 'Tell me the class and the time'],
    ['ask', 'Tell me the class and the time'],
    ['ask Room 12 Tuesday', 'Tell me the class and the time'],
    ['ask <@U-OKAFOR> Tuesday 10', 'You aren’t paired with that teacher'],
    ['ask <@U-NOBODY> Tuesday 10', 'You aren’t paired with that teacher'],
  ])('%s', async (words, sentence) => {
    expect(await ask(words)).toContain(sentence);
    expect(await count(school, 'asks')).toBe(0);
  });

  test('a room that could be two is asked back', async () => {
    await pair(school, 'Maya Brooks', 'Mr. Okafor');
    expect(await ask('ask Room Tuesday 10')).toContain('Room 12 or Room 7');
    expect(await ask('ask Tuesday 10')).toContain('Room 12 or Room 7');
  });

  test('a class is not shared with somebody who is not paired with it', async () => {
    const card = await school.says('Maya Brooks', 'ask Room 7 Tuesday 10');
    expect(school.text(card)).not.toMatch(/Okafor|routine/);
    expect(school.text(card)).toContain('You work with Room 12');
    await school.restart(at(...beforeSchool));
    expect(await ask('ask Room 7 Tuesday 10')).toContain('you aren’t paired with a class yet');
  });
});
