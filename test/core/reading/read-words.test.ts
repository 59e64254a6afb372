import { describe, expect, test } from '@jest/globals';
import { commands } from '../../../src/core/commands.ts';
import { type Reading, readWords } from '../../../src/core/reading/read-words.ts';
import { fc } from '../../setup/properties.ts';
import { now, scraps } from './now.ts';

const read = (text: string): Reading => readWords(text, now);

describe('commands', () => {
  test.each(commands.map((command) => command.name).filter((name) => name !== 'ask'))(
    '%s is understood alone, in capitals, and behind /pushin',
    (command) => {
      for (const text of [command, ` ${command.toUpperCase()}. `, `/pushin ${command}`, `/${command}`])
        expect(read(text)).toMatchObject({ kind: 'command', command });
    },
  );

  test.each([
    ['my week', 'week', ''],
    ['what can you do', 'help', ''],
    ['plan my visits', 'schedule', ''],
    ['please plan my visits', 'schedule', ''],
    ['shedule', 'schedule', ''],
    ['what do I have Thursday', 'week', 'Thursday'],
    ['schedule next week', 'schedule', 'next week'],
    ['pair with Ms. Rivera', 'pair', 'with Ms. Rivera'],
    ['touch base', 'touchbase', ''],
    ['/pushin log K. writing, went well', 'log', 'K. writing, went well'],
    ['minutes for Otter', 'minutes', 'for Otter'],
    ['Routine centers Tue 10-10:45', 'routine', 'centers Tue 10-10:45'],
  ])('%j is %s', (text, command, rest) => {
    expect(read(text)).toEqual({ kind: 'command', command, rest });
  });

  test('the lines of a long routine stay lines', () => {
    const routine = 'centers Tue 10-10:45\nwriting 9-9:40\n'.repeat(20).trim();
    expect(read(`routine ${routine}`)).toEqual({ kind: 'command', command: 'routine', rest: routine });
  });

  test('an answer that begins like a command is an answer', () => {
    expect(read('schedule change today, assembly at 10')).toMatchObject({
      kind: 'answer',
      activity: 'assembly',
      welcome: 'no',
    });
    expect(read('week of state tests, please skip')).toMatchObject({ kind: 'answer', welcome: 'no' });
  });
});

describe('questions about a class', () => {
  test.each([
    ["what's happening Tuesday at 10 in Room 12?", 'Room 12'],
    ['ask Room 12 Tuesday 10', 'Room 12'],
    ['/pushin ask <@U1ABC> tue 10', '<@U1ABC>'],
    ['ask 12 tue 10', '12'],
    ['what is Ms. Chen doing tue at 10?', 'Ms Chen'],
    ['What’s Ms. Rivera’s class doing Tuesday at 10', 'Ms Rivera'],
    ['rivera tues 10?', 'rivera'],
    ['is room 12 free tmrw at 10', 'room 12'],
    ["who's got art tuesday at 10?", ''],
    ['tue 10?', ''],
  ])('%j is about %j', (text, about) => {
    expect(read(text)).toMatchObject({
      kind: 'ask',
      about,
      when: { ok: true, date: '2026-11-10', start: 600 },
    });
  });

  test('a command without anything asks about nothing', () => {
    expect(read('ask')).toEqual({ kind: 'ask', about: '', when: { ok: true, rest: '' } });
  });

  test('a time that cannot be is kept with its reason', () => {
    expect(read('ask Room 12 Tuesday at 99')).toMatchObject({
      about: 'Room 12',
      when: { why: 'no-such-time' },
    });
    expect(read('what is Room 12 doing on 31 February?')).toMatchObject({
      kind: 'ask',
      about: 'Room 12',
      when: { why: 'no-such-date' },
    });
  });
});

describe('answers', () => {
  test.each([
    ['writing til 1040', 'writing', undefined],
    ['centers but pls skip', 'centers', 'no'],
    ['no push in today', undefined, 'no'],
    ['math test sorry', 'test', 'no'],
    ['maybe centers', 'centers', 'maybe'],
    ['there will be a sub', undefined, 'maybe'],
    ['gym 950-1035', 'pe', undefined],
    ['sounds good', undefined, 'yes'],
    ['10:30 instead', undefined, undefined],
    ["can't Tues, how about Thursday 9:30-10?", undefined, 'no'],
    ['how about thursday 9:30?', undefined, undefined],
  ])('%j', (text, activity, welcome) => {
    expect(read(text)).toMatchObject({ kind: 'answer', activity, welcome });
  });

  test('carry their time', () => {
    expect(read('writing til 1040')).toMatchObject({ when: { ok: true, end: 640 } });
    expect(read('Tuesday at 99')).toMatchObject({ kind: 'answer', when: { ok: false, why: 'no-such-time' } });
  });

  test.each(['idk yet', 'not sure', 'ask me monday', 'ask later', 'Not sure yet', 'depends', 'maybe', 'tbd'])(
    '%j is not known yet',
    (text) => {
      expect(read(text)).toEqual({ kind: 'unsure' });
    },
  );
});

describe('everything else', () => {
  test.each([
    ['hi', 'greeting'],
    ['Good morning!', 'greeting'],
    ['thanks!', 'thanks'],
    ['ok thanks', 'thanks'],
    ['stop', 'stop'],
    ['please stop', 'stop'],
    ["don't text me", 'stop'],
    ['please stop by the office', 'unknown'],
    ['<!channel>', 'unknown'],
    ['Something else', 'unknown'],
    ['', 'unknown'],
    ['   ', 'unknown'],
    ['a'.repeat(5000), 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(read(text)).toEqual({ kind });
  });

  test.each(['MAPLE-7Q4K', 'maple-7q4k', ' maple–7q4k.', 'code: MAPLE-7Q4K', 'my code is maple-7q4k'])(
    '%j is an invitation code',
    (text) => {
      expect(read(text)).toEqual({ kind: 'code', code: 'MAPLE-7Q4K' });
    },
  );

  test.each(['read-aloud', '10-1045', '1250-135', 'push-in'])('%j is no invitation code', (text) => {
    expect(read(text).kind).not.toBe('code');
  });
});

test('any text gets an answer', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1000 }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(typeof read(text).kind).toBe('string');
    }),
    { numRuns: 500 },
  );
});
