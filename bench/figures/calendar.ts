import { activitiesOn } from '../../src/core/class-day.ts';
import { nextOpen } from '../../src/core/quiet-hours.ts';
import { instantOf } from '../../src/core/time.ts';
import type { Figure } from '../figure.ts';
import { type SchoolYear, schoolDates, schoolYear } from '../school-year.ts';
import { median, percentile } from '../statistics.ts';

const rounds = 3;
const changesInYear = 5000;

interface Round {
  readonly classDay: number;
  readonly nextOpen: number;
  readonly nextOpenP99: number;
}

/**
 * What one class's day and one person's next open minute cost in a district of 400 classes and 500 people over a
 * year. The baseline is the same district in a year without one-off changes: the ratio is what 5,000 of them cost.
 */
export const calendarFigures = (): Figure[] => {
  const years = { quiet: schoolYear(0), changed: schoolYear(changesInYear) };
  const of = { quiet: [] as Round[], changed: [] as Round[] };
  // The first round pays for compiling and for the indexes, which last as long as the calendar.
  for (let round = 0; round <= rounds; round += 1) {
    for (const which of ['changed', 'quiet'] as const) {
      const measured = measure(years[which]);
      if (round > 0) of[which].push(measured);
    }
  }
  const figure = (name: string, what: keyof Round): Figure => ({
    name,
    unit: 'ms',
    value: median(of.changed.map((round) => round[what])),
    baseline: median(of.quiet.map((round) => round[what])),
  });
  return [
    { ...figure('class-day', 'classDay'), aim: 1.25 },
    { ...figure('next-open', 'nextOpen'), aim: 1.25 },
    figure('next-open-p99', 'nextOpenP99'),
  ];
};

const measure = ({ classes, people }: SchoolYear): Round => {
  let pieces = 0;
  const started = performance.now();
  for (const one of classes) for (const date of schoolDates) pieces += activitiesOn(one, date).length;
  const classDay = (performance.now() - started) / (classes.length * schoolDates.length);
  if (pieces === 0) throw new Error('nothing ever happens in this district');
  const times: number[] = [];
  people.forEach((person, nth) => {
    for (let day = nth % 7; day < schoolDates.length; day += 7) {
      const after = instantOf(schoolDates[day] ?? '', 480 + ((nth * 7 + day) % 480), person.school.zone);
      const before = performance.now();
      nextOpen(person, after);
      times.push(performance.now() - before);
    }
  });
  const total = times.reduce((sum, time) => sum + time, 0);
  return { classDay, nextOpen: total / times.length, nextOpenP99: percentile(times, 0.99) };
};
