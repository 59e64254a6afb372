import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../src/core/people.ts';
import { DAY } from '../../src/core/time.ts';
import { addClassroom } from '../../src/store/classrooms.ts';
import { addMember } from '../../src/store/members.ts';
import { addSchool } from '../../src/store/schools.ts';
import { at, type MapleStreet, openMapleStreet, zone } from './maple-street.ts';
import {
  beforeSchool,
  count,
  formOf,
  got,
  idOf,
  invite,
  labels,
  pair,
  pairValues,
  stored,
} from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(() => school.restart(at(...beforeSchool)));
afterAll(() => school.close());

const faultsOf = (answer: Awaited<ReturnType<typeof invite>>) =>
  answer.kind === 'faults' ? answer.faults : answer;

describe('pairing', () => {
  test('opens a form that lists the teachers of both platforms with their rooms', async () => {
    const answer = await school.act('Maya Brooks', { kind: 'words', text: 'pair' });
    if (answer.kind !== 'form') throw new Error('no form');
    const teachers = answer.form.fields.find((field) => field.name === 'teacher');
    expect(teachers?.kind === 'choice' && teachers.options.map((option) => option.label)).toEqual([
      'Mr. Okafor (Room 7)',
      'Ms. Rivera (Room 12)',
      'Somebody else…',
    ]);
  });

  test('tells the schools of a district apart, one’s own first', async () => {
    await stored(school, async (trx) => {
      const schoolId = await addSchool(trx, { name: 'Acorn Hill', zone, first_bell: 490, last_bell: 885 });
      const teacherId = await addMember(trx, { schoolId, name: 'Mr. Birch', role: 'teacher' });
      await addClassroom(trx, { schoolId, teacherId, name: 'Room 12' });
    });
    const { fields } = formOf(await school.act('Maya Brooks', { kind: 'words', text: 'pair' }));
    const teachers = fields.find((field) => field.name === 'teacher');
    expect(teachers?.kind === 'choice' && teachers.options.map((option) => option.label)).toEqual([
      'Mr. Okafor (Room 7, Maple Street School)',
      'Ms. Rivera (Room 12, Maple Street School)',
      'Mr. Birch (Room 12, Acorn Hill)',
      'Somebody else…',
    ]);
  });

  test('sends the teacher one invitation; her yes on Teams reaches the therapist on Slack', async () => {
    const answer = await invite(school, 'Maya Brooks', 'Ms. Rivera');
    expect(school.text(school.cardOf(answer))).toContain('Ms. Rivera gets it now');
    const [invitation, ...more] = got(school, 'Ms. Rivera', 'invitation');
    expect(more).toEqual([]);
    expect(labels(invitation?.card ?? school.cardOf(answer))).toEqual([
      'Yes, let’s try',
      'Not now',
      'What they do',
    ]);
    if (!invitation) throw new Error('no invitation');
    await school.tap('Ms. Rivera', invitation.card, 'Yes, let’s try', invitation.ref);
    expect(school.shown(invitation.ref).title).toBe('You and Maya Brooks work together in Room 12');
    expect(school.last('Maya Brooks').card.title).toBe('Ms. Rivera said yes: Room 12 is open to you');
  });

  test('keeps the invitation back while the teacher has students, and says when it goes', async () => {
    school.setTo(at('2026-11-30', '10:00'));
    const card = school.cardOf(await invite(school, 'Maya Brooks', 'Ms. Rivera'));
    expect(school.text(card)).toContain('Ms. Rivera gets it at 2:45, when no students are around');
    await school.moveTo(at('2026-11-30', '14:44'));
    expect(school.inbox('Ms. Rivera')).toEqual([]);
    await school.moveTo(at('2026-11-30', '14:50'));
    expect(got(school, 'Ms. Rivera', 'invitation').map((message) => message.at)).toEqual([
      at('2026-11-30', '14:45'),
    ]);
  });

  test('asks no reason for a no, which holds for four weeks', async () => {
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const invitation = school.last('Ms. Rivera');
    await school.tap('Ms. Rivera', invitation.card, 'Not now', invitation.ref);
    expect(school.shown(invitation.ref).title).toBe('No visits from Maya Brooks for now');
    expect(school.last('Maya Brooks').card.title).toBe('Ms. Rivera isn’t taking visits for now');
    expect(await invite(school, 'Maya Brooks', 'Ms. Rivera')).toMatchObject({
      kind: 'faults',
      faults: { teacher: expect.stringContaining('said “not now”') },
    });
    school.setTo(at('2027-01-04', '15:00'));
    expect((await invite(school, 'Maya Brooks', 'Ms. Rivera')).kind).toBe('card');
  });

  test('a no tapped in haste can become a yes, and the therapist hears of it', async () => {
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const { card, ref } = school.last('Ms. Rivera');
    await school.tap('Ms. Rivera', card, 'Not now', ref);
    const stale = school.cardOf(await school.tap('Ms. Rivera', card, 'Yes, let’s try', ref));
    expect(stale.title).toBe('No visits from Maya Brooks for now');
    await school.tap('Ms. Rivera', school.shown(ref), 'Yes, after all', ref);
    expect(school.shown(ref).title).toBe('You and Maya Brooks work together in Room 12');
    expect(school.last('Maya Brooks').card.title).toBe('Ms. Rivera said yes: Room 12 is open to you');
    expect(
      await stored(school, (trx) => trx.selectFrom('pairing_mandates').selectAll().execute()),
    ).toHaveLength(1);
  });

  test('is settled by the first tap; a later one only shows how it stands', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    const invitation = school.last('Ms. Rivera');
    const again = school.cardOf(await school.tap('Ms. Rivera', invitation.card, 'Not now', invitation.ref));
    expect(again.title).toBe('You and Maya Brooks work together in Room 12');
    expect(got(school, 'Maya Brooks', 'pairing-status')).toHaveLength(1);
  });

  test('refuses a tap on somebody else’s invitation', async () => {
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const { card } = school.last('Ms. Rivera');
    for (const other of ['Mr. Okafor', 'Maya Brooks', 'Jonah Price'] as const) {
      expect(school.cardOf(await school.tap(other, card, 'Yes, let’s try')).kind).toBe('outdated');
    }
    const states = await stored(school, (trx) => trx.selectFrom('pairings').select('state').execute());
    expect(states).toEqual([{ state: 'invited' }]);
  });

  test('is for therapists: a teacher is told so and gets no form', async () => {
    expect((await school.says('Ms. Rivera', 'pair')).kind).toBe('only-therapists');
  });
});

