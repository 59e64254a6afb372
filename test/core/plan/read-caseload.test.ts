import { describe, expect, test } from '@jest/globals';
import { readCaseload } from '../../../src/core/plan/read-caseload.ts';

const fine = () => ({
  name: 'one class',
  slotMinutes: 15,
  visitMinutes: 30,
  groupCap: 3,
  classVisitsPerDay: 2,
  midday: { start: '11:45', end: '12:15' },
  weights: { unmetSession: 8, visit: 0.6, keep: 0.75, classDayOver: 1.5, schoolSwap: 0.5 },
  fit: { fine_motor: { writing: 3 } },
  therapists: [
    { id: 'p0', discipline: 'OT', schools: ['north'], busy: [{ day: 'Mon', start: '09:00', end: '09:30' }] },
  ],
  classes: [
    {
      id: 'c0',
      school: 'north',
      week: {
        Tue: [
          { start: '08:30', end: '09:00', activity: 'writing', open: true },
          { start: '09:00', end: '10:00', activity: 'math', open: true },
        ],
      },
    },
  ],
  services: [{ id: 's0', therapist: 'p0', class: 'c0', focus: 'fine_motor', sessionsPerWeek: 2 }],
  lastWeek: [{ therapist: 'p0', class: 'c0', day: 'Tue', start: '08:30' }],
});

/** The caseload with another value at a path; undefined takes the key away. */
const faultsWith = (changes: Readonly<Record<string, unknown>>): readonly string[] => {
  const caseload: Record<string, unknown> = fine();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const place = keys.reduce((part, key) => part[key] as Record<string, unknown>, caseload);
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  const reading = readCaseload(caseload);
  return reading.ok ? [] : reading.faults;
};

describe('a caseload', () => {
  test('that is all right is taken', () => {
    expect(readCaseload(fine())).toEqual({ ok: true, caseload: fine() });
  });

  const cases: readonly [string, string, unknown][] = [
    ['classes[0].week.Tue[1].end is before its start', 'classes.0.week.Tue.1.end', '08:45'],
    ['therapists[0].busy[0].end is before its start', 'therapists.0.busy.0.end', '08:45'],
    ['services[0].class: there is no class “c9”', 'services.0.class', 'c9'],
    ['lastWeek[0].therapist: there is no therapist “p9”', 'lastWeek.0.therapist', 'p9'],
    ['services[1].id “s0” is there twice', 'services.1', fine().services[0]],
    ['classes[0].week.Tue[0].start has to be a time like 09:30', 'classes.0.week.Tue.0.start', '8:30'],
    ['services[0].sessionsPerWeek is missing', 'services.0.sessionsPerWeek', undefined],
    ['services[0].sessionsPerWeek has to be a whole number', 'services.0.sessionsPerWeek', 1.5],
    ['weights.keep has to be at least 0', 'weights.keep', -1],
    ['therapists[0].busy[0].day has to be one of Mon, Tue, Wed, Thu, Fri', 'therapists.0.busy.0.day', 'Sat'],
    ['therapists[0].schools is empty', 'therapists.0.schools', []],
    ['therapists has to be a list in brackets', 'therapists', {}],
    ['midday.end is before its start', 'midday', { start: '12:00', end: '11:45' }],
    ['services[0].therapist: there is no therapist “p9”', 'services.0.therapist', 'p9'],
    ['lastWeek[0].class: there is no class “c9”', 'lastWeek.0.class', 'c9'],
    ['therapists[1].id “p0” is there twice', 'therapists.1', fine().therapists[0]],
    ['classes[1].id “c0” is there twice', 'classes.1', fine().classes[0]],
    ['slotMinutes has to be at least 1', 'slotMinutes', 0],
    ['visitMinutes has to be at most 1000', 'visitMinutes', 1001],
    ['weights.keep has to be at most 1000', 'weights.keep', 1000.5],
    ['services[0].sessionsPerWeek has to be at most 50', 'services.0.sessionsPerWeek', 51],
    ['services[0].id is empty', 'services.0.id', ''],
    ['services[0].id has to be a text', 'services.0.id', 7],
    ['classes[0].week.Tue[1].open has to be true or false', 'classes.0.week.Tue.1.open', 'yes'],
    ['fit.fine_motor.writing has to be a number', 'fit.fine_motor.writing', '3'],
    ['services has to be a list in brackets', 'services', null],
    ['lastWeek[0].start has to be a time like 09:30', 'lastWeek.0.start', '24:00'],
    ['lastWeek[0].start has to be a time like 09:30', 'lastWeek.0.start', '23:60'],
    ['classes[0] has “teacher”, which a caseload doesn’t know', 'classes.0.teacher', 'Ms. A'],
    ['the caseload has “weight”, which a caseload doesn’t know', 'weight', 1],
    ['classes[0].week has “Sun”, which a caseload doesn’t know', 'classes.0.week.Sun', []],
  ];
  test.each(cases)('with a fault is answered: %s', (sentence, path, value) => {
    expect(faultsWith({ [path]: value })).toEqual([sentence]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a block that ends as it begins', { 'classes.0.week.Tue.1.end': '09:00' }],
    ['a midday without a way', { midday: { start: '12:00', end: '12:00' } }],
    ['no session', { 'services.0.sessionsPerWeek': 0 }],
    ['weights of nothing and of a thousand', { 'weights.keep': 0, 'weights.visit': 1000 }],
    ['a class without a day', { 'classes.0.week': {} }],
    ['the last minute of a day', { 'lastWeek.0.start': '23:59' }],
  ])('may have %s', (_words, changes) => {
    expect(faultsWith(changes)).toEqual([]);
  });

  test('with several faults has them all told at once', () => {
    expect(faultsWith({ 'services.0.class': 'c9', 'services.0.therapist': 'p9' })).toHaveLength(2);
  });

  test.each([[null], [[]], ['caseload'], [7]])('has to be a group of keys, and not %j', (written) => {
    expect(readCaseload(written)).toEqual({
      ok: false,
      faults: ['the caseload has to be a group of keys in braces'],
    });
  });
});
