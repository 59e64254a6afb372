import { expect, test } from '@jest/globals';
import { readAside } from '../../../src/core/reading/read-aside.ts';

const now = { date: '2026-12-01', minute: 9 * 60 };
const read = (text: string) => readAside(text, now);

test.each([
  'skip this one',
  'Skip this question.',
  'please skip this one',
  'don’t ask me about this one',
  'ask me next time',
])('“%s” skips the question', (text) => expect(read(text)).toEqual({ kind: 'skip' }));

test.each([
  ['ask me in 30 min', { minutes: 30 }],
  ['Remind me in an hour', { minutes: 60 }],
  ['can you ask me again in half an hour', { minutes: 30 }],
  ['ping me in 2 hrs', { minutes: 120 }],
  ['remind me tomorrow', { date: '2026-12-02', minute: undefined }],
  ['ask me tomorrow at 7:45', { date: '2026-12-02', minute: 465 }],
  ['remind me at 2', { date: '2026-12-01', minute: 840 }],
])('“%s” wants the question later', (text, until) =>
  expect(read(text)).toEqual({ kind: 'ask later', until }),
);

test.each([
  ['snooze', { minutes: 120 }],
  ['snooze 30 min', { minutes: 30 }],
  ['snooze for an hour', { minutes: 60 }],
  ['snooze until 2pm', { date: '2026-12-01', minute: 840 }],
])('“%s” wants nothing at all until then', (text, until) =>
  expect(read(text)).toEqual({ kind: 'quiet', until }),
);

test.each([
  'skip',
  'skip today',
  'writing til 1040',
  'ask me later',
  'ask Room 12 Tue 10',
  'math in 30 min',
  'in an hour',
])('“%s” is something else', (text) => expect(read(text)).toBeUndefined());
