import { type Scene, sees } from '../scene.ts';
import { wordsOf } from '../sheet.ts';
import { castOf } from './cast.ts';

const question = /What’s happening Tuesday at 10\?/;

/** Monday, before the children come: one question for both therapists, and one tap. */
export const askOnce = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera, okafor } = castOf(scene);
  const { chapter, say } = scene.transcript;

  chapter('3 · One question, one tap');
  await scene.move('next-morning', sees(rivera, question), sees(okafor, /What’s happening Tuesday/));
  const monday = scene.delivered.filter(({ seat, at }) => seat === rivera.id && at === scene.now());
  scene.check(
    'Ms. Rivera gets one card for both therapists, and only that one.',
    monday.length === 1 && /One question for Maya Brooks and Jonah Price/.test(allOf(scene, rivera)),
    monday.map(({ title }) => title).join('\n'),
  );
  await scene.taps(
    rivera,
    'Writing',
    question,
    sees(rivera, /Tuesday 10:00–10:45 · Writing/),
    sees(maya, /Room 12, Tuesday 10:00–10:45: Writing/),
  );
  await scene.taps(okafor, 'Not sure yet', /What’s happening Tuesday/, sees(okafor, /not sure yet/));
  say('Jonah has his breakfast group until 8:30 and hears right after it.');
  await scene.move('next-free-minute', sees(jonah, /Room 12, Tuesday 10:00–10:45: Writing/));
};

const allOf = (scene: Scene, who: Parameters<Scene['cardsOf']>[0]): string =>
  scene.cardsOf(who).map(wordsOf).join('\n');
