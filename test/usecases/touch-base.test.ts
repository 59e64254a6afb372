import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, type Name, openMapleStreet, type Sent } from './maple-street.ts';
import {
  agreeVisit,
  beforeSchool,
  got,
  labels,
  office,
  openOffice,
  pair,
  stored,
  tapAction,
} from './scenes.ts';

const friday = '2026-12-04';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
});
afterAll(() => school.close());

const toFriday = (clock: string) => school.moveTo(at(friday, clock));
const about = (name: Name): Sent[] =>
  school.inbox(name).filter((sent) => sent.card.kind.startsWith('touch-base'));
const first = (name: Name): Sent => {
  const [message] = about(name);
  if (!message) throw new Error(`${name} heard of no touch-base`);
  return message;
};
const sayYes = (name: Name) => school.tap(name, first(name).card, 'Yes', first(name).ref);

describe('five minutes when both are free of students', () => {
  beforeEach(async () => {
    await school.says('Ms. Rivera', 'routine lunch every day 11:40-12:25');
  });

  test('are found on Friday, and both are asked once', async () => {
    await toFriday('07:35');
    expect(about('Maya Brooks')).toEqual([]);
    await toFriday('08:00');
    expect(first('Ms. Rivera').card.title).toBe('5 minutes with Maya Brooks, Friday at 11:40?');
    expect(first('Maya Brooks').card.title).toBe('5 minutes with Ms. Rivera, Friday at 11:40?');
    for (let again = 0; again < 3; again++) await school.tick();
    await toFriday('11:00');
    expect(about('Ms. Rivera')).toHaveLength(1);
    expect(about('Maya Brooks')).toHaveLength(1);
    expect(await stored(school, (trx) => trx.selectFrom('touch_bases').selectAll().execute())).toHaveLength(
      1,
    );
  });

  test('are agreed when both say yes, and both are reminded when no students are there', async () => {
    await toFriday('08:00');
    await sayYes('Ms. Rivera');
    expect(school.shown(first('Ms. Rivera').ref, 'touch-base').title).toBe(
      'Friday at 11:40 with Maya Brooks',
    );
    await sayYes('Maya Brooks');
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(school.text(school.shown(first(name).ref, 'touch-base'))).toMatch(
        /it’s set\n(?:.*\n)*Add it to my calendar: https:\/\/pushin\.example\/calendar\//,
      );
    await toFriday('12:00');
    expect(got(school, 'Ms. Rivera', 'touch-base-reminder').map((sent) => sent.at)).toEqual([
      at(friday, '11:40'),
    ]);
    expect(got(school, 'Maya Brooks', 'touch-base-reminder').map((sent) => sent.at)).toEqual([
      at(friday, '11:35'),
    ]);
  });

  test('become three written questions when one of them says not this week', async () => {
    await toFriday('08:00');
    await sayYes('Ms. Rivera');
    await school.tap('Maya Brooks', first('Maya Brooks').card, 'Not this week', first('Maya Brooks').ref);
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(labels(school.shown(first(name).ref, 'touch-base'))).toEqual(['Answer in writing']);
    await toFriday('12:00');
    expect(got(school, 'Ms. Rivera', 'touch-base-reminder')).toEqual([]);
  });

  test('move when the day changes under them, and both are asked anew', async () => {
    await openOffice(school);
    await toFriday('08:00');
    await sayYes('Ms. Rivera');
    await sayYes('Maya Brooks');
    await school.says(office, 'early release today at 10:30');
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(school.shown(first(name).ref, 'touch-base').title).toMatch(/Friday at 10:30\?$/);
    const [row] = await stored(school, (trx) => trx.selectFrom('touch_bases').selectAll().execute());
    expect(row?.calendar_key).toBeNull();
    await toFriday('12:00');
    expect(got(school, 'Ms. Rivera', 'touch-base-reminder')).toEqual([]);
    expect(about('Maya Brooks')).toHaveLength(2);
  });

  test('become three written questions when one of them goes home sick', async () => {
    await toFriday('08:00');
    await school.says('Maya Brooks', 'out sick today');
    expect(labels(school.shown(first('Ms. Rivera').ref, 'touch-base'))).toEqual(['Answer in writing']);
  });

  test('without both answers bring no reminder', async () => {
    await toFriday('08:00');
    await sayYes('Ms. Rivera');
    await toFriday('12:30');
    expect(got(school, 'Ms. Rivera', 'touch-base-reminder')).toEqual([]);
  });

  test('are theirs: nobody else can answer, read or write', async () => {
    await toFriday('08:00');
    const [yes] = first('Ms. Rivera').card.actions;
    if (!yes) throw new Error('no button');
    for (const action of [yes, { ...yes, name: 'touch-base.write' }, { ...yes, name: 'touch-base.read' }])
      expect(school.cardOf(await tapAction(school, 'Jonah Price', action)).kind).toBe('outdated');
    const written = await school.submits('Jonah Price', 'touch-base.write', { worked: 'hm' }, yes.ref);
    expect(school.cardOf(written).kind).toBe('outdated');
  });

  test('can no longer be agreed once they have passed', async () => {
    await toFriday('08:00');
    school.setTo(at(friday, '12:00'));
    await sayYes('Ms. Rivera');
    await sayYes('Maya Brooks');
    const [row] = await stored(school, (trx) => trx.selectFrom('touch_bases').selectAll().execute());
    expect([row?.teacher_says, row?.therapist_says]).toEqual([null, null]);
    const late = school.shown(first('Ms. Rivera').ref, 'touch-base');
    expect(late.title).toBe('Friday at 11:40 with Maya Brooks has passed');
    expect(labels(late)).toEqual(['Answer in writing']);
    expect(school.text(await school.says('Ms. Rivera', 'touchbase'))).toContain('in writing this week.');
  });

  test('stand in “touchbase” as they are', async () => {
    const says = async () => school.text(await school.says('Maya Brooks', 'touchbase'));
    expect(await says()).toContain('Ms. Rivera: I look for five minutes at the end of the week.');
    await toFriday('08:00');
    expect(await says()).toContain('waiting for both to say yes');
    await sayYes('Ms. Rivera');
    await sayYes('Maya Brooks');
    expect(await says()).toContain('agreed');
  });
});

