import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nextTryOf } from '../../src/store/next-tries.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, formOf, got, labels, settleRoom12, stored, tapAction } from './scenes.ts';

const tuesday = '2026-12-01';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
});
afterAll(() => school.close());

const asked = () => got(school, 'Maya Brooks', 'visit-outcome');
const visits = () => stored(school, (trx) => trx.selectFrom('visits').selectAll().execute());
const over = async () => {
  await school.moveTo(at(tuesday, '9:45'));
  const [question] = asked();
  if (!question) throw new Error('nobody asked how it went');
  return question;
};

describe('when a visit is over', () => {
  test('its therapist is asked once, in her next free minute, and nobody else', async () => {
    await school.moveTo(at(tuesday, '9:29'));
    expect(asked()).toEqual([]);
    await school.moveTo(at(tuesday, '9:30'));
    await school.moveTo(at(tuesday, '14:00'));
    expect(asked().map(({ at: when }) => when)).toEqual([at(tuesday, '9:30')]);
    expect(got(school, 'Ms. Rivera', 'visit-outcome')).toEqual([]);
  });

  test('not while she is with her next group', async () => {
    await school.says('Maya Brooks', 'routine groups every day 9:30-10:30');
    await school.moveTo(at(tuesday, '9:30'));
    await school.moveTo(at(tuesday, '14:00'));
    expect(asked().map(({ at: when }) => when)).toEqual([at(tuesday, '10:30')]);
  });

  test('one tap is enough, and the card says what it counted', async () => {
    const { card, ref } = await over();
    expect([card.push, labels(card)]).toEqual([
      'How did the visit go?',
      ['As planned', 'Adapted', 'Could not'],
    ]);
    await school.tap('Maya Brooks', card, 'As planned', ref);
    expect(school.text(school.shown(ref))).toBe(
      'Room 12, Tuesday 9:00–9:30 · as planned\n30 minutes delivered.',
    );
  });

  test('“Could not” takes a second tap for the reason', async () => {
    const { card, ref } = await over();
    await school.tap('Maya Brooks', card, 'Could not', ref);
    expect(labels(school.shown(ref))).toContain('A test');
    await school.tap('Maya Brooks', school.shown(ref), 'A test', ref);
    expect(school.text(school.shown(ref))).toContain('30 minutes displaced: a test.');
    const [visit] = await visits();
    expect([visit?.outcome, visit?.reason]).toEqual(['could_not', 'test']);
  });

  test('any other reason is in a list', async () => {
    const { card, ref } = await over();
    await school.tap('Maya Brooks', card, 'Could not', ref);
    const form = formOf(await school.tap('Maya Brooks', school.shown(ref), 'Another reason', ref));
    expect(await school.submits('Maya Brooks', form.name, { reason: '' }, form.ref)).toMatchObject({
      kind: 'faults',
    });
    const saved = school.cardOf(
      await school.submits('Maya Brooks', form.name, { reason: 'student_declined' }, form.ref),
    );
    expect(school.text(saved)).toContain('30 minutes displaced: student declined.');
  });

  test('a slip of the finger is mended', async () => {
    const { card, ref } = await over();
    await school.tap('Maya Brooks', card, 'Could not', ref);
    await school.tap('Maya Brooks', school.shown(ref), 'A test', ref);
    await school.tap('Maya Brooks', school.shown(ref), 'Change', ref);
    await school.tap('Maya Brooks', school.shown(ref), 'Adapted', ref);
    const [visit] = await visits();
    expect([visit?.outcome, visit?.reason]).toEqual(['adapted', null]);
  });

  test('an old button changes nothing', async () => {
    const { card, ref } = await over();
    await school.tap('Maya Brooks', card, 'As planned', ref);
    const late = school.cardOf(await school.tap('Maya Brooks', card, 'Could not', ref));
    expect(school.text(late)).toContain('That was settled already.');
    expect((await visits()).map(({ outcome }) => outcome)).toEqual(['as_planned']);
  });

  test('only its own therapist records it, and not before its end', async () => {
    const { card } = await over();
    const [asPlanned] = card.actions;
    if (!asPlanned) throw new Error('no button');
    for (const name of ['Jonah Price', 'Ms. Rivera'] as const)
      expect(school.cardOf(await tapAction(school, name, asPlanned)).kind).toBe('outdated');
    school.setTo(at(tuesday, '9:15'));
    expect(school.cardOf(await tapAction(school, 'Maya Brooks', asPlanned)).kind).toBe('outdated');
  });

  test('“log” brings the same question, and the card that was sent changes too', async () => {
    expect((await school.says('Maya Brooks', 'log')).title).toBe('Nothing to record');
    const { ref } = await over();
    const log = await school.says('Maya Brooks', 'log');
    await school.tap('Maya Brooks', log, 'Adapted');
    await school.tick();
    expect(school.shown(ref).title).toContain('adapted');
    expect((await school.says('Maya Brooks', 'log')).title).toBe('Nothing to record');
  });

  test('who records it by “log” before the question came is not asked', async () => {
    await school.says('Maya Brooks', 'routine groups every day 9:30-10:30');
    school.setTo(at(tuesday, '9:31'));
    await school.tick();
    await school.tap('Maya Brooks', await school.says('Maya Brooks', 'log'), 'As planned');
    await school.moveTo(at(tuesday, '11:00'));
    expect(asked()).toEqual([]);
  });
});

