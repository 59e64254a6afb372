import { glimpses, type Scene, sees } from '../scene.ts';
import { castOf } from './cast.ts';

/** Monday: what is known is told at once, what nobody knows is asked at the teacher's next free minute. */
export const askAndTell = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera, okafor } = castOf(scene);
  const { chapter, say } = scene.transcript;

  chapter('4 · Asking');
  await scene.move('hour');
  const known = /Writing · the teacher said so today/;
  await scene.types(maya, '/pushin ask Room 12 Tuesday 10', sees(maya, known));
  await scene.types(jonah, 'what’s happening Tuesday at 10 in Room 12?', glimpses(jonah, known));
  await scene.types(maya, '/pushin ask Ms. Rivera Thursday 1', sees(maya, /I’ll ask Ms\. Rivera at 11:40/));

  say('Mr. Okafor’s class is at lunch: he is asked once more, the school day before.');
  await scene.move('next-free-minute', glimpses(okafor, /What’s happening Tuesday at 1\?/));
  await scene.taps(
    okafor,
    'Not sure yet',
    /What’s happening Tuesday at 1\?/,
    sees(okafor, /I won’t ask about it again/),
    glimpses(maya, /so I let it be/),
  );

  say('Ms. Rivera’s class is at lunch: she answers in words, and tells of a test nobody asked about.');
  await scene.move('next-free-minute', sees(rivera, /What’s happening Thursday at 1\?/));
  await scene.types(
    rivera,
    'science til 1:25',
    sees(rivera, /Thursday 1:00–1:25 · Science/),
    glimpses(maya, /Room 12, Thursday 1:00–1:25: Science/),
    glimpses(jonah, /Room 12, Thursday 1:00–1:25: Science/),
  );
  await scene.types(
    rivera,
    'we have the math test thu 10-10:45',
    sees(rivera, /Thursday 10:00–10:45 · Test/),
    sees(maya, /Room 12, Thursday 10:00–10:45: Test/),
    glimpses(jonah, /Room 12, Thursday 10:00–10:45: Test/),
  );
};