describe('pairing twice', () => {
  test('is refused while the invitation is on its way and after the yes', async () => {
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const sentence = 'You and Ms. Rivera are already paired for Room 12, or the invitation is on its way.';
    expect(faultsOf(await invite(school, 'Maya Brooks', 'Ms. Rivera'))).toEqual({ teacher: sentence });
    const invitation = school.last('Ms. Rivera');
    await school.tap('Ms. Rivera', invitation.card, 'Yes, let’s try', invitation.ref);
    expect(faultsOf(await invite(school, 'Maya Brooks', 'Ms. Rivera'))).toEqual({ teacher: sentence });
  });

  test('makes one pairing and one invitation of two submits at once', async () => {
    const answers = await Promise.all([
      invite(school, 'Maya Brooks', 'Ms. Rivera'),
      invite(school, 'Maya Brooks', 'Ms. Rivera'),
    ]);
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['card', 'faults']);
    expect(await count(school, 'pairings')).toBe(1);
    expect(got(school, 'Ms. Rivera', 'invitation')).toHaveLength(1);
  });

  test('is no matter for two therapists of one room', async () => {
    await pair(school, 'Maya Brooks', 'Ms. Rivera');
    await pair(school, 'Jonah Price', 'Ms. Rivera', { students: 'otter' });
    expect(await count(school, 'pairings')).toBe(2);
  });
});

describe('a faulty form', () => {
  const cases: [string, Record<string, string | string[]>, string][] = [
    ['no alias', { students: '' }, 'students'],
    ['an alias of nothing but marks', { students: '…' }, 'students'],
    ['an alias that looks like a full name', { students: 'Kevin Miller' }, 'students'],
    ['an alias as long as a story', { students: 'the one with the red shoes and the dog' }, 'students'],
    [
      'a kept name longer than forty letters',
      { students: `Kevin ${'M'.repeat(1)}${'i'.repeat(40)}`, keep: ['yes'] },
      'students',
    ],
    ['no focus', { focuses: [] }, 'focuses'],
    [
      'more focus areas than one can work on',
      {
        focuses: ['fine_motor', 'handwriting', 'sensory', 'regulation', 'articulation', 'language', 'social'],
      },
      'focuses',
    ],
    ['a number of visits that was not offered', { count: '99' }, 'count'],
    ['half a visit', { count: '2.5' }, 'count'],
    ['minutes in words', { minutes: 'many' }, 'minutes'],
    ['another teacher’s room', { room: 'room 7' }, 'room'],
    ['a teacher who is not here', { teacher: 'nobody' }, 'teacher'],
    ['somebody else without a name or room', { teacher: 'new' }, 'newTeacher'],
  ];
  test.each(cases)(
    'with %s is explained at its field and leaves nothing behind',
    async (_what, values, field) => {
      const answer = await invite(school, 'Maya Brooks', 'Ms. Rivera', values);
      expect(Object.keys(faultsOf(answer))).toContain(field);
      expect(await count(school, 'pairings')).toBe(0);
      expect(await count(school, 'members')).toBe(4);
      expect(school.sent).toEqual([]);
    },
  );

  test('explains why a full name is unsafe, and keeps it once the therapist insists', async () => {
    const refused = faultsOf(await invite(school, 'Maya Brooks', 'Ms. Rivera', { students: 'Kevin Miller' }));
    expect(refused).toEqual({ students: expect.stringContaining('“Kevin Miller” looks like a full name') });
    await invite(school, 'Maya Brooks', 'Ms. Rivera', { students: 'Kevin Miller', keep: ['yes'] });
    const kept = await stored(school, (trx) => trx.selectFrom('students').select('alias').execute());
    expect(kept).toEqual([{ alias: 'Kevin Miller' }]);
  });
});

