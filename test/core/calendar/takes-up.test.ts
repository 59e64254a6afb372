import { expect, test } from '@jest/globals';
import type { What } from '../../../src/core/calendar/change.ts';
import { takesUp } from '../../../src/core/calendar/takes-up.ts';
import { at } from '../sample-school.ts';

const ten = { start: at(10), end: at(11) };
const add = (when: Extract<What, { do: 'add' }>['when']): What => ({
  do: 'add',
  when,
  kind: 'test',
  withStudents: true,
});

test.each<[What, number, boolean]>([
  [{ do: 'close', name: 'snow' }, at(10), true],
  [add('all day'), at(10), true],
  [{ do: 'substitute', when: 'all day' }, at(10), true],
  [add(ten), at(9, 59), false],
  [add(ten), at(10), true],
  [add(ten), at(10, 59), true],
  [add(ten), at(11), false],
  [{ do: 'substitute', when: ten }, at(10), true],
  // Which hours a period has, is another question.
  [add({ period: '3' }), at(10), false],
  // What was called off or moved away leaves a time of which nothing is known.
  [{ do: 'cancel', when: ten }, at(10), false],
  [{ do: 'cancel', when: 'all day' }, at(10), false],
  [{ do: 'move', from: ten, to: ten }, at(10), false],
  [{ do: 'day-type', dayType: 'short' }, at(10), false],
])('%j settles minute %s: %s', (what, minute, settles) => expect(takesUp(what, minute)).toBe(settles));
