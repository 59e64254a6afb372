import { describe, expect, test } from '@jest/globals';
import { activityKinds } from '../../src/core/activity-kind.ts';
import { fit as fitOf } from '../../src/core/fit.ts';
import { focusAreas } from '../../src/core/focus-area.ts';
import { disciplines } from '../../src/core/people.ts';
import { movesFor, playbook } from '../../src/core/playbook/moves-for.ts';
import { shelves } from '../../src/core/playbook/shelves.ts';
import { shelfLabel } from '../../src/core/wording/intention.ts';

const all = Object.values(playbook).flat();

describe('the playbook', () => {
  test('has two or three moves for every focus of every therapist in every activity that suits it', () => {
    const thin: string[] = [];
    for (const focus of focusAreas)
      for (const kind of activityKinds.filter((one) => fitOf(one, focus) > 0))
        for (const discipline of disciplines) {
          const moves = movesFor(kind, discipline, focus);
          if (moves.length < 2 || moves.length > 3)
            thin.push(`${kind} ${discipline} ${focus}: ${moves.length}`);
        }
    expect(thin).toEqual([]);
  });

  test('says something made for the activity wherever the activity is what the focus is made of', () => {
    const general: string[] = [];
    for (const focus of focusAreas)
      for (const kind of activityKinds.filter((one) => fitOf(one, focus) >= 2))
        if (!playbook[focus].some(({ at }) => at?.includes(kind))) general.push(`${kind} ${focus}`);
    expect(general).toEqual([]);
  });

  test('puts first what was made for this therapist in this activity', () => {
    expect(movesFor('writing', 'ot', 'fine_motor')[0]).toBe(
      'Warm up ten fingers: pinch, push, pull, then pencils up',
    );
    expect(movesFor('reading', 'speech', 'articulation')[0]).toBe(
      'Pick five target words from today’s text; hear, say, read them',
    );
  });

  test('gives a move of one trade to nobody else', () => {
    const ofOts = all.filter(({ by }) => by?.length === 1 && by[0] === 'ot').map(({ words }) => words);
    expect(ofOts.length).toBeGreaterThan(5);
    for (const kind of activityKinds)
      for (const focus of focusAreas)
        expect(ofOts.filter((words) => movesFor(kind, 'speech', focus).includes(words))).toEqual([]);
  });

  test('is written so that a choice of a form holds each line, and no line stands twice', () => {
    const fromShelves = Object.entries(shelves).flatMap(([shelf, lines]) =>
      lines.map((line) => `${shelfLabel[shelf as keyof typeof shelves]}: ${line}`),
    );
    expect([...all.map(({ words }) => words), ...fromShelves].filter((line) => line.length > 75)).toEqual([]);
    for (const moves of Object.values(playbook))
      expect(new Set(moves.map(({ words }) => words)).size).toBe(moves.length);
  });
});