test('the card that said the invitation is on its way says the yes as well, where it stands', async () => {
  const answer = await invite(school, 'Maya Brooks', 'Ms. Rivera');
  if (answer.kind !== 'card') throw new Error('no card');
  expect(answer.card.title).toBe('Invitation for Ms. Rivera, Room 12');
  await answer.shown?.({ id: 'receipt' });
  const question = school.last('Ms. Rivera');
  await school.tap('Ms. Rivera', question.card, 'Yes, let’s try', question.ref);
  const yes = 'Ms. Rivera said yes: Room 12 is open to you';
  expect(school.shown({ id: 'receipt' }).title).toBe(yes);
  expect(school.inbox('Maya Brooks').map(({ card }) => card.title)).toEqual([yes]);
});

describe('a teacher who is not in the organization', () => {
  const account = (userId: string): Address => ({
    platform: 'teams',
    tenantId: 'tenant-1',
    userId,
    conversation: { id: userId },
  });
  const newTeacher = { ...pairValues, teacher: 'new', newTeacher: 'Ms. Lee', room: 'Room 20' };
  const codeIn = (title = ''): string => {
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(title)?.[0];
    if (!code) throw new Error(`no code in ${title}`);
    return code;
  };
  const codeFor = async (): Promise<string> =>
    codeIn(school.cardOf(await school.submits('Maya Brooks', 'pair', newTeacher)).title);

  test('becomes known by the code her therapist passes on, and the invitation follows on her platform', async () => {
    const code = await codeFor();
    const welcome = await school.says(account('T-LEE'), ` ${code.toLowerCase()} `);
    expect(welcome.title).toBe('Hello, Ms. Lee');
    const invitation = school.sent.at(-1);
    expect(invitation?.to).toBe('T-LEE');
    expect(invitation?.card.title).toBe('Maya Brooks would like to work in your room');
    const action = invitation?.card.actions[0];
    await school.act(account('T-LEE'), {
      kind: 'tap',
      action: action?.name ?? '',
      ref: action?.ref ?? '',
      value: 'yes',
    });
    expect(school.last('Maya Brooks').card.title).toBe('Ms. Lee said yes: Room 20 is open to you');
  });

  test.each([
    ['a wrong code', async () => 'ABCD-EFGH'],
    [
      'a code that was used',
      async () => {
        const code = await codeFor();
        await school.says(account('T-LEE'), code);
        return code;
      },
    ],
    [
      'a code older than thirty days',
      async () => {
        const code = await codeFor();
        school.setTo(at(...beforeSchool) + 31 * DAY);
        return code;
      },
    ],
  ])('gets a clear sentence for %s, and stays unknown', async (_which, code) => {
    const words = await code();
    expect((await school.says(account('T-OTHER'), words)).title).toBe('I don’t know that code');
    expect((await school.says(account('T-OTHER'), 'week')).kind).toBe('newcomer');
  });

  test('typed by somebody known already, a code is not used up', async () => {
    const code = await codeFor();
    expect((await school.says('Mr. Okafor', code)).title).toBe('I already know you as Mr. Okafor');
    expect((await school.says(account('T-LEE'), code)).title).toBe('Hello, Ms. Lee');
  });

  test('gets both invitations with one code when two therapists wait for her', async () => {
    await codeFor();
    const second = school.cardOf(await invite(school, 'Jonah Price', 'Ms. Lee'));
    const code = codeIn(second.title);
    await school.says(account('T-LEE'), code);
    const pushes = school.sent.filter((sent) => sent.to === 'T-LEE').map((sent) => sent.card.push);
    expect(pushes.toSorted()).toEqual([
      'Jonah Price would like to work in your room',
      'Maya Brooks would like to work in your room',
    ]);
  });

  test('whose code was lost or grew too old is given a new one by pairing again', async () => {
    await codeFor();
    school.setTo(at(...beforeSchool) + 31 * DAY);
    const again = school.cardOf(await invite(school, 'Maya Brooks', 'Ms. Lee'));
    expect((await school.says(account('T-LEE'), codeIn(again.title))).title).toBe('Hello, Ms. Lee');
    expect(await count(school, 'pairings')).toBe(1);
  });

  test('is one person, however often the form is sent', async () => {
    await codeFor();
    const again = await school.submits('Maya Brooks', 'pair', newTeacher);
    expect(Object.keys(faultsOf(again))).toEqual(['room']);
    expect(await idOf(school, 'Ms. Lee')).not.toBe('');
    expect(await count(school, 'members')).toBe(5);
  });
});
