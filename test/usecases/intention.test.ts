import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { intentionOf } from '../../src/store/intentions.ts';
import { keepNextTry, nextTryOf } from '../../src/store/next-tries.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, got, labels, lastOf, settleRoom12, stored, tapAction } from './scenes.ts';

const tuesday = '2026-12-01';
let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const openForm = async () => {
  const question = lastOf(school, 'Maya Brooks', 'intention');
  const label = question.card.actions[0]?.label ?? '';
  const answer = await school.tap('Maya Brooks', school.shown(question.ref, 'intention'), label);
  if (answer.kind !== 'form') throw new Error('no form');
  return answer.form;
};
const picksOf = async (): Promise<string[]> => {
  const pick = (await openForm()).fields.find((field) => field.name === 'pick');
  return pick?.kind === 'choice' ? pick.options.map(({ label }) => label) : [];
};
const planned = () =>
  stored(school, async (trx) => {
    const [visit] = await trx.selectFrom('visits').select(['id', 'pairing_id as pairingId']).execute();
    return visit && { ...visit, intention: await intentionOf(trx, visit.id) };
  });

describe('what a therapist has in mind', () => {
  test('is asked in her last stretch without students before the visit, once', async () => {
    await school.says('Maya Brooks', 'routine groups every day 8:15-8:50');
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await school.moveTo(at(tuesday, '07:30'));
    expect(got(school, 'Maya Brooks', 'intention')).toEqual([]);
    await school.moveTo(at(tuesday, '09:20'));
    expect(got(school, 'Maya Brooks', 'intention').map((sent) => sent.at)).toEqual([at(tuesday, '07:40')]);
  });

  test('is a pick from the playbook: two or three moves for this work in that activity', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await school.moveTo(at(tuesday, '08:00'));
    expect(await picksOf()).toEqual([
      'Warm up ten fingers: pinch, push, pull, then pencils up',
      'Slant the work on a two-inch binder; check feet flat, paper tilted',
      'Broken crayon or golf pencil, so that only three fingers fit',
    ]);
    const { ref } = await openForm();
    await school.submits(
      'Maya Brooks',
      'intention',
      { pick: 'Half of it is enough', shelf: '', own: '' },
      ref,
    );
    expect((await planned())?.intention).toEqual({ focus: 'fine_motor', approach: 'Half of it is enough' });
    const card = school.shown(lastOf(school, 'Maya Brooks', 'intention').ref, 'intention');
    expect(school.text(card)).toContain('You have a plan.');
    expect(school.text(card)).not.toContain('Half of it');
  });

  test('begins with what the last visit left to try, which is then taken', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const { pairingId = '', id = '' } = (await planned()) ?? {};
    const words = `Slant board from the start, and the short pencil only for the second half of the page`;
    await stored(school, (trx) =>
      keepNextTry(trx, { pairingId, focus: 'handwriting', words }, school.clock.now()),
    );
    await school.moveTo(at(tuesday, '08:00'));
    expect((await picksOf())[0]).toMatch(/^Left to try: Slant board/);
    await school.submits('Maya Brooks', 'intention', { pick: words.slice(0, 75), shelf: '', own: '' }, id);
    expect((await planned())?.intention).toEqual({ focus: 'handwriting', approach: words });
    expect(await stored(school, (trx) => nextTryOf(trx, pairingId))).toBeUndefined();
  });

  test('is one tap the next time: as last time, or what was left to try', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
    await school.moveTo(at(tuesday, '08:00'));
    expect(labels(lastOf(school, 'Maya Brooks', 'intention').card)).toEqual(['Pick a plan']);
    const { ref } = await openForm();
    await school.submits('Maya Brooks', 'intention', { pick: 'Half of it', shelf: '', own: '' }, ref);
    await school.moveTo(at('2026-12-03', '08:00'));
    const question = lastOf(school, 'Maya Brooks', 'intention');
    const kept = await school.tap('Maya Brooks', question.card, 'As last time', question.ref);
    expect(school.text(school.cardOf(kept))).toContain('You have a plan.');
    const plans = await stored(school, (trx) => trx.selectFrom('intentions').select('approach').execute());
    expect(plans.map(({ approach }) => approach)).toEqual(['Half of it', 'Half of it']);
    const again = question.card.actions[1];
    if (!again) throw new Error('no button');
    expect(school.cardOf(await tapAction(school, 'Jonah Price', again)).kind).toBe('outdated');
  });

  test('missing, marks the visit in her week and on its card, and keeps nobody from coming', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    expect(school.text(await school.says('Maya Brooks', 'week'))).toContain('Ms. Rivera · no plan yet');
    const status = school.shown(lastOf(school, 'Maya Brooks', 'visit-status').ref, 'visit-status');
    expect(school.text(status)).toContain('No plan yet.');
    await school.moveTo(at(tuesday, '09:40'));
    expect(school.text(await school.says('Maya Brooks', 'log'))).toContain('Room 12');
  });

  test('can be read in the room, and not changed any more', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const { id = '' } = (await planned()) ?? {};
    await school.submits('Maya Brooks', 'intention', { pick: 'Half of it', shelf: '', own: '' }, id);
    school.setTo(at(tuesday, '09:02'));
    const open = { name: 'intention.open', ref: id, label: '' };
    const card = school.cardOf(await tapAction(school, 'Maya Brooks', open));
    expect(school.text(card)).toContain('Half of it');
    expect(labels(card)).toEqual([]);
  });

  test('of a visit that is over is not asked any more, and no card has a button for what cannot be', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await school.moveTo(at(tuesday, '09:40'));
    const outcome = await school.says('Maya Brooks', 'log');
    await school.tap('Maya Brooks', outcome, 'As planned');
    await school.sendOnly();
    const stands = [
      [lastOf(school, 'Maya Brooks', 'intention'), 'intention'],
      [lastOf(school, 'Maya Brooks', 'visit-status'), 'visit-status'],
      [lastOf(school, 'Ms. Rivera', 'visit'), 'visit'],
    ] as const;
    for (const [sent, kind] of stands) expect(labels(school.shown(sent.ref, kind))).toEqual([]);
  });

  test('is nobody else’s to see or to set, and not asked about a visit that was taken back', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const { id = '' } = (await planned()) ?? {};
    for (const name of ['Ms. Rivera', 'Jonah Price'] as const) {
      const answer = await school.submits(name, 'intention', { pick: 'mine' }, id);
      expect(school.cardOf(answer).kind).toBe('outdated');
    }
    const status = lastOf(school, 'Maya Brooks', 'visit-status');
    await school.tap('Maya Brooks', school.shown(status.ref, 'visit-status'), 'I can’t come', status.ref);
    await school.moveTo(at(tuesday, '09:20'));
    expect(got(school, 'Maya Brooks', 'intention')).toEqual([]);
  });

  test('an empty form is asked once more, in place', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const { id = '' } = (await planned()) ?? {};
    const answer = await school.submits('Maya Brooks', 'intention', { pick: '', shelf: '', own: ' ' }, id);
    expect(answer).toMatchObject({ kind: 'faults', faults: { pick: expect.stringContaining('pick one') } });
  });
});
