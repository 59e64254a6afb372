import { randomInt } from 'node:crypto';
import { keepPromises } from '../test/core/calendar/promises.ts';

/** The promise of the tests, fifty times as often. */
const worlds = 100_000;
const each = 10_000;

const started = performance.now();
for (let done = 0; done < worlds; done += each) {
  keepPromises(each, randomInt(2 ** 31));
  console.log(`${done + each} calendars, ${Math.round((performance.now() - started) / 1000)} s`);
}
console.log(`soak:calendar: ${worlds} calendars kept their promises`);
