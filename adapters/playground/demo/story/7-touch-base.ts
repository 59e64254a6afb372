import { glimpses, type Scene, sees } from '../scene.ts';
import { castOf } from './cast.ts';

/** The week as each person sees it, and its end: five minutes together, or three questions. */
export const touchBase = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera, okafor } = castOf(scene);
  const { chapter, say, inBrief } = scene.transcript;

  chapter('7 · The week, and Friday’s five minutes');
  await scene.types(maya, '/pushin week', sees(maya, /Your week[\s\S]*10:00–10:30 · Room 12 · Writing/));
  await scene.types(jonah, '/pushin week', sees(jonah, /Your week[\s\S]*Room 12/));
  await scene.types(rivera, 'week', sees(rivera, /Your week[\s\S]*10:00–10:30 · Maya Brooks · Writing/));
  await scene.types(okafor, '/pushin week', sees(okafor, /Your week/));

  const before = scene.delivered.length;
  for (const _day of ['Tuesday', 'Wednesday', 'Thursday']) await scene.move('next-morning');
  const since = scene.delivered.slice(before).map(({ title }) => title);
  scene.check(
    'Every visit is planned, so nobody is asked anything more until Friday.',
    !since.some((title) => /happening/.test(title)),
    since.join('\n'),
  );
  scene.check(
    'Ms. Rivera has heard enough this week, so a glance at tomorrow stays away; Maya is asked for a plan.',
    !since.some((title) => /^\w+: \d visits?$/.test(title)) &&
      since.some((title) => /Room 12, .* Writing$/.test(title)),
    since.join('\n'),
  );
  scene.check(
    'Each therapist is asked once how a visit went, when it is over.',
    since.some((title) => title.startsWith('How did it go?')),
    since.join('\n'),
  );

  const times = (who: typeof maya, title: RegExp): number =>
    scene.delivered.filter((one) => one.seat === who.id && title.test(one.title)).length;
  const [once, twice] = [times(rivera, /Tuesday at 10\?/), times(okafor, /Tuesday at 1\?/)];
  scene.check(
    'Ms. Rivera was asked about Tuesday at 10 once; Mr. Okafor, not sure yet, about Tuesday at 1 twice.',
    once === 1 && twice === 2,
    `Ms. Rivera: ${once} times. Mr. Okafor: ${twice} times.`,
  );

  const together = /5 minutes with Ms\. Rivera, Friday at 12:10\?/;
  await scene.move(
    'next-morning',
    sees(maya, together),
    glimpses(rivera, /5 minutes with Maya Brooks, Friday at 12:10\?/),
    glimpses(rivera, /5 minutes with Jonah Price, Friday at 11:40\?/),
    glimpses(jonah, /5 minutes with Ms\. Rivera, Friday at 11:40\?/),
    glimpses(maya, /You and Mr\. Okafor have no free minute in common/),
    glimpses(rivera, /What’s happening Monday/),
    glimpses(okafor, /What’s happening Monday/),
    sees(okafor, /You and Maya Brooks have no free minute in common/),
  );
  await scene.taps(maya, 'Yes', together, sees(maya, /I’m waiting for Ms\. Rivera/));
  await scene.taps(
    rivera,
    'Yes',
    /5 minutes with Maya Brooks/,
    sees(rivera, /Friday at 12:10 with Maya Brooks: it’s set/),
    glimpses(maya, /Friday at 12:10 with Ms\. Rivera: it’s set/),
  );
  await scene.taps(
    rivera,
    'Not this week',
    /5 minutes with Jonah Price/,
    sees(rivera, /No talk with Jonah Price this week/),
    glimpses(jonah, /No talk with Ms\. Rivera this week/),
  );

  say('Maya has a group whenever Mr. Okafor is free: three short questions each instead.');
  const inWriting = 'Answer in writing';
  await scene.taps(maya, inWriting, /You and Mr\. Okafor/, sees(maya, /Touch base/));
  await scene.fills(
    maya,
    { 'What worked this week?': 'Your note about centers.', 'What should we try next?': 'Tuesdays at 1.' },
    sees(maya, /Thank you/),
    sees(okafor, /Maya Brooks answered the three questions/),
  );
  await scene.taps(okafor, 'Read', /Maya Brooks answered/, sees(okafor, /Next: Tuesdays at 1\./));
  await inBrief(async () => {
    await scene.taps(okafor, inWriting, /You and Maya Brooks/, sees(okafor, /Touch base/));
    await scene.fills(
      okafor,
      { 'What was hard?': 'Too much at once.', 'What should we try next?': 'Tuesdays are fine.' },
      sees(okafor, /Thank you/),
      sees(maya, /Mr\. Okafor answered the three questions/),
    );
  });

  say('The reminder comes five minutes before, or when the last group has left.');
  const reminder = /12:10: five minutes with/;
  await scene.move('next-free-minute', sees(rivera, reminder));
  await scene.move('next-free-minute', sees(maya, reminder));
};
