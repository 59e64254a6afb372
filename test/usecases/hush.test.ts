import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { invite, labels, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at('2026-11-30', '07:20'));
});
afterAll(() => school.close());

const waiting = () => stored(school, (trx) => trx.selectFrom('outbox').selectAll().execute());

test('“stop” stops at once: what comes after waits, and is brought when she wants it back', async () => {
  const card = await school.says('Ms. Rivera', 'stop');
  expect(card.title).toBe('I’m quiet until you want me back');
  expect(labels(card)).toEqual(['Write again', 'Only two hours', 'Only today']);
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  await school.moveTo(at('2026-12-01', '07:50'));
  expect(school.inbox('Ms. Rivera')).toEqual([]);
});

test('“only two hours” is over by itself', async () => {
  school.setTo(at('2026-11-30', '14:45'));
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  const before = school.inbox('Ms. Rivera').length;
  await school.tap('Ms. Rivera', await school.says('Ms. Rivera', 'stop'), 'Only two hours');
  await invite(school, 'Jonah Price', 'Ms. Rivera');
  expect(school.inbox('Ms. Rivera')).toHaveLength(before);
  await school.moveTo(at('2026-12-01', '07:45'));
  expect(school.inbox('Ms. Rivera')).toHaveLength(before + 1);
});

test('“write again” brings what has waited in the next free minute', async () => {
  const card = await school.says('Ms. Rivera', 'stop');
  await school.tap('Ms. Rivera', card, 'Only today');
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  expect((await waiting()).map((row) => row.due_at)).toContain(at('2026-12-01', '07:40'));
  school.setTo(at('2026-11-30', '07:45'));
  await school.tap('Ms. Rivera', card, 'Write again');
  await school.tick();
  expect(school.inbox('Ms. Rivera')).toHaveLength(1);
});

test.each(['start', 'Write again', 'I’m back'])('“%s”, typed, ends the quiet', async (words) => {
  await school.says('Ms. Rivera', 'stop');
  await school.says('Ms. Rivera', words);
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  await school.moveTo(at('2026-11-30', '07:50'));
  expect(school.inbox('Ms. Rivera')).toHaveLength(1);
});

test('somebody who asked for quiet for good costs her partner one message, not silence', async () => {
  await school.says('Ms. Rivera', 'stop');
  school.setTo(at('2026-11-30', '14:50'));
  await invite(school, 'Maya Brooks', 'Ms. Rivera');
  expect((await waiting()).find((row) => row.purpose === 'invitation')).toMatchObject({ state: 'expired' });
});
