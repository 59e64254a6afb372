import type { Scene } from '../scene.ts';

export const castOf = (scene: Scene) => ({
  maya: scene.person('Maya Brooks'),
  jonah: scene.person('Jonah Price'),
  rivera: scene.person('Ms. Rivera'),
  okafor: scene.person('Mr. Okafor'),
});
