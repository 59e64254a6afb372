import { expect, test } from '@jest/globals';
import { isWorthAMessage, MESSAGES_PER_TEACHER_AND_WEEK, mayStayAway } from '../../src/core/effort.ts';

const small = [
  'visit-feedback',
  'strategy-check',
  'strategy-review',
  'preference',
  'prebrief',
  'para-visit',
  'touch-base',
];

test('what somebody waits for, or a day that changed, goes in the fullest week', () => {
  for (const purpose of [
    'visit-ask',
    'visits-ask',
    'ask',
    'change-news',
    'invitation',
    'roles',
    'touch-base-reminder',
  ])
    expect([purpose, mayStayAway(purpose), isWorthAMessage([purpose], 100)]).toEqual([purpose, false, true]);
});

test('in a quiet week everything comes, and in a full one nothing small', () => {
  for (const purpose of small) {
    expect(isWorthAMessage([purpose], 0)).toBe(true);
    expect(isWorthAMessage([purpose], MESSAGES_PER_TEACHER_AND_WEEK)).toBe(false);
  }
});

test('the least useful stays away first', () => {
  const room = (purpose: string) =>
    [0, 1, 2, 3, 4, 5, 6].filter((count) => isWorthAMessage([purpose], count));
  const rooms = small.map((purpose) => room(purpose).length);
  expect(rooms).toEqual([...rooms].sort());
});

test('several that come together are worth what the most useful of them is', () => {
  expect(isWorthAMessage(['visit-feedback', 'touch-base'], 4)).toBe(true);
  expect(isWorthAMessage(['visit-feedback', 'prebrief'], 4)).toBe(false);
});

test.each([
  ['visit-feedback', 2],
  ['strategy-check', 2],
  ['strategy-review', 2],
  ['preference', 2],
  ['prebrief', 2],
  ['para-visit', 6],
  ['touch-base', 6],
])('%s makes a message of its own only while fewer than %i have come', (purpose, room) => {
  expect([room - 1, room].map((come) => isWorthAMessage([purpose], come))).toEqual([true, false]);
});
