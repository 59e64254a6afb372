import { describe, expect, test } from '@jest/globals';
import { schoolClockOf } from '../../../src/core/calendar/school-clock-of.ts';
import { activitiesOn } from '../../../src/core/class-day.ts';
import type { School } from '../../../src/core/classroom.ts';
import { minuteOf } from '../../../src/core/clock-minutes.ts';
import { isQuiet, nextOpen, openWindows } from '../../../src/core/quiet-hours.ts';
import { instantOf, localTime } from '../../../src/core/time.ts';
import { type HardDay, hardDays, written } from './hard-days-table.ts';
import { worlds } from './hard-days-worlds.ts';

const todayIs = (school: School, date: string): string => {
  const clock = schoolClockOf(school);
  const day = clock.day(date);
  if (day !== undefined) return Object.values(day.cycleDays).join(', ');
  const closing = clock.closing(date);
  return closing === undefined ? 'no school' : `no school: ${closing}`;
};

const sentInWords = ({ date, message }: HardDay, zone: string, sent: number | undefined): string => {
  if (sent === undefined) return 'never';
  if (message?.sent.endsWith('Z')) return `${new Date(sent).toISOString().slice(0, 16)}Z`;
  const local = localTime(sent, zone);
  const clock = written([{ start: local.minute, end: 0 }]).slice(0, 5);
  return local.date === date ? clock : `${local.date} ${clock}`;
};

describe('the hard days of docs/hard-days.md', () => {
  test('are many, and each row has its school', () => {
    expect(hardDays.length).toBeGreaterThanOrEqual(40);
    expect(hardDays.map(({ number }) => number)).toEqual(worlds.map(([number]) => number));
  });

  test.each(hardDays.map((day) => [day.number, day.name, day] as const))('%i: %s', (number, _name, day) => {
    const world = worlds.find(([row]) => row === number)?.[1];
    if (world === undefined) throw new Error(`row ${number} has no school`);
    const { person, classDay } = world;
    const { date, message } = day;
    if (day.today !== undefined) expect(todayIs(person.school, date)).toBe(day.today);
    if (day.blocks !== undefined) expect(written(activitiesOn(classDay, date))).toBe(day.blocks);
    if (day.open !== undefined) expect(written(openWindows(person, date))).toBe(day.open);
    if (message !== undefined) {
      const { zone } = person.school;
      const ready = instantOf(date, minuteOf(message.ready), zone);
      const until = message.until && instantOf(date, minuteOf(message.until), zone);
      const sent = nextOpen(person, ready, until || undefined);
      expect(sentInWords(day, zone, sent)).toBe(message.sent);
      if (sent !== undefined) expect(isQuiet(person, sent)).toBe(false);
      if (sent !== ready) expect(isQuiet(person, ready)).toBe(true);
    }
  });
});
