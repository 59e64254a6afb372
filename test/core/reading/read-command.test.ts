import { describe, expect, test } from '@jest/globals';
import { asksForHelp, readCommand } from '../../../src/core/reading/read-command.ts';

describe('a command', () => {
  test.each([
    ['plan my week', 'schedule', 'week'],
    ['plan next week', 'schedule', 'week'],
    ['can you plan my whole week', 'schedule', 'week'],
    ['schedule week', 'schedule', 'week'],
    ['schedule: Thursday', 'schedule', 'Thursday'],
    ['hey, show me my minutes for Otter', 'minutes', 'for Otter'],
    ['please log a visit', 'log', ''],
    ['PUSHIN week', 'week', ''],
    ['/week next', 'week', 'next'],
    // What follows these is free text, also where it names an activity or says no.
    ['log K. no writing today', 'log', 'K. no writing today'],
    ['routine no math on Fridays', 'routine', 'no math on Fridays'],
    ['ask room 12 about writing', 'ask', 'room 12 about writing'],
    ['/pushin week no writing', 'week', 'no writing'],
    ['?', 'help', ''],
  ])('%j is %s', (text, command, rest) => expect(readCommand(text)).toEqual({ command, rest }));

  test.each([
    ['shedule', 'schedule'],
    ['minuts', 'minutes'],
    ['rutine', 'routine'],
    ['setings', 'settings'],
  ])('%j alone, one letter off, is %s', (text, command) =>
    expect(readCommand(text)).toEqual({ command, rest: '' }),
  );

  test.each([
    'shedule Thursday',
    // A word of four letters is too short to be misspelled.
    'weak',
    'aks',
    'week of state tests',
    'settings for writing are ready',
    '? what is this',
    'good morning',
    'we plan writing',
    '',
  ])('%j is none', (text) => expect(readCommand(text)).toBeUndefined());
});

test.each([
  ['', true],
  ['  ', true],
  ['/pushin', true],
  ['pushin', true],
  ['/pushin: ', true],
  ['help', true],
  ['what can you do?', true],
  ['week', false],
  ['good morning', false],
])('%j asks for help: %s', (text, asks) => expect(asksForHelp(text)).toBe(asks));
