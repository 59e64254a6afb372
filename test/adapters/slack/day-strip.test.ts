import { describe, expect, test } from '@jest/globals';
import { dayStrip } from '../../../adapters/slack/day-strip.ts';

describe('a day on Slack', () => {
  test('is a row of half hours, tall where most of one is open', () => {
    const open = [
      { start: 460, end: 488 },
      { start: 705, end: 735 },
    ];
    expect(dayStrip({ kind: 'day', hours: { start: 450, end: 750 }, open })).toBe('7:30 █▁▁▁▁▁▁▁██ 12:30');
  });
});
