import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSchoolClock } from '../../src/core/calendar/school-clock.ts';
import type { FormValues } from '../../src/core/form.ts';
import { calendarOf } from '../../src/store/calendars.ts';
import { schools } from '../../src/store/schools.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, labels, office, openOffice, stored } from './scenes.ts';

let school: MapleStreet;
const coordinator = office;

beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await openOffice(school);
});
afterAll(() => school.close());

const calendar = () =>
  stored(school, async (trx) => {
    const [only] = await schools(trx);
    return calendarOf(trx, only?.id ?? '');
  });

const values: FormValues = {
  template: 'elementary',
  firstBell: '08:30',
  lastBell: '15:00',
  lunch: '11:45',
  firstDay: '',
  lastDay: '',
  daysOff: 'Dec 24 to Jan 1 Winter recess\n1/18/2027 MLK Day',
};
const save = (more: FormValues = {}) => school.submits(coordinator, 'school', { ...values, ...more });

const form = async () => {
  const answer = await school.act(coordinator, { kind: 'tap', action: 'school.open', ref: '' });
  if (answer.kind !== 'form') throw new Error(`no form but ${answer.kind}`);
  return Object.fromEntries(answer.form.fields.map((field) => [field.name, field.value]));
};

describe('a coordinator tells the school day', () => {
  test('behind settings, where nobody else finds it', async () => {
    expect(labels(await school.says(coordinator, 'settings'))).toContain('School day');
    for (const name of ['Ms. Rivera', 'Maya Brooks'] as const) {
      expect(labels(await school.says(name, 'settings'))).not.toContain('School day');
      const answer = await school.act(name, { kind: 'tap', action: 'school.open', ref: '' });
      expect(school.text(school.cardOf(answer))).toContain('That is for the school’s coordinator');
      const saved = await school.submits(name, 'school', values);
      expect(school.text(school.cardOf(saved))).toContain('That is for the school’s coordinator');
    }
    expect((await calendar()).closed).toEqual([]);
  });

  test('in one form: bells, lunch, days off', async () => {
    const card = school.cardOf(await save());
    expect(school.text(card).split('\n')).toEqual([
      'The school day as I know it',
      'Early release 8:30–1:00',
      'Late start 10:30–3:00',
      'Regular 8:30–3:00',
      '8 days off to come, next Thu, Dec 24 (Winter recess).',
    ]);
    const told = await calendar();
    expect(told.usualDayType).toBe('Regular');
    expect(told.dayTypes.find(({ name }) => name === 'Regular')?.periods).toEqual([
      { name: 'Lunch', start: 705, end: 735 },
    ]);
    const clock = createSchoolClock(told);
    expect(clock.day('2026-12-28')).toBeUndefined();
    expect(clock.day('2027-01-04')?.dayType.firstBell).toBe(510);
  });

  test('and sees it again in the form, to change what is different', async () => {
    await save();
    expect(await form()).toEqual({
      template: 'keep',
      firstBell: '08:30',
      lastBell: '15:00',
      lunch: '11:45',
      firstDay: undefined,
      lastDay: undefined,
      daysOff: '2026-12-24 to 2027-01-01 Winter recess\n2027-01-18 MLK Day',
    });
    await save({ template: 'keep', lastBell: '14:30', daysOff: '2027-01-18 MLK Day' });
    const told = await calendar();
    expect(told.closed).toEqual([{ date: '2027-01-18', name: 'MLK Day' }]);
    expect(told.dayTypes.find(({ name }) => name === 'Regular')).toMatchObject({
      firstBell: 510,
      lastBell: 870,
    });
  });

  test('with seven periods, or a cycle that counts from the first day of school', async () => {
    await save({ template: 'middle' });
    expect((await calendar()).dayTypes.find(({ name }) => name === 'Regular')?.periods).toHaveLength(8);
    await save({ template: 'specials', firstDay: '2026-11-30', lastDay: '2027-06-25' });
    const clock = createSchoolClock(await calendar());
    expect(clock.day('2026-11-30')?.cycleDays).toEqual({ Specials: '1' });
    expect(clock.day('2026-12-08')?.cycleDays).toEqual({ Specials: '1' });
  });

  test('and whoever waits for a free minute is given the new one', async () => {
    await save({ daysOff: '2026-12-01 Snow day' });
    expect(school.text(await school.says('Ms. Rivera', 'settings'))).not.toContain(
      'I don’t write to you at all',
    );
    school.setTo(at('2026-12-01', '09:00'));
    expect(school.text(await school.says('Ms. Rivera', 'settings'))).toContain('I don’t write to you at all');
  });
});

describe('what cannot be is said at its field, and nothing changes', () => {
  test.each([
    [
      'a last bell before the first',
      { lastBell: '08:00' },
      'lastBell',
      'The last bell has to come after the first.',
    ],
    ['a first bell that is no time', { firstBell: 'early' }, 'firstBell', 'Please give a time'],
    ['lunch in the night', { lunch: '20:00' }, 'lunch', 'Lunch has to be between the bells.'],
    [
      'a cycle without a first day',
      { template: 'specials' },
      'firstDay',
      'counts from the first day of school',
    ],
    [
      'a year that ends before it starts',
      { firstDay: '2027-06-01', lastDay: '2026-09-01' },
      'lastDay',
      'has to come after the first',
    ],
    [
      'a day off that is no date',
      { daysOff: 'the day after Thanksgiving' },
      'daysOff',
      '“the day after Thanksgiving”: expected dates like',
    ],
    ['a template nobody has', { template: 'castle' }, 'template', 'Please choose one.'],
  ])('%s', async (_, wrong, name, says) => {
    const answer = await save(wrong);
    expect(answer).toMatchObject({ kind: 'faults', faults: { [name]: expect.stringContaining(says) } });
    expect((await calendar()).closed).toEqual([]);
  });
});

describe('a teacher who has told nothing yet', () => {
  const guess = async (): Promise<string> => {
    const opened = await school.tap('Ms. Rivera', await school.says('Ms. Rivera', 'routine'), 'Tell my week');
    if (opened.kind !== 'form') throw new Error('no form');
    const [words] = opened.form.fields;
    return (words?.kind === 'text' && words.value) || '';
  };

  test('finds a first guess from the school’s bells in her form, and it reads back as it is', async () => {
    await save();
    const words = await guess();
    expect(words.split('\n')).toEqual([
      'arrival every day 8:30–8:40',
      'morning meeting every day 8:40–9:00',
      'reading every day 9:00–10:40',
      'math every day 10:40–11:45',
      'lunch every day 11:45–12:15',
      'recess every day 12:15–12:35',
      'writing every day 12:35–1:20',
      'specials every day 1:20–2:05',
      'science every day 2:05–2:50',
      'dismissal every day 2:50–3:00',
    ]);
    const opened = await school.tap('Ms. Rivera', await school.says('Ms. Rivera', 'routine'), 'Tell my week');
    if (opened.kind !== 'form') throw new Error('no form');
    const saved = school.cardOf(await school.submits('Ms. Rivera', 'routine', { words }, opened.form.ref));
    for (const line of words.split('\n')) expect(school.text(saved).toLowerCase()).toContain(line);
  });

  test('of a middle school finds its periods', async () => {
    await save({ template: 'middle' });
    expect((await guess()).split('\n').filter((line) => line.startsWith('something else'))).toHaveLength(7);
  });

  test('of a school without bells but first and last finds an empty form', async () => {
    expect(await guess()).toBe('');
  });
});
