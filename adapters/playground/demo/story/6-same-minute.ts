import { type Scene, sees } from '../scene.ts';
import { castOf, latestOf } from './cast.ts';

/** Both therapists want the same minute of one room; and a button of yesterday explains instead of acting. */
export const wantTheSameMinute = async (scene: Scene): Promise<void> => {
  const { maya, jonah, rivera } = castOf(scene);
  const { chapter, say, inBrief } = scene.transcript;

  chapter('6 · The same minute');
  await inBrief(async () => {
    await scene.types(maya, '/pushin schedule', sees(maya, /Good times to join a class/));
    await scene.types(jonah, '/pushin schedule', sees(jonah, /Good times to join a class/));
  });
  say('Both tap at the same moment.');
  const wanted = /Wed 9:00–9:30 · Writing · Room 12/;
  await scene.bothPick([maya, jonah], wanted, sees(rivera, /would like to join Wednesday 9:00–9:30/));
  const [first, second] = /Asked: Room 12/.test(latestOf(scene, maya)) ? [maya, jonah] : [jonah, maya];
  scene.check(
    'One holds the room, and the other is told at once, with the next best times.',
    /Asked: Room 12, Wednesday 9:00–9:30/.test(latestOf(scene, first)) &&
      /was just taken for that time\. The next best:/.test(latestOf(scene, second)),
    `${latestOf(scene, first)}\n\n${latestOf(scene, second)}`,
  );
  await inBrief(() =>
    scene.taps(
      rivera,
      'Yes',
      /would like to join Wednesday/,
      sees(rivera, new RegExp(`Agreed: ${first.name} in Room 12, Wednesday 9:00–9:30`)),
      sees(first, /Agreed: Room 12, Wednesday 9:00–9:30/),
    ),
  );

  say('The other takes the next best time; it does not suit, and an old button does not overrule that.');
  const asks = new RegExp(`${second.name} would like to join`);
  await inBrief(() => scene.picks(second, /· Room 12/, sees(second, /Asked: Room 12/), sees(rivera, asks)));
  const oldYes = scene.remembers(rivera, 'Yes', asks);
  await inBrief(() =>
    scene.taps(
      rivera,
      'Another time',
      asks,
      sees(rivera, /Another time it is/),
      sees(second, /Another time, please: Room 12/),
    ),
  );
  await scene.tapsOld(
    rivera,
    'Yes',
    oldYes,
    sees(rivera, /That was settled already\. This is how it stands/),
  );
  await inBrief(async () => {
    await scene.taps(second, 'See other times', /Another time, please/, sees(second, /· Room 12/));
    await scene.picks(second, /· Room 12/, sees(second, /Asked: Room 12/), sees(rivera, asks));
    await scene.taps(rivera, 'Yes', asks, sees(rivera, /Agreed:/), sees(second, /Agreed: Room 12/));
  });
};
