import { DateTime } from 'luxon';
import { type Instant, MINUTE } from './time.ts';

/** One appointment, as a file that every calendar takes (RFC 5545). */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  readonly minutes: number;
  /** Grows when it changes, so that a calendar takes the newer file. */
  readonly version: number;
  readonly madeAt: Instant;
}

export const calendarFile = ({ id, title, start, minutes, version, madeAt }: Appointment): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//PushIn//PushIn//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@pushin`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(start + minutes * MINUTE)}`,
    `SUMMARY:${escaped(title)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const stamp = (instant: Instant): string =>
  DateTime.fromMillis(instant, { zone: 'utc' }).toFormat("yyyyMMdd'T'HHmmss'Z'");

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');

/** A line holds 75 octets; what goes on in the next begins with a blank. No character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > 75) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += char;
    octets += size;
  }
  return [...lines, now].join('\r\n');
};

/** In UTF-8. */
const octetsOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};
