import { expect, test } from '@jest/globals';
import type { PlannedVisit } from '../../../src/core/plan/week-plan.ts';
import { weekChanges } from '../../../src/core/week-plan/week-changes.ts';

const visit = (changes: Partial<PlannedVisit> = {}): PlannedVisit => ({
  therapist: 'maya',
  class: 'Room 12',
  day: 'Mon',
  start: '09:00',
  services: ['k', 'otter'],
  ...changes,
});
const changed = (before: PlannedVisit[], after: PlannedVisit[]) => weekChanges(before, after);
const none = { goes: [], comes: [], regrouped: [] };

test('a week that is the same changes nothing, in whatever order its students are named', () => {
  expect(changed([], [])).toEqual(none);
  expect(changed([visit()], [visit({ services: ['otter', 'k'] })])).toEqual(none);
});

test.each<[string, Partial<PlannedVisit>]>([
  ['time', { start: '09:05' }],
  ['day', { day: 'Tue' }],
  ['class', { class: 'Room 7' }],
])('another %s is one visit less and one more', (_words, other) => {
  const stays = visit({ class: 'Room 1', day: 'Fri' });
  expect(changed([visit(), stays], [stays, visit(other)])).toEqual({
    goes: [visit()],
    comes: [visit(other)],
    regrouped: [],
  });
});

test('other students at the same time are told as such', () => {
  const after = visit({ services: ['k'] });
  expect(changed([visit()], [after])).toEqual({ ...none, regrouped: [after] });
});
