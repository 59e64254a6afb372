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

  test('is read back whole by another program, whatever the names, and no line is longer than 75 octets', () => {
    const unit = fc.constantFrom(...'aÄ😀,;:\\"\n ', 'END:VEVENT');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 120 }), (title) => {
        const file = calendarFile({ ...talk, title });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
        expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([title]);
      }),
    );
  });
});
