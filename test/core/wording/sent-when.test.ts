import { describe, expect, test } from '@jest/globals';
import { momentWords, noMinuteInTime, sentAt } from '../../../src/core/wording/sent-when.ts';

const now = { date: '2026-11-30', minute: 10 * 60 };

describe('when a message goes out', () => {
  test.each([
    ['2026-11-30', 600, 'now'],
    ['2026-11-30', 601, 'now'],
    ['2026-11-30', 602, 'at 10:02'],
    ['2026-11-30', 700, 'at 11:40'],
    ['2026-12-01', 460, 'Tuesday at 7:40'],
    ['2026-12-14', 460, 'Mon, Dec 14 at 7:40'],
  ])('%s, minute %d is “%s”', (date, minute, words) => {
    expect(momentWords(date, minute, now)).toBe(words);
  });

  test('is said with the reason for waiting, and without one when there is no wait', () => {
    expect(sentAt('Ms. Rivera', '2026-11-30', 600, now)).toBe('Ms. Rivera gets it now.');
    expect(sentAt('Ms. Rivera', '2026-11-30', 700, now)).toBe(
      'Ms. Rivera gets it at 11:40, when no students are around.',
    );
  });

  test('is said to be never where it is', () => {
    expect(noMinuteInTime('Ms. Rivera')).toContain('no minute without students');
  });
});
