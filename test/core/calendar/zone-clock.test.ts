import { describe, expect, test } from '@jest/globals';
import { clockRuns, runAt } from '../../../src/core/calendar/zone-clock.ts';
import { DAY, HOUR } from '../../../src/core/time.ts';

const from = Date.parse('2026-01-01T00:00Z');
const jumps = (zone: string) => clockRuns(from, from + 730 * DAY, zone).slice(1);
const instants = (zone: string) => jumps(zone).map((run) => new Date(run.from).toISOString().slice(0, 16));

describe('the clock of a zone', () => {
  test('jumps when its people do, to the minute', () => {
    expect(instants('America/New_York')).toEqual([
      '2026-03-08T07:00',
      '2026-11-01T06:00',
      '2027-03-14T07:00',
      '2027-11-07T06:00',
    ]);
    expect(instants('Australia/Lord_Howe').slice(0, 2)).toEqual(['2026-04-04T15:00', '2026-10-03T15:30']);
    // Back for Ramadan and forth after it.
    expect(instants('Africa/Casablanca')).toEqual([
      '2026-02-15T02:00',
      '2026-03-22T02:00',
      '2027-02-07T02:00',
      '2027-03-14T02:00',
    ]);
  });

  test('runs on without a break where nothing jumps, for years', () => {
    for (const zone of ['America/Phoenix', 'Pacific/Honolulu', 'utc']) {
      expect(clockRuns(from, from + 3000 * DAY, zone)).toHaveLength(1);
    }
  });

  test('each run ends where the next begins, and all of the time is told', () => {
    const runs = clockRuns(from, from + 1500 * DAY, 'Pacific/Chatham');
    runs.forEach((run, nth) => {
      expect(run.from).toBe(runs[nth - 1]?.to ?? from);
      expect(run.offset).not.toBe(runs[nth - 1]?.offset);
      expect([12.75 * HOUR, 13.75 * HOUR]).toContain(run.offset);
    });
    expect(runs.at(-1)?.to).toBe(from + 1500 * DAY);
  });

  test('answers the same whatever was asked before', () => {
    const winter = runAt(Date.parse('2026-01-15T12:00Z'), 'America/New_York').offset;
    const summer = runAt(Date.parse('2026-07-15T12:00Z'), 'America/New_York').offset;
    expect([winter, summer]).toEqual([-5 * HOUR, -4 * HOUR]);
    expect(runAt(Date.parse('2027-01-15T12:00Z'), 'America/New_York').offset).toBe(winter);
    expect(runAt(Date.parse('2026-01-15T12:00Z'), 'America/Los_Angeles').offset).toBe(-8 * HOUR);
  });
});
