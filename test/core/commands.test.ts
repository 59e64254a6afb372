import { expect, test } from '@jest/globals';
import { commands, formOpenedBy } from '../../src/core/commands.ts';
import { roles } from '../../src/core/people.ts';
import { mayDo } from '../../src/core/rights.ts';

test.each([
  ['pair', 'Pair with a teacher'],
  ['  Pair ', 'Pair with a teacher'],
  ['pair Ms. Rivera', undefined],
  ['week', undefined],
  ['', undefined],
  ['dance', undefined],
])('“%s” opens the form %s', (words, form) => {
  expect(formOpenedBy(words)).toBe(form);
});

test('every command is somebody’s, and what nobody named is nobody’s', () => {
  for (const { name } of commands) expect(roles.some((role) => mayDo(role, `command ${name}`))).toBe(true);
  expect(roles.filter((role) => mayDo(role, 'command pair'))).toEqual(['therapist']);
  expect(roles.filter((role) => mayDo(role, 'tap nothing'))).toEqual([]);
});
