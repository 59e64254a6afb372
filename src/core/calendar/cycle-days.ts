import type { LocalDate } from '../time.ts';
import { type DayNumber, dayNumber } from './day-number.ts';
import type { Cycle } from './school-calendar.ts';

/** Which day of the round a date is. `counts` says whether a date uses up a day of it. */
export const createCycleDays = (
  cycle: Cycle,
  counts: (day: DayNumber) => boolean,
): ((date: LocalDate) => string) => {
  const marks = [cycle.anchor, ...cycle.reanchors]
    .map(({ date, day }) => ({ number: dayNumber(date), place: placeOf(cycle, day) }))
    .sort((a, b) => a.number - b.number);
  const tallies = marks.map(({ number }) => createTally(number, counts));
  return (date) => {
    const number = dayNumber(date);
    // Before the first mark the round is counted backwards from it.
    const nth = Math.max(
      0,
      marks.findLastIndex((mark) => mark.number <= number),
    );
    const length = cycle.dayNames.length;
    const place = (marks[nth]?.place ?? 0) + (tallies[nth]?.(number) ?? 0);
    return cycle.dayNames[((place % length) + length) % length] ?? '';
  };
};

const placeOf = (cycle: Cycle, day: string): number => {
  const place = cycle.dayNames.indexOf(day);
  if (place < 0) throw new RangeError(`The cycle ${cycle.name} has no day ${day}`);
  return place;
};

/** How many days that count lie from the origin up to, and without, a day; negative before the origin. */
const createTally = (origin: DayNumber, counts: (day: DayNumber) => boolean) => {
  const ahead = [0];
  const back = [0];
  return (day: DayNumber): number => {
    const distance = day - origin;
    const sums = distance < 0 ? back : ahead;
    for (let steps = sums.length; steps <= Math.abs(distance); steps += 1) {
      const passed = distance < 0 ? origin - steps : origin + steps - 1;
      sums.push((sums[steps - 1] ?? 0) + (counts(passed) ? 1 : 0));
    }
    const sum = sums[Math.abs(distance)] ?? 0;
    return distance < 0 ? -sum : sum;
  };
};
