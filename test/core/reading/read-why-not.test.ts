import { expect, test } from '@jest/globals';
import { readWhyNot } from '../../../src/core/reading/read-why-not.ts';

test.each([
  ['why not Thursday?', 'Thursday'],
  ['Why no Thursday', 'Thursday'],
  ['How come not Tue at 10 in Room 7?', 'Tue at 10 in Room 7'],
  ['why nothing Friday', 'Friday'],
  ['why can’t I Thursday at 10?', 'Thursday at 10'],
  ["why can't i come Friday", 'come Friday'],
  ['why couldnt I come Friday', 'come Friday'],
  ['why didn’t you ask Room 7?', 'ask Room 7'],
  ['but why not Thursday', 'Thursday'],
  ['and why not', ''],
  ['so how come not Friday', 'Friday'],
  ['ok why not Friday', 'Friday'],
  ['okay why not Friday', 'Friday'],
  ['/pushin why not Friday', 'Friday'],
  ['pushin why not Friday', 'Friday'],
  ['  why\tnot\nFriday ', 'Friday'],
])('%j asks about %j', (text, about) => expect(readWhyNot(text)).toBe(about));

test.each([
  'why Thursday?',
  'not Thursday',
  'that is why not',
  'why note it down',
  'whynot Thursday',
  'no',
  '',
])('%j does not ask why not', (text) => expect(readWhyNot(text)).toBeUndefined());
