import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MINUTE } from '../../src/core/time.ts';
import { fc } from '../setup/properties.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, got, idOf, labels, lastOf, pair, stored, tapAction } from './scenes.ts';

const monday = '2026-11-30';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await pair(school, 'Maya Brooks', 'Ms. Rivera');
  await school.says('Ms. Rivera', 'routine lunch every day 11:40-12:25');
});
afterAll(() => school.close());

const share = async (words: string): Promise<void> => {
  const strategies = await school.says('Maya Brooks', 'strategies');
  const form = formOf(await school.tap('Maya Brooks', strategies, 'Share something'));
  const [where] = form.fields;
  const pairing = where?.kind === 'choice' ? (where.value ?? '') : '';
  const readers = [await idOf(school, 'Ms. Rivera')];
  await school.submits('Maya Brooks', form.name, { pairing, idea: '', words, cue: '', readers });
};
const toTry = () => lastOf(school, 'Ms. Rivera', 'strategy').ref;
const kindsShown = () => [school.shown(toTry(), 'strategy').kind, school.shown(toTry(), 'after-class').kind];
const open = ['strategy', 'none'];
const closed = ['none', 'after-class'];

describe('a card that says more than who comes and when', () => {
  beforeEach(() => share('Two breaths before the change'));

  test('closes before the class comes in, opens at lunch, and closes again after it', async () => {
    expect(kindsShown()).toEqual(open);
    for (const [clock, shown] of [
      ['8:05', open],
      ['8:09', closed],
      ['10:00', closed],
      ['11:41', open],
      ['12:24', closed],
      ['14:46', open],
    ] as const) {
      school.setTo(at(monday, clock));
      await school.tick();
      expect([clock, kindsShown()]).toEqual([clock, shown]);
    }
  });

  test('says then only that something waits', async () => {
    school.setTo(at(monday, '9:00'));
    await school.tick();
    const card = school.shown(toTry(), 'after-class');
    expect([card.push, school.text(card)]).toEqual([
      'PushIn, after class',
      'For after class\nIt opens by itself when your students have left.',
    ]);
    expect(labels(card)).toEqual(['Open now']);
  });

  test('opens at a tap all the same, works, and closes again five minutes later', async () => {
    school.setTo(at(monday, '9:00'));
    await school.tick();
    const message = toTry();
    const opened = await school.tap('Ms. Rivera', school.shown(message, 'after-class'), 'Open now', message);
    const read = await school.tap('Ms. Rivera', school.cardOf(opened), 'Read', message);
    expect(school.text(school.cardOf(read))).toContain('Two breaths');
    for (const [clock, shown] of [
      ['9:04', open],
      ['9:05', closed],
    ] as const) {
      school.setTo(at(monday, clock));
      await school.tick();
      expect(kindsShown()).toEqual(shown);
    }
  });

  test('is opened by nobody else', async () => {
    school.setTo(at(monday, '9:00'));
    await school.tick();
    const [button] = school.shown(toTry(), 'after-class').actions;
    if (!button) throw new Error('no button');
    for (const name of ['Mr. Okafor', 'Maya Brooks'] as const)
      expect(school.cardOf(await tapAction(school, name, button)).kind).toBe('outdated');
    expect(kindsShown()).toEqual(closed);
  });

  test('follows a day that is said to go otherwise while it lies there', async () => {
    school.setTo(at(monday, '11:45'));
    await school.tick();
    expect(kindsShown()).toEqual(open);
    await school.says('Ms. Rivera', 'routine indoor recess Mon 11:40-12:25, centers Mon 11:40-12:25');
    await school.tick();
    expect(kindsShown()).toEqual(closed);
  });
});

test('a question about the week stays as it is: it names adults, a room and an hour', async () => {
  await school.says('Ms. Rivera', 'routine centers Tue 10-10:45');
  await school.tick();
  const { ref } = lastOf(school, 'Ms. Rivera', 'ask');
  school.setTo(at(monday, '9:00'));
  await school.tick();
  expect(school.shown(ref, 'ask').kind).toBe('ask');
});

test('a settled card is left alone: it asks for nothing', async () => {
  await school.says('Ms. Rivera', 'I need a hand with scissors');
  const asked = lastOf(school, 'Maya Brooks', 'request');
  await school.tap('Maya Brooks', asked.card, 'I’m on it', asked.ref);
  const { ref } = lastOf(school, 'Ms. Rivera', 'request-status');
  school.setTo(at(monday, '9:00'));
  await school.tick();
  expect(school.shown(ref, 'request-status').title).toBe('Maya Brooks is on it');
});

/** Ms. Rivera’s day told once more, by hand: class from 8:10 to 14:45 but for lunch, and two minutes before each. */
const classIsThere = (minute: number): boolean =>
  (minute >= 488 && minute < 700) || (minute >= 743 && minute < 885);

test('at whatever minutes somebody looks, no card of that kind stands open in front of a class', async () => {
  await share('Two breaths before the change');
  await school.says('Ms. Rivera', 'routine centers Tue 10-10:45');
  const steps = fc.array(fc.integer({ min: 1, max: 190 }), { minLength: 8, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (minutes) => {
      school.setTo(at(monday, '7:45'));
      // The day begins anew, which it does nowhere else.
      await stored(school, (trx) => trx.updateTable('outbox').set({ bell_at: null }).execute());
      await school.tick();
      for (const step of minutes) {
        school.setTo(school.clock.now() + step * MINUTE);
        await school.tick();
        const { date, minute } = school.wall();
        const isClass = date < '2026-12-05' && classIsThere(minute);
        expect([date, minute, kindsShown()]).toEqual([date, minute, isClass ? closed : open]);
      }
    }),
    { numRuns: 3 },
  );
  expect(got(school, 'Ms. Rivera', 'after-class')).toEqual([]);
});
