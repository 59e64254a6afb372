import { describe, expect, test } from '@jest/globals';
import { readChange } from '../../../src/core/reading/read-change.ts';
import { fc } from '../../setup/properties.ts';
import { scraps } from './now.ts';

/** Monday, 9:10. */
const now = { date: '2026-11-30', minute: 9 * 60 + 10 };
const monday = '2026-11-30';
const tuesday = '2026-12-01';
const wednesday = '2026-12-02';
const on = (start: string, end = start) => [{ start, end }];
const unsaid = { is: 'not said' } as const;

describe('words that say a day goes otherwise', () => {
  test.each([
    ['two-hour delay tomorrow', { change: 'day-type', type: 'late', delay: 120, spans: on(tuesday) }],
    ['2 hr delay tmrw', { change: 'day-type', type: 'late', delay: 120, spans: on(tuesday) }],
    ['90 minute delay tomorrow', { change: 'day-type', type: 'late', delay: 90, spans: on(tuesday) }],
    ['half day wed', { change: 'day-type', type: 'early', spans: on(wednesday) }],
    ['exam schedule tomorrow', { change: 'day-type', type: 'exams', spans: on(tuesday) }],
    ['Snow day tomorrow!', { change: 'close', snow: true, spans: on(tuesday) }],
    ['no school Wednesday', { change: 'close', snow: false, spans: on(wednesday) }],
    ['sub today', { change: 'sub', spans: on(monday) }],
    ['There will be a substitute on Tuesday.', { change: 'sub', spans: on(tuesday) }],
    ['im out sick tmrw', { change: 'away', spans: on(tuesday) }],
    ['I’ll be out from Dec 1 to Dec 2', { change: 'away', spans: on(tuesday, wednesday) }],
    ['no specials tomorrow', { change: 'cancel', kind: 'specials', spans: on(tuesday) }],
    ['music is canceled Tuesday', { change: 'cancel', kind: 'music', spans: on(tuesday) }],
    ['cancel art tomorrow', { change: 'cancel', kind: 'art', spans: on(tuesday) }],
    ['we’re cancelling art tomorrow', { change: 'cancel', kind: 'art', spans: on(tuesday) }],
    ['please call off PE on Tuesday', { change: 'cancel', kind: 'pe', spans: on(tuesday) }],
  ])('“%s”', (text, said) => {
    expect(readChange(text, now)).toEqual({ ...said, hours: unsaid });
  });

  test('with their hours, as far as they are said', () => {
    const hours = (text: string) => {
      const said = readChange(text, now);
      return said && 'hours' in said ? said.hours : undefined;
    };
    expect(hours('testing 9-11 all week')).toEqual({ is: 'span', span: { start: 540, end: 660 } });
    expect(hours('field trip all day Wednesday')).toEqual({ is: 'all day' });
    expect(hours('ooo wed pm')).toEqual({ is: 'span', span: { start: 720, end: 1440 } });
    expect(hours('I am off on Friday')).toEqual(unsaid);
    expect(hours('im out after 1 today')).toEqual({ is: 'from', minute: 780 });
    expect(hours('early release friday at 12:30')).toEqual({ is: 'from', minute: 750 });
    expect(hours('move writing to 1:30-2:10 tomorrow')).toEqual({
      is: 'span',
      span: { start: 810, end: 850 },
    });
  });

  test.each(['undo', 'Undo that please', 'never mind', 'nvm'])('“%s” takes something back', (text) => {
    expect(readChange(text, now)).toEqual({ change: 'undo' });
  });

  test('“I’m back” ends an absence', () => {
    expect(readChange('I’m back!', now)).toEqual({ change: 'back' });
  });

  test.each([
    'centers 10-10:45',
    'centers but pls skip',
    'cancel the writing visit tomorrow',
    'please cancel the session on Tuesday',
    'no sub, I’m here',
    'is there a sub tomorrow?',
    'never mind the noise, come at 10',
    'centers Tue and Thu 10-10:45',
    'same as last wk but pls not tues',
    'writing til 1040 then specials',
  ])('“%s” says nothing of the kind', (text) => {
    expect(readChange(text, now)).toBeUndefined();
  });

  test.each([
    ['might be a snow day tomorrow', 'close'],
    ['if it snows, snow day tomorrow', 'close'],
    ['maybe early release friday at 12:30', 'early'],
    ['i dont know if there is a delay tomorrow', 'late'],
    ['Could be no school Wednesday', 'close'],
    ['I may be out sick tomorrow', 'away'],
    ['we might have a sub tomorrow', 'sub'],
    ['music may be cancelled tuesday', 'activity'],
  ])('“%s” is not decided yet', (text, about) => {
    expect(readChange(text, now)).toEqual({ change: 'unsure', about });
  });

  test.each([
    'out sick tomorrow, hopefully back wednesday',
    'sub tomorrow, let me know if you need anything',
    'no school May 5',
  ])('“%s” is', (text) => {
    expect(readChange(text, now)?.change).not.toBe('unsure');
    expect(readChange(text, now)).toBeDefined();
  });

  test.each([
    'is it a snow day tomorrow',
    'are we on early release friday',
    'is there a two hour delay tomorrow',
    'will there be a sub tomorrow',
    'when is the half day',
    'any chance of a snow day tomorrow',
  ])('“%s” asks, with or without its mark', (text) => {
    expect(readChange(text, now)).toBeUndefined();
  });

  test.each([
    'not a snow day tomorrow',
    'no early release friday',
    'There is no 2-hour delay tomorrow',
    'no delay tomorrow',
    'it won’t be a snow day tomorrow',
    'early release friday is cancelled',
    'they cancelled the early release on friday',
    'the half day is off',
    'the delay tomorrow was lifted',
    'early release at 12:30 friday is cancelled',
  ])('“%s” takes such a day back', (text) => {
    expect(readChange(text, now)).toEqual({ change: 'undo', ofSchool: true });
  });

  test.each([
    'jonah is out sick',
    'two kids home sick',
    'we have 3 out sick today',
    'im out of glue',
    'im off to lunch',
    'K. will be out until friday',
    'im out here at the door',
    'im sick of this copier',
  ])('“%s” is not the writer’s own absence', (text) => {
    expect(readChange(text, now)?.change).not.toBe('away');
  });

  test.each([
    'out sick tomorrow',
    'hi all, out sick today',
    'I will unfortunately be out until Friday',
    'tomorrow I’m out of the office',
    'home sick today sorry',
    'dec 3 out sick',
    'I have to be out wed',
    'im out',
    'pls tell everyone im out tomorrow',
  ])('“%s” is', (text) => {
    expect(readChange(text, now)).toMatchObject({ change: 'away' });
  });

  test.each([
    'im back to back until 2',
    'im back from lunch',
    'im back thursday',
    'im back at 1:30',
    'once im back we can talk',
  ])('“%s” ends no absence', (text) => {
    expect(readChange(text, now)?.change).not.toBe('back');
  });

  test('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps, 'sub', 'ooo', 'delay', 'undo')), (words) => {
        readChange(words.join(' '), now);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        readChange(text, now);
      }),
    );
  });
});
