import type { Scene } from '../scene.ts';
import { pairUp } from './1-pair-up.ts';
import { tellTheWeek } from './2-tell-the-week.ts';
import { askOnce } from './3-ask-once.ts';

export const tellTheStory = async (scene: Scene): Promise<void> => {
  await pairUp(scene);
  await tellTheWeek(scene);
  await askOnce(scene);
};
