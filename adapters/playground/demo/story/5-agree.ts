import { type Scene, sees } from '../scene.ts';
import { allOf, castOf, latestOf } from './cast.ts';

/** Times with their reason; the teacher's tap settles it on both platforms. */
export const agree = async (scene: Scene): Promise<void> => {
  const { maya, rivera } = castOf(scene);

  scene.transcript.chapter('5 · Agreeing on a visit');
  await scene.types(maya, '/pushin schedule', sees(maya, /Good times to join a class/));
  const offered = latestOf(scene, maya);
  scene.check(
    'The best time comes first, with its reason in words.',
    /^.*\nTue 10:00–10:30 · Writing · Room 12.*\nfits fine motor; no test; K\. and Otter together/.test(
      offered,
    ),
    offered,
  );
  scene.check('Thursday’s test is not offered.', !/Thu 10:/.test(offered), offered);
  const asked = /Asked: Room 12, Tuesday 10:00–10:30 · Writing/;
  await scene.picks(
    maya,
    /Tue 10:00–10:30 · Writing · Room 12/,
    sees(maya, asked),
    sees(rivera, /Maya Brooks would like to join Tuesday 10:00–10:30/),
  );
  await scene.taps(
    rivera,
    'Yes',
    /Maya Brooks would like to join Tuesday/,
    sees(rivera, /Agreed: Maya Brooks in Room 12, Tuesday 10:00–10:30/),
    sees(maya, /Agreed: Room 12, Tuesday 10:00–10:30 · Writing\nMs\. Rivera said yes/),
  );
  scene.check(
    'Both cards, on Teams and on Slack, changed in place.',
    ![maya, rivera].some((who) => /Asked: Room 12, Tue|would like to join Tue/.test(allOf(scene, who))),
    [maya, rivera].map((who) => allOf(scene, who)).join('\n\n'),
  );

  scene.transcript.say('Maya asks Room 7 too, and it is not the week for it.');
  await scene.transcript.inBrief(() => beRefused(scene));
};

const beRefused = async (scene: Scene): Promise<void> => {
  const { maya, okafor } = castOf(scene);
  await scene.types(maya, 'schedule', sees(maya, /· Room 7/));
  await scene.picks(
    maya,
    /· Room 7/,
    sees(maya, /Asked: Room 7/),
    sees(okafor, /Maya Brooks would like to join/),
  );
  await scene.taps(
    okafor,
    'Not this week',
    /Maya Brooks would like to join/,
    sees(okafor, /Not this week/),
    sees(maya, /Not this week: Room 7[\s\S]*No reason needed/),
  );
};
