import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { localTime } from '../../src/core/time.ts';
import { at, type MapleStreet, openMapleStreet, type Sent, zone } from './maple-street.ts';
import { beforeSchool, got, labels, settleRoom12 } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await school.moveTo(at('2026-11-30', '07:45'));
});
afterAll(() => school.close());

const asks = () => got(school, 'Ms. Rivera', 'ask');
/** The question Monday brings: one about Tuesday. */
const question = (): Sent => {
  const [ask] = asks();
  if (!ask) throw new Error('nothing was asked');
  return ask;
};
const aboutTuesday = () => asks().filter(({ card }) => card.push === question().card.push);

describe('a question is skipped once', () => {
  test('by the button below “not sure yet”, and the next day’s comes as ever', async () => {
    const ask = question();
    const unsure = school.cardOf(await school.tap('Ms. Rivera', ask.card, 'Not sure yet', ask.ref));
    expect(labels(unsure)).toEqual(['I know now', 'Skip this one']);
    const skipped = school.cardOf(await school.tap('Ms. Rivera', unsure, 'Skip this one', ask.ref));
    expect(school.text(skipped)).toContain('I won’t ask about it again');
    await school.moveTo(at('2026-12-01', '20:00'));
    expect(aboutTuesday()).toHaveLength(1);
    expect(asks().length).toBeGreaterThan(1);
  });

  test('by its words', async () => {
    expect(school.text(await school.says('Ms. Rivera', 'skip this one'))).toContain('I won’t ask about it');
    expect((await school.says('Ms. Rivera', 'skip this question')).title).toContain('no longer open');
    await school.moveTo(at('2026-12-01', '07:55'));
    expect(aboutTuesday()).toHaveLength(1);
  });
});

describe('a question comes later', () => {
  test('when she wanted it, or in the first minute without students after', async () => {
    school.setTo(at('2026-11-30', '07:50'));
    const card = await school.says('Ms. Rivera', 'ask me in 10 min');
    expect(card.title).toMatch(/^I’ll ask again at 8:00/);
    await school.moveTo(at('2026-11-30', '20:00'));
    expect(aboutTuesday().map((ask) => localTime(ask.at, zone))).toMatchObject([
      {},
      { date: '2026-11-30', minute: 8 * 60 },
    ]);
    expect(labels(aboutTuesday()[1]?.card ?? card)).toContain('Writing');
  });

  test('in place of the one that “not sure yet” would have brought', async () => {
    await school.says('Ms. Rivera', 'not sure yet');
    await school.says('Ms. Rivera', 'remind me at 3');
    await school.moveTo(at('2026-11-30', '20:00'));
    expect(aboutTuesday()).toHaveLength(2);
  });

  test('or not at all, when the time asked about begins before', async () => {
    expect((await school.says('Ms. Rivera', 'ask me on Wednesday')).title).toBe(
      'I won’t ask again about that time',
    );
    await school.moveTo(at('2026-12-01', '20:00'));
    expect(aboutTuesday()).toHaveLength(1);
  });
});

test('“snooze” with no question open is quiet until then', async () => {
  const ask = question();
  await school.tap('Ms. Rivera', ask.card, 'Writing', ask.ref);
  school.setTo(at('2026-11-30', '07:50'));
  const card = await school.says('Ms. Rivera', 'snooze 30 min');
  expect(card.title).toContain('quiet until then: I write again at 8:20');
  expect(labels(card)).toEqual(['Write again']);
});

test('how much she was asked this week is in her settings, and in nobody else’s', async () => {
  expect(school.text(await school.says('Ms. Rivera', 'settings'))).toContain('1 of at most 3 questions');
  expect(school.text(await school.says('Maya Brooks', 'settings'))).not.toContain('questions');
});
