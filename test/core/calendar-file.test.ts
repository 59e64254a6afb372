import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarFile } from '../../src/core/calendar-file.ts';
import { fc } from '../setup/properties.ts';

const talk = {
  id: '7c0e',
  title: 'Five minutes',
  start: Date.UTC(2026, 11, 4, 16, 40),
  minutes: 5,
  version: 3,
  madeAt: Date.UTC(2026, 11, 4, 13, 0),
};

describe('a calendar file', () => {
  test('says who, when and how long, in the way every calendar reads', () => {
    expect(calendarFile(talk).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//PushIn//PushIn//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:7c0e@pushin',
      'SEQUENCE:3',
      'DTSTAMP:20261204T130000Z',
      'DTSTART:20261204T164000Z',
      'DTEND:20261204T164500Z',
      'SUMMARY:Five minutes',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test.each([
    // “SUMMARY:” takes eight of the 75 octets of a line; ä takes two, € three, 😀 four.
    ['a'.repeat(67), ['a'.repeat(67)]],
    ['a'.repeat(68), ['a'.repeat(67), ' a']],
    ['a'.repeat(142), ['a'.repeat(67), ` ${'a'.repeat(74)}`, ' a']],
    [`${'a'.repeat(65)}ää`, [`${'a'.repeat(65)}ä`, ' ä']],
    [`${'a'.repeat(66)}ä`, ['a'.repeat(66), ' ä']],
    [`${'a'.repeat(64)}€`, [`${'a'.repeat(64)}€`]],
    [`${'a'.repeat(65)}€`, ['a'.repeat(65), ' €']],
    [`${'a'.repeat(63)}😀`, [`${'a'.repeat(63)}😀`]],
    [`${'a'.repeat(64)}😀`, ['a'.repeat(64), ' 😀']],
    ['one;two,three\\four', ['one\\;two\\,three\\\\four']],
    ['one\r\ntwo\rthree\nfour', ['one\\ntwo\\nthree\\nfour']],
  ])('writes the title %j', (title, lines) =>
    expect(
      calendarFile({ ...talk, title })
        .split('\r\n')
        .slice(10, -3),
    ).toEqual([`SUMMARY:${lines[0]}`, ...lines.slice(1)]),
  );

  test('is read back whole by another program, whatever the names, and no line is longer than 75 octets', () => {
    const unit = fc.constantFrom(...'aÄ😀,;:\\"\n ', 'END:VEVENT');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120, size: 'max' }), (title) => {
        const file = calendarFile({ ...talk, title });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
        expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([title]);
      }),
    );
  });
});
