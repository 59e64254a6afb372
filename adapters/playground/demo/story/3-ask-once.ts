import { glimpses, type Scene, sees } from '../scene.ts';
import { castOf, latestOf } from './cast.ts';

const question = /What’s happening Tuesday at 10\?/;

/** Monday, before the children come: one question for both therapists, and one tap. */
export const askOnce = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera, okafor } = castOf(scene);
  const { chapter, say } = scene.transcript;

  chapter('3 · One question, one tap');
  await scene.move('next-morning', sees(rivera, question), sees(okafor, /What’s happening Tuesday at 1\?/));
  const arrived = scene.delivered.filter(({ seat, at }) => seat === rivera.id && at === scene.now());
  scene.check(
    'Ms. Rivera gets one card for both therapists, and no other.',
    arrived.length === 1 && /for (Maya.*Jonah|Jonah.*Maya)/.test(latestOf(scene, rivera)),
    arrived.map(({ title }) => title).join('\n') || 'no card',
  );
  await scene.taps(
    rivera,
    'Writing',
    question,
    sees(rivera, /Tuesday 10:00–10:45 · Writing[\s\S]*I won’t ask again/),
    sees(maya, /Room 12, Tuesday 10:00–10:45: Writing/),
  );
  await scene.taps(
    okafor,
    'Not sure yet',
    /What’s happening Tuesday/,
    sees(okafor, /Tuesday 1:00–1:45 · not sure yet/),
    sees(maya, /Room 7, Tuesday 1:00–1:45: not sure yet/),
  );
  say('Jonah has a group until 8:30 and hears when it leaves.');
  await scene.move('next-free-minute', glimpses(jonah, /Room 12, Tuesday 10:00–10:45: Writing/));
};
