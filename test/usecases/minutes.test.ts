import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { noteMinutes } from '../../src/store/minutes.ts';
import { sayMandate } from '../../src/store/pairing-mandates.ts';
import { invite, settlePairing } from '../../src/store/pairings.ts';
import { schools } from '../../src/store/schools.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, formOf, office, openOffice, settleRoom12, stored } from './scenes.ts';

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

const minutes = async () => school.text(await school.says('Maya Brooks', 'minutes'));
const record = async (clock: string, ...taps: string[]) => {
  school.setTo(at(tuesday, clock));
  let card = await school.says('Maya Brooks', 'log');
  for (const label of taps) card = school.cardOf(await school.tap('Maya Brooks', card, label));
};
const open = async (button: string) =>
  formOf(await school.tap('Maya Brooks', await school.says('Maya Brooks', 'minutes'), button));
const pairingId = async () => {
  const rows = await stored(school, (trx) => trx.selectFrom('pairings').select(['id', 'focuses']).execute());
  return rows.find(({ focuses }) => focuses.includes('fine_motor'))?.id ?? '';
};

describe('“minutes”', () => {
  test('puts every mandated minute into one column, and follows the day', async () => {
    expect(await minutes()).toContain(
      'Room 12, Ms. Rivera · 2 × 30 minutes a week\nThis week: 60 minutes = 60 still open.',
    );
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
    expect(await minutes()).toContain('60 minutes = 60 planned.\nOn pace.');
    await record('9:30', 'As planned');
    expect(await minutes()).toContain('60 minutes = 30 delivered + 30 planned.\nOn pace.');
  });

  test('says by how much a pair is behind, why, and when it could be mended first', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await agreeVisit(school, 'Maya Brooks', 'Thu 9:00');
    await record('9:30', 'Could not', 'A test');
    expect(await minutes()).toContain(
      '60 minutes = 30 planned + 30 displaced.\n30 minutes behind (30 a test), earliest fix Tuesday at 11:55.',
    );
  });

  test('keeps an agreed visit that a change shut out, with what shut it', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    await school.says('Ms. Rivera', 'testing 9-11 tomorrow');
    expect(await minutes()).toContain('30 displaced + 30 still open.\n30 minutes behind (30 a test)');
  });

  test('says which planned minutes wait for a word', async () => {
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    school.setTo(at(tuesday, '15:00'));
    expect(await minutes()).toContain('30 of the planned minutes are over and wait in “log”.');
  });

  test('names no student and no focus', async () => {
    expect(await minutes()).not.toMatch(/K\.|Otter|motor|OT/);
  });
});

describe('pull-out and consulting', () => {
  const add = async (values: Record<string, string>) => {
    const form = await open('Add pull-out or consulting');
    return school.submits('Maya Brooks', form.name, {
      pairing: await pairingId(),
      minutes: '30',
      date: '2026-11-30',
      ...values,
    });
  };

  test('count towards the mandate, with what the class did meanwhile', async () => {
    await add({ kind: 'pull_out', start: '09:00' });
    expect(await minutes()).toContain('60 minutes = 30 delivered + 30 still open.');
    expect(await minutes()).toContain('Push-in 0, pull-out 30; pull-out took 30 of writing.');
  });

  test('consulting stands apart from the minutes with students', async () => {
    await add({ kind: 'consult', minutes: '10' });
    expect(await minutes()).toContain('60 minutes = 60 still open.');
    expect(await minutes()).toContain('Consulting: 10 minutes, kept apart.');
  });

  test('the second no to a pull-out within four weeks suggests joining the class', async () => {
    const no = { kind: 'pull_out_not', reason: 'student_declined' };
    expect(school.text(school.cardOf(await add(no)))).not.toContain('Joining the class');
    expect(school.text(school.cardOf(await add(no)))).toContain('Joining the class instead may suit better.');
  });

  test.each([
    ['a day to come', { kind: 'consult', date: '2026-12-04' }, 'date'],
    ['nothing chosen', {}, 'kind'],
    ['no reason', { kind: 'pull_out_not' }, 'reason'],
    ['a strange number', { kind: 'consult', minutes: 'x' }, 'minutes'],
    ['somebody else’s pair', { kind: 'consult', pairing: 'x' }, 'pairing'],
  ])('%s is asked about', async (_what, values, fault) => {
    expect(await add(values)).toMatchObject({ kind: 'faults', faults: { [fault]: expect.any(String) } });
  });
});

