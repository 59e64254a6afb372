import { chooseTimes } from '../choose-times.ts';
import { settleTime } from '../settle-time.ts';
import { isDenied, isNotBefore } from './offered.ts';
import type { Said } from './said.ts';
import type { TimeHeard } from './times-heard.ts';
import type { Hours } from './understanding.ts';

export const noHours: Hours = { start: undefined, end: undefined };

/** The hours these places say, as far as such a time exists. */
export const hoursOf = (said: Said, times: readonly TimeHeard[]): Hours => {
  const clocks = times.filter((time) => time.mention.is === 'clock');
  const late = clocks.find((time) => isNotBefore(said, time));
  if (late?.mention.is === 'clock') {
    const { start, end } = late.mention.time;
    const from = settleTime({ start: start ?? end, end: undefined, minutes: undefined });
    return from.ok ? { start: from.start, end: undefined } : noHours;
  }
  if (clocks.length === 0) return bellHours(times);
  const found = clocks
    .filter((time) => !isDenied(said, time))
    .flatMap(({ mention }) => (mention.is === 'clock' ? [mention.time] : []));
  const chosen = chooseTimes(found);
  const settled = settleTime({
    start: chosen.find(({ start }) => start !== undefined)?.start,
    end: chosen.find(({ end }) => end !== undefined)?.end,
    minutes: chosen.find(({ minutes }) => minutes !== undefined)?.minutes,
  });
  return settled.ok ? { start: settled.start, end: settled.end } : noHours;
};

/** "After lunch", "2nd period": where no clock says it. */
const bellHours = (times: readonly TimeHeard[]): Hours => {
  const [mention] = times.map((time) => time.mention).filter((one) => one.is === 'bell');
  return mention === undefined ? noHours : { start: mention.start, end: mention.end };
};
