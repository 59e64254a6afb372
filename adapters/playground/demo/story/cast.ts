import type { Seat } from '../../seats.ts';
import type { Scene } from '../scene.ts';
import { wordsOf } from '../sheet.ts';

export const castOf = (scene: Scene) => ({
  maya: scene.person('Maya Brooks'),
  jonah: scene.person('Jonah Price'),
  rivera: scene.person('Ms. Rivera'),
  okafor: scene.person('Mr. Okafor'),
  dana: scene.person('Dana Lee'),
});

/** What somebody's newest card says. */
export const latestOf = (scene: Scene, who: Seat): string => {
  const card = scene.cardsOf(who).at(-1);
  return card ? wordsOf(card) : '';
};

/** What all of somebody's cards say as they stand now. */
export const allOf = (scene: Scene, who: Seat): string => scene.cardsOf(who).map(wordsOf).join('\n\n');
