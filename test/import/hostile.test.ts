import { expect, test } from '@jest/globals';
import { readSchoolImport } from '../../src/core/import/read-school-import.ts';
import { tableKinds } from '../../src/core/import/table.ts';
import { readCsv } from '../../src/import/csv.ts';
import { readICalendar } from '../../src/import/icalendar.ts';
import { fc } from '../setup/properties.ts';

const school = 'school,zone,first bell,last bell\nPine Hill,America/Denver,8:00,15:00\n';
const bits = [
  ...[
    'closed',
    '2026-11-26',
    '11/27/2026',
    '8:10',
    '25:99',
    'Mon-Fri',
    'Day 4',
    'A',
    'Regular',
    'Room 1',
    'teacher',
  ],
  ...[
    '',
    ' ',
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\0',
    '=1+1',
    '@SUM(A1)',
    '../../etc/passwd',
    '<script>',
    '__proto__',
    '😀',
    'é',
  ],
];
const cell = fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 12 }));
const headings = fc.constantFrom(
  ...Object.values(tableKinds).map(({ required, optional }) => [...required, ...optional]),
);
const table = headings.chain((columns) =>
  fc
    .array(fc.array(cell, { maxLength: columns.length + 1 }), { maxLength: 8 })
    .map((rows) => [columns.join(','), ...rows.map((row) => row.join(','))].join('\n')),
);

test('whatever a table holds, it is understood or its mistakes are named by line, column and sentence', () => {
  fc.assert(
    fc.property(fc.oneof(table, fc.string({ maxLength: 200 })), (text) => {
      const own = readCsv('schools.csv', school);
      const sheet = readCsv('table.csv', text);
      if (!('rows' in own)) throw new Error(own.says);
      if (!('rows' in sheet))
        return expect(sheet).toMatchObject({
          line: expect.any(Number),
          says: expect.stringMatching(/\.$|\?$/),
        });
      const reading = readSchoolImport([own, sheet], [], []);
      if (reading.ok) return expect(reading.schools.schools.length).toBeGreaterThan(0);
      for (const { line, column, says } of reading.faults) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(says).toMatch(/[.)?]$/);
      }
    }),
    { numRuns: 2_500 },
  );
});

const ics = fc
  .array(
    fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'UID:1',
      'SUMMARY:No school',
      'DTSTART;VALUE=DATE:20260902',
      'DTSTART:20260902T120000Z',
      'DTSTART;TZID=Nowhere:20260902T120000',
      'DTEND;VALUE=DATE:20260905',
      'DTEND:x',
      'RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=30',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=31',
      'RRULE:FREQ=YEARLY;BYDAY=5MO;BYMONTH=2',
      'RRULE:FREQ=DAILY;UNTIL=garbage',
      'EXDATE;VALUE=DATE:20260909',
      'RDATE;VALUE=PERIOD:20260902T120000Z/PT1H',
      'RECURRENCE-ID:20260902',
      'DURATION:P1D',
      ' folded',
    ),
    { maxLength: 14 },
  )
  .map((lines) => ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));

test('whatever a calendar holds, it is read within its caps or its mistakes are named', () => {
  fc.assert(
    fc.property(ics, (text) => {
      const read = readICalendar('school.ics', text, '2026-11-22');
      if (!('notes' in read)) return expect(read[0]?.says).toMatch(/\.$/);
      for (const { start, end } of read.notes) {
        expect(start).toMatch(/^202[567]-\d\d-\d\d$/);
        expect(end >= start).toBe(true);
      }
    }),
    { numRuns: 2_500 },
  );
});
