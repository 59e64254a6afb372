import { expect, test } from '@jest/globals';
import { activityKinds } from '../../../src/core/activity-kind.ts';
import { focusAreas } from '../../../src/core/focus-area.ts';
import { disciplines } from '../../../src/core/people.ts';
import { kindLabel } from '../../../src/core/wording/activity-kinds.ts';
import { disciplineLabel } from '../../../src/core/wording/disciplines.ts';
import { focusLabel } from '../../../src/core/wording/focus-areas.ts';

test('every kind, focus and discipline has words of its own', () => {
  const sets = [
    activityKinds.map((kind) => kindLabel[kind]),
    focusAreas.map((focus) => focusLabel[focus]),
    disciplines.map((discipline) => disciplineLabel[discipline]),
  ];
  for (const labels of sets) {
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => label !== '' && !label.includes('_'))).toBe(true);
  }
});