describe('without a common gap', () => {
  beforeEach(async () => {
    await school.says('Maya Brooks', 'routine groups every day 8-3:45');
    await toFriday('08:10');
  });
  const writeFrom = async (name: Name, words: string, asIs: readonly string[] = []) => {
    const opened = await school.tap(name, first(name).card, 'Answer in writing', first(name).ref);
    if (opened.kind !== 'form') throw new Error('no form');
    const written = { worked: words, hard: '', next: '', 'as-is': asIs };
    return school.submits(name, 'touch-base.write', written, opened.form.ref);
  };

  test('both get three short questions instead', () => {
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const)
      expect(first(name).card.push).toBe('Three short questions about the week');
  });

  test('the words reach the partner behind a tap, never on the card’s first face', async () => {
    const words = 'Otter stayed for all of it';
    const fault = expect.stringContaining('“Otter” (a student)');
    expect(await writeFrom('Maya Brooks', words)).toMatchObject({ faults: { worked: fault } });
    expect(await writeFrom('Maya Brooks', words, ['yes'])).toMatchObject({ kind: 'card' });
    await toFriday('15:00');
    const [notes] = got(school, 'Ms. Rivera', 'touch-base-notes');
    if (!notes) throw new Error('no notes');
    expect(`${notes.card.push} ${school.text(notes.card)}`).not.toContain('Otter');
    const read = school.cardOf(await school.tap('Ms. Rivera', notes.card, 'Read', notes.ref));
    expect(school.text(read)).toContain('Worked: Otter stayed for all of it');
  });

  test('are read no more once the pair is over', async () => {
    await writeFrom('Maya Brooks', 'The timer');
    const { id: ref } = await stored(school, async (trx) => {
      await trx.updateTable('pairings').set({ state: 'ended' }).execute();
      return trx.selectFrom('touch_bases').select('id').executeTakeFirstOrThrow();
    });
    const read = { name: 'touch-base.read', label: '', ref };
    expect(school.cardOf(await tapAction(school, 'Ms. Rivera', read)).kind).toBe('outdated');
    await toFriday('16:00');
    expect(got(school, 'Ms. Rivera', 'touch-base-notes')).toEqual([]);
  });

  test('empty answers are sent back with a sentence', async () => {
    expect(await writeFrom('Ms. Rivera', '  ')).toEqual({
      kind: 'faults',
      faults: { worked: 'Please write a few words to at least one question.' },
    });
  });

  test('the next week has a touch-base of its own', async () => {
    await school.moveTo(at('2026-12-11', '08:10'));
    const weeks = await stored(school, (trx) => trx.selectFrom('touch_bases').select('iso_week').execute());
    expect(weeks.map((row) => row.iso_week).sort()).toEqual(['2026-W49', '2026-W50']);
  });
});

test('somebody without a pairing has nobody to touch base with yet', async () => {
  expect((await school.says('Jonah Price', 'touchbase')).title).toBe('Nobody to touch base with yet');
});

describe('what became of the five minutes', () => {
  beforeEach(async () => {
    await school.says('Ms. Rivera', 'routine writing every day 9-9:40, lunch every day 11:40-12:25');
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await school.moveTo(at('2026-12-01', '9:30'));
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), 'Adapted');
    await toFriday('08:00');
  });
  const agree = async () => {
    await sayYes('Ms. Rivera');
    await sayYes('Maya Brooks');
  };
  const card = (name: Name) => school.shown(first(name).ref, 'touch-base');

  test('their card brings what there is to talk about', async () => {
    await agree();
    expect(school.text(card('Ms. Rivera'))).toContain(
      'To talk about:\n• Tue, Dec 1 at 9:00 didn’t go as planned.\n• No next visit is agreed yet.',
    );
  });

  test('“We talked” ends it for both', async () => {
    await agree();
    await toFriday('12:00');
    const reminder = got(school, 'Maya Brooks', 'touch-base-reminder')[0];
    if (!reminder) throw new Error('no reminder');
    await school.tap('Maya Brooks', reminder.card, 'We talked', reminder.ref);
    await school.tick();
    expect(card('Ms. Rivera').title).toBe('You talked with Maya Brooks');
    expect(school.text(await school.says('Ms. Rivera', 'touchbase'))).toContain('you talked.');
  });

  test('a missed one moves to the next school day, once, and then into writing', async () => {
    await agree();
    await toFriday('13:00');
    const { card: old, ref } = first('Ms. Rivera');
    await school.tap('Ms. Rivera', old, 'Yes', ref);
    await school.tap('Ms. Rivera', card('Ms. Rivera'), 'We missed it', ref);
    await school.moveTo(at('2026-12-07', '08:00'));
    const again = about('Maya Brooks').at(-1);
    expect(again?.card.title).toMatch(/^5 minutes with Ms. Rivera, Monday at/);
    await school.moveTo(at('2026-12-08', '16:00'));
    expect(about('Maya Brooks').at(-1)).toEqual(again);
  });

  test('one that only one of them saw is tried once more', async () => {
    await sayYes('Maya Brooks');
    await school.moveTo(at('2026-12-07', '08:00'));
    expect(about('Ms. Rivera').at(-1)?.card.title).toMatch(/^5 minutes with Maya Brooks, Monday at/);
  });
});