describe('a mandate that changes', () => {
  const change = async (values: Record<string, string> = {}) => {
    const form = await open('The mandate changed');
    return school.submits('Maya Brooks', form.name, {
      pairing: await pairingId(),
      count: '3',
      minutes: '45',
      period: 'week',
      from: '2026-12-09',
      ...values,
    });
  };

  test('counts from the first whole week on, and leaves the past as it was', async () => {
    const kept = school.cardOf(await change());
    expect(kept.title).toBe('Room 12: 3 × 45 minutes a week from Dec 14 on');
    await school.moveTo(at('2026-12-13', '12:00'));
    expect(await minutes()).toContain('2 × 30 minutes a week\nThis week: 60 minutes');
    await school.moveTo(at('2026-12-14', '07:45'));
    expect(await minutes()).toContain('3 × 45 minutes a week\nThis week: 135 minutes');
    expect(await minutes()).toContain('Since Nov 30: 255 minutes');
  });

  test.each([
    ['no number', { count: 'many' }, 'count'],
    ['no day', { from: '' }, 'from'],
    ['an odd length', { minutes: '7.5' }, 'minutes'],
    ['an unknown period', { period: 'day' }, 'period'],
    ['somebody else’s pair', { pairing: 'x' }, 'pairing'],
  ])('%s is asked about', async (_what, values, fault) => {
    expect(await change(values)).toMatchObject({ kind: 'faults', faults: { [fault]: expect.any(String) } });
  });
});

describe('for a coordinator', () => {
  test('a sum over few people is none', async () => {
    await openOffice(school);
    expect((await school.says(office, 'minutes')).title).toBe('Too few people for a sum');
  });

  test('the organization’s make-up rule is hers to set, and nobody else’s', async () => {
    await openOffice(school);
    const kept = school.cardOf(await school.submits(office, 'minutes.make-up', { rule: 'same_week' }));
    expect(school.text(kept)).toContain('within the same week');
    const refused = school.cardOf(
      await school.submits('Maya Brooks', 'minutes.make-up', { rule: 'same_week' }),
    );
    expect(refused.kind).toBe('only-coordinators');
  });

  test('a sum over many is one figure, without a pair, a name or what teachers asked for', async () => {
    await openOffice(school);
    await stored(school, async (trx) => {
      const [place] = await schools(trx);
      const schoolId = place?.id ?? '';
      for (const name of ['A', 'B', 'C', 'D', 'E']) {
        const teacherId = await addMember(trx, { schoolId, name: `Ms. ${name}`, role: 'teacher' });
        const therapistId = await addMember(trx, {
          schoolId,
          name: `Dr. ${name}`,
          role: 'therapist',
          discipline: 'pt',
        });
        const classroomId = await addClassroom(trx, { schoolId, teacherId, name: `Room ${name}` });
        const pair = { therapistId, teacherId, classroomId, visitCount: 1, visitMinutes: 30 };
        const now = school.clock.now();
        const id = (await invite(trx, { ...pair, focuses: ['gross_motor'], period: 'week' }, now)) ?? '';
        await settlePairing(trx, id, 'invited', 'active');
        await sayMandate(trx, id, { count: 1, minutes: 30, period: 'week', from: '2026-11-30' }, now);
        const noted = {
          pairingId: id,
          date: '2026-11-30',
          minutes: 30,
          kind: 'pull_out',
          missed: null,
        } as const;
        const reason = name === 'A' ? 'teacher_asked' : 'test';
        await noteMinutes(trx, { ...noted, reason }, now);
      }
    });
    const card = await school.says(office, 'minutes');
    expect(school.text(card)).toContain('Since Nov 30: 270 minutes = 150 displaced + 120 still open.');
    expect(school.text(card)).toContain('Displaced by cause: 120 a test, 30 something else.');
    expect(school.text(card)).not.toMatch(/Room|Ms\.|Dr\.|asked/);
  });
});
