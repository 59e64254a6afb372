import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(at('2026-11-27', '15:30'));
});
afterAll(() => school.close());

test('probe', async () => {
  const teachers = await school.act('Maya Brooks', { kind: 'words', text: 'pair' });
  const form = teachers.kind === 'form' ? teachers.form : undefined;
  const options = form?.fields.find((f) => f.name === 'teacher');
  const id = options?.kind === 'choice' ? options.options.find((o) => o.label.includes('Rivera'))?.value : '';
  const id7 =
    options?.kind === 'choice' ? options.options.find((o) => o.label.includes('Okafor'))?.value : '';
  const base = { newTeacher: '', room: '', count: '2', minutes: '30', period: 'week', keep: [] };
  console.log(
    JSON.stringify(
      await school.submits('Maya Brooks', 'pair', {
        ...base,
        teacher: id ?? '',
        focuses: ['fine_motor'],
        students: 'K., Otter',
      }),
    ),
  );
  console.log(
    JSON.stringify(
      await school.submits('Jonah Price', 'pair', {
        ...base,
        teacher: id ?? '',
        focuses: ['articulation', 'language'],
        students: 'Otter',
      }),
    ),
  );
  console.log(
    JSON.stringify(
      await school.submits('Maya Brooks', 'pair', {
        ...base,
        teacher: id7 ?? '',
        focuses: ['fine_motor'],
        students: 'B.',
      }),
    ),
  );
  for (const m of school.inbox('Ms. Rivera')) await school.tap('Ms. Rivera', m.card, 'Yes, let’s try', m.ref);
  for (const m of school.inbox('Mr. Okafor')) await school.tap('Mr. Okafor', m.card, 'Yes, let’s try', m.ref);
  console.log(
    school.text(
      await school.says(
        'Ms. Rivera',
        'routine centers Tue and Thu 10–10:45, writing every day 9–9:40, specials 1:25, lunch every day 11:40-12:25',
      ),
    ),
  );
  console.log(school.text(await school.says('Maya Brooks', 'ask Room 12 Tuesday 2:15')));
  await school.moveTo(at('2026-11-30', '07:45'));
  for (const m of school.sent)
    console.log(
      m.to,
      new Date(m.at).toISOString(),
      school.text(m.card),
      '\n   now:',
      school.text(school.shown(m.ref)),
      m.card.actions.map((a) => a.label).join(' | '),
    );
  console.log(school.text(await school.says('Maya Brooks', 'schedule')));
  console.log(school.text(await school.says('Ms. Rivera', 'writing til 1040')));
  console.log(school.text(await school.says('Ms. Rivera', 'we have the math test thu 10-10:45 sorry')));
  const card = await school.says('Maya Brooks', 'schedule');
  console.log(school.text(card), JSON.stringify(card.parts[0]));
});
