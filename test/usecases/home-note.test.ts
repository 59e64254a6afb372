import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, idOf, labels, lastOf, office, openOffice, pair, tapAction } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await openOffice(school);
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
  const form = formOf(
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'strategies'), 'Share something'),
  );
  const [where] = form.fields;
  await school.submits('Maya Brooks', form.name, {
    pairing: (where?.kind === 'choice' && where.value) || '',
    words: 'One line at a time',
    cue: 'One, then the next',
    readers: [await idOf(school, 'Ms. Rivera')],
  });
  const { card } = lastOf(school, 'Ms. Rivera', 'strategy');
  await school.tap('Ms. Rivera', school.cardOf(await school.tap('Ms. Rivera', card, 'Read')), 'Helped');
});
afterAll(() => school.close());

const button = { name: 'home-note.open', label: '', ref: '' };
const allow = () => school.submits(office, 'home-notes', { on: 'on' });
const open = async () => formOf(await tapAction(school, 'Maya Brooks', button));

describe('a note for home', () => {
  test('is offered to nobody until the coordinator has turned it on', async () => {
    expect(labels(await school.says('Maya Brooks', 'strategies'))).not.toContain('A note for home');
    expect(school.cardOf(await tapAction(school, 'Maya Brooks', button)).kind).toBe('home-notes');
    expect(labels(await school.says(office, 'minutes'))).toContain('Notes for home');
    await allow();
    expect(labels(await school.says('Maya Brooks', 'strategies'))).toContain('A note for home');
    const refused = school.cardOf(await school.submits('Maya Brooks', 'home-notes', { on: 'off' }));
    expect(refused.kind).toBe('only-coordinators');
  });

  test('is made from what helped, approved by the therapist, and sent to nobody', async () => {
    await allow();
    const form = await open();
    const [note] = form.fields;
    const words = (note?.kind === 'text' && note.value) || '';
    expect(words).toContain('- One line at a time We say “One, then the next”.');
    const before = school.sent.length;
    const approved = school.cardOf(await school.submits('Maya Brooks', form.name, { words }));
    expect(school.text(approved)).toContain(words);
    expect(school.sent).toHaveLength(before);
  });

  test('shows its writer a name of another child before it is approved', async () => {
    await allow();
    const words = 'Otter and K. like the quiet corner';
    const answer = await school.submits('Maya Brooks', 'home-note', { words });
    expect(answer).toMatchObject({ kind: 'faults', faults: { words: expect.stringContaining('“Otter”') } });
    await school.submits('Maya Brooks', 'home-note', { words: '' });
  });
});
