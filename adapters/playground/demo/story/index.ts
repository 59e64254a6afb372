import type { Scene } from '../scene.ts';
import { pairUp } from './1-pair-up.ts';
import { tellTheWeek } from './2-tell-the-week.ts';
import { askOnce } from './3-ask-once.ts';
import { askAndTell } from './4-ask-and-tell.ts';
import { agree } from './5-agree.ts';
import { wantTheSameMinute } from './6-same-minute.ts';
import { touchBase } from './7-touch-base.ts';
import { planTheWeek } from './8-plan-the-week.ts';
import { proveStudentFree } from './9-student-free.ts';

export const tellTheStory = async (scene: Scene): Promise<void> => {
  await pairUp(scene);
  await tellTheWeek(scene);
  await askOnce(scene);
  await askAndTell(scene);
  await agree(scene);
  await wantTheSameMinute(scene);
  await touchBase(scene);
  await planTheWeek(scene);
  proveStudentFree(scene);
};
