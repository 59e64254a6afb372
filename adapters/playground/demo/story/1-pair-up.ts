import { glimpses, type Scene, sees } from '../scene.ts';
import { wordsOf } from '../sheet.ts';
import { castOf } from './cast.ts';

/** Friday after the last bell: two therapists, two teachers, three pairs. */
export const pairUp = async (scene: Scene): Promise<void> => {
  const { maya, rivera } = castOf(scene);
  const { chapter, say } = scene.transcript;

  chapter('1 · Pairing up');
  say('Friday, after the last bell. Maya, the OT, is on Slack; Ms. Rivera of Room 12 is on Teams.');
  await scene.opens(rivera, glimpses(rivera, /Hello/));
  await scene.types(maya, '/pushin pair', sees(maya, /Pair with a teacher/));
  await scene.fills(
    maya,
    {
      Teacher: 'Ms. Rivera (Room 12)',
      'What you work on': ['Fine motor', 'Handwriting'],
      'Students, by alias': 'K., Otter',
      Visits: '2',
      'Minutes each': '30 minutes',
      Every: 'Week',
    },
    sees(maya, /Invitation for Ms\. Rivera, Room 12[\s\S]*gets it now/),
    sees(rivera, /Maya Brooks would like to work in your room/),
  );
  await scene.types(maya, '/pushin schedule', sees(maya, /Waiting for Ms\. Rivera/));
  const invitation = scene.cardsOf(rivera).map(wordsOf).join('\n');
  scene.check(
    'Nothing happens in Room 12 before the teacher’s yes, and her invitation names no student.',
    !/Otter|\bK\./.test(invitation),
    invitation,
  );
  await scene.taps(
    rivera,
    'Yes, let’s try',
    /Maya Brooks/,
    sees(rivera, /You and Maya Brooks work together in Room 12/),
    sees(maya, /Ms\. Rivera said yes/),
  );

  await scene.transcript.inBrief(() => pairTheOthers(scene));
};

/** The same again, and once with a no. */
const pairTheOthers = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera, okafor } = castOf(scene);
  const { say } = scene.transcript;
  say('Jonah, the speech therapist, is paired with Room 12 too, and asks Room 7 as well.');
  const speech = {
    'What you work on': ['Language', 'Articulation'],
    'Students, by alias': 'Bee',
    Visits: '1',
  };
  await scene.types(jonah, '/pushin pair', sees(jonah, /Pair with a teacher/));
  await scene.fills(
    jonah,
    { Teacher: 'Ms. Rivera (Room 12)', ...speech },
    sees(jonah, /Invitation for Ms\. Rivera/),
    sees(rivera, /Jonah Price would like to work/),
  );
  await scene.taps(
    rivera,
    'Yes, let’s try',
    /Jonah Price/,
    sees(rivera, /You and Jonah Price work together/),
    sees(jonah, /Ms\. Rivera said yes/),
  );
  await scene.types(jonah, '/pushin pair', sees(jonah, /Pair with a teacher/));
  await scene.fills(
    jonah,
    { Teacher: 'Mr. Okafor (Room 7)', ...speech },
    sees(jonah, /Invitation for Mr\. Okafor/),
    sees(okafor, /Jonah Price would like to work/),
  );
  await scene.taps(
    okafor,
    'Not now',
    /Jonah Price/,
    sees(okafor, /No visits from Jonah Price for now/),
    sees(jonah, /Mr\. Okafor isn’t taking visits for now[\s\S]*No reason/),
  );

  say('Maya asks Room 7 too, once a week.');
  await scene.types(maya, '/pushin pair', sees(maya, /Pair with a teacher/));
  await scene.fills(
    maya,
    {
      Teacher: 'Mr. Okafor (Room 7)',
      'What you work on': ['Fine motor'],
      'Students, by alias': 'Pip',
      Visits: '1',
    },
    sees(maya, /Invitation for Mr\. Okafor/),
    sees(okafor, /Maya Brooks would like to work/),
  );
  await scene.taps(
    okafor,
    'Yes, let’s try',
    /Maya Brooks/,
    sees(okafor, /You and Maya Brooks work together in Room 7/),
    sees(maya, /Mr\. Okafor said yes/),
  );
};
