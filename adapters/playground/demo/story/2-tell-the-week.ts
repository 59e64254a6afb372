import { type Scene, sees } from '../scene.ts';
import { castOf } from './cast.ts';

/** Everybody tells their week once: in words, and mended in the form. */
export const tellTheWeek = async (scene: Scene): Promise<void> => {
  const { rivera } = castOf(scene);
  const { chapter, say } = scene.transcript;

  chapter('2 · The week, told once');
  await scene.types(
    rivera,
    'routine centers Tue and Thu 10–10:45, writing every day 9–9:40, specials 1:25',
    sees(rivera, /Writing every day 9:00–9:40\nCenters Tue Thu 10:00–10:45\nSpecials every day 1:25–2:10/),
  );
  say('She forgot lunch, so she mends it in the form.');
  await scene.taps(rivera, 'Change it', /an ordinary week/, sees(rivera, /Your week/));
  await scene.fills(
    rivera,
    {
      'In your words':
        'writing every day 9–9:40\ncenters Tue Thu 10–10:45\nlunch 11:40–12:25\nspecials 1:25–2:10',
    },
    sees(rivera, /Lunch every day 11:40–12:25/),
  );

  await scene.transcript.inBrief(() => theOthers(scene));
};

const theOthers = async (scene: Scene): Promise<void> => {
  const { maya, jonah, okafor } = castOf(scene);
  scene.transcript.say('The others, on Slack, tell theirs: PushIn writes to everybody around these times.');
  await scene.types(
    okafor,
    '/pushin routine lunch 11:20-12:05, centers Tue and Fri 1-1:45',
    sees(okafor, /Lunch every day 11:20–12:05\nCenters Tue Fri 1:00–1:45/),
  );
  await scene.types(okafor, '/pushin settings', sees(okafor, /When I may write to you/));
  await scene.taps(okafor, 'Change', /When I may write to you/, sees(okafor, /When may I write/));
  await scene.fills(
    okafor,
    { 'Before the first bell': '30 minutes before', 'After the last bell': 'Not at all' },
    sees(okafor, /until the last, on school days/),
  );
  await scene.types(maya, '/pushin routine groups Fri 11-12:10', sees(maya, /Fri 11:00–12:10/));
  await scene.types(jonah, '/pushin routine groups Mon 7:30-8:30', sees(jonah, /Mon 7:30–8:30/));
};