describe('the note of a visit', () => {
  const taps = {
    found: ['upset'],
    did: ['calmed_together', 'modeled'],
    consult: '5',
    tally: '4 of 5',
    prompt: 'words',
    next: 'The timer before, not after',
  };
  const begin = async () => {
    const { card, ref } = await over();
    await school.tap('Maya Brooks', card, 'Adapted', ref);
    return formOf(await school.tap('Maya Brooks', school.shown(ref), 'Add a note', ref));
  };
  const make = async (values = taps) => {
    const form = await begin();
    return school.submits('Maya Brooks', form.name, values, form.ref);
  };

  test('is made from taps: planned, found, did, consulted', async () => {
    const kept = school.cardOf(await make());
    const form = formOf(await school.tap('Maya Brooks', kept, 'Read the note'));
    expect(form.fields[0]).toMatchObject({
      value: [
        'Planned: fine motor during writing, 30 minutes, with K. and Otter.',
        'Found: somebody was upset.',
        'Did: calmed down together first and modeled it for the adults.',
        'Counted: 4 of 5, with words.',
        'Consulted: 5 minutes with Ms. Rivera, apart from the minutes above.',
        'Test next time: The timer before, not after',
      ].join('\n'),
    });
  });

  test('can be changed by hand, and stays so', async () => {
    const kept = school.cardOf(await make());
    const form = formOf(await school.tap('Maya Brooks', kept, 'Read the note'));
    await school.submits('Maya Brooks', form.name, { words: 'In my own words.' }, form.ref);
    const again = formOf(await school.tap('Maya Brooks', kept, 'Read the note'));
    expect(again.fields[0]).toMatchObject({ value: 'In my own words.' });
  });

  test('is opened with a trace of who did', async () => {
    const kept = school.cardOf(await make());
    await school.tap('Maya Brooks', kept, 'Read the note');
    const [visit] = await visits();
    expect(await stored(school, (trx) => trx.selectFrom('note_reads').selectAll().execute())).toMatchObject([
      { member_id: visit?.therapist_id, what: 'visit note', subject_id: visit?.id },
    ]);
  });

  test('stands on no card, and nobody else opens it', async () => {
    const kept = school.cardOf(await make());
    for (const { card } of school.sent) {
      expect(school.text(card)).not.toMatch(/Otter|timer|upset/);
      expect(card.push).not.toMatch(/Otter|timer|upset/);
    }
    expect(school.text(kept)).not.toMatch(/Otter|timer|upset/);
    const [read] = kept.actions;
    if (!read) throw new Error('no button');
    expect(school.cardOf(await tapAction(school, 'Jonah Price', read)).kind).toBe('outdated');
  });

  test('carries over what to test next time', async () => {
    await make();
    const [visit] = await visits();
    expect((await stored(school, (trx) => nextTryOf(trx, visit?.pairing_id ?? '')))?.words).toBe(taps.next);
  });

  test.each(['a few', '6 of 5', '1 of 0'])('does not take “%s” for a tally', async (tally) => {
    expect(await make({ ...taps, tally })).toMatchObject({ kind: 'faults', faults: { tally: /4 of 5/ } });
  });
});
