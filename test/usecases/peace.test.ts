import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, type Name, openMapleStreet, type Sent } from './maple-street.ts';
import { beforeSchool, got, offerOf, options, pair, settleRoom12, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
afterAll(() => school.close());

const touchBases = (name: Name): Sent[] =>
  school.inbox(name).filter((sent) => sent.card.kind.startsWith('touch-base'));
const pick = async (name: Name, time: string) => tapAction(school, name, await offerOf(school, name, time));
const answer = (label: string) => {
  const question = got(school, 'Ms. Rivera', 'visit').at(-1);
  if (!question) throw new Error('the teacher was not asked');
  return school.tap('Ms. Rivera', question.card, label, question.ref);
};

describe('a teacher who pairs on Friday after the last bell', () => {
  beforeEach(async () => {
    await school.restart(at('2026-12-04', '15:00'));
    await settleRoom12(school);
    await school.tick();
  });

  test('is not asked about the week she has just told, until the next school day', async () => {
    expect(got(school, 'Ms. Rivera', 'ask')).toEqual([]);
    await school.moveTo(at('2026-12-07', '07:45'));
    expect(got(school, 'Ms. Rivera', 'ask').map((sent) => sent.at)).toEqual([at('2026-12-07', '07:40')]);
  });

  test('has no week to look back on yet, and a touch-base the Friday after', async () => {
    expect(touchBases('Ms. Rivera')).toEqual([]);
    await school.moveTo(at('2026-12-11', '07:45'));
    expect(touchBases('Ms. Rivera')).toHaveLength(2);
  });
});

describe('in a week of school', () => {
  beforeEach(async () => {
    await school.restart(at(...beforeSchool));
  });

  test('two talks of one teacher are never planned for the same minutes', async () => {
    await settleRoom12(school);
    await school.moveTo(at('2026-12-04', '08:00'));
    const talks = touchBases('Ms. Rivera').map((sent) => sent.card.title?.split(', ')[1]);
    expect(talks.sort()).toEqual(['Friday at 11:40?', 'Friday at 11:45?']);
  });

  test('“another time” is not asked for again, by her or for the same minutes', async () => {
    await settleRoom12(school);
    await pick('Maya Brooks', 'Wed 9:00');
    await answer('Another time');
    const offered = options(await school.says('Maya Brooks', 'schedule')).map((one) => one.words);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((words) => words.startsWith('Wed 9:'))).toEqual([]);
  });

  test('“not this week” ends the questions for that therapist too', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    await school.says('Ms. Rivera', 'routine centers Wed and Thu 10-10:45, lunch every day 11:40-12:25');
    await pick('Maya Brooks', 'Wed 10:00');
    await answer('Not this week');
    await school.moveTo(at('2026-12-03', '20:00'));
    expect(got(school, 'Ms. Rivera', 'ask')).toEqual([]);
  });

  test('a time let be is told to the therapist as such', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    await school.says('Ms. Rivera', 'routine centers Tue 10-10:45, lunch every day 11:40-12:25');
    await school.tick();
    for (let times = 0; times < 2; times++) {
      await school.moveTo(at('2026-11-30', times === 0 ? '07:50' : '12:00'));
      const question = got(school, 'Ms. Rivera', 'ask').at(-1);
      if (!question) throw new Error('the teacher was not asked');
      await school.tap('Ms. Rivera', question.card, 'Not sure yet', question.ref);
    }
    const [news] = got(school, 'Maya Brooks', 'activity-news');
    if (!news) throw new Error('the therapist heard nothing');
    expect(school.text(school.shown(news.ref))).toContain('so I let it be');
  });
});
