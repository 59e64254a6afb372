import { type Scene, sees } from '../scene.ts';
import { allOf, castOf } from './cast.ts';

/** All visits of the next week at once: planned, sent with one tap, mended when a teacher or a day wants otherwise. */
export const planTheWeek = async (scene: Scene): Promise<void> => {
  const { maya, rivera, okafor, dana } = castOf(scene);

  scene.transcript.chapter('8 · Next week, all at once');
  await scene.types(maya, '/pushin schedule week', sees(maya, /Proven best/));
  await scene.taps(
    maya,
    'Send to all teachers',
    /Proven best/,
    sees(maya, /sent to 2 teachers/),
    sees(rivera, /Maya Brooks would like to join your class in the week of/),
  );
  scene.check(
    'Ms. Rivera has one card for all visits of her class, and no child is on it.',
    allOf(scene, rivera).match(/would like to join your class/g)?.length === 1 &&
      !/Otter|\bK\./.test(allOf(scene, rivera)),
    allOf(scene, rivera),
  );
  await scene.taps(
    rivera,
    'Another time',
    /would like to join your class/,
    sees(rivera, /Another time instead/),
    sees(maya, /Ms\. Rivera would rather have another time[\s\S]*nothing else moves[\s\S]*held for you/),
  );
  await scene.taps(
    maya,
    'Ask for this',
    /would rather have another time/,
    sees(maya, /: asked\./),
    sees(rivera, /Maya Brooks would like to join your class on/),
  );
  scene.transcript.say(
    'Mr. Okafor is not written to after the last bell: he has his card on Monday morning.',
  );
  await scene.move('next-morning', sees(okafor, /Maya Brooks would like to join your class on/));
  await scene.taps(okafor, 'Yes', /would like to join your class/, sees(maya, /✓ agreed/));
  scene.transcript.say('Then the office has something else in mind for a whole day.');
  await scene.types(
    dana,
    '/pushin assembly Tue all day',
    sees(dana, /can’t be then, and everybody concerned is told/),
    sees(maya, /Told by Dana Lee/),
  );
};
