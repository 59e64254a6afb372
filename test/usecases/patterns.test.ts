import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, count, got, labels, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

const week = (n: number) => ['2026-12-01', '2026-12-08', '2026-12-15'][n] ?? '';
const lose = async (date: string, reason: string) => {
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  school.setTo(at(date, '9:30'));
  const card = await school.says('Maya Brooks', 'log');
  const why = school.cardOf(await school.tap('Maya Brooks', card, 'Could not'));
  await school.tap('Maya Brooks', why, reason);
};

test('the third visit of one hour that falls through brings a summary that names nobody', async () => {
  await lose(week(0), 'A test');
  school.setTo(at('2026-12-07', '7:45'));
  await lose(week(1), 'A test');
  expect(got(school, 'Maya Brooks', 'slot-pattern')).toEqual([]);
  school.setTo(at('2026-12-14', '7:45'));
  await lose(week(2), 'Called away');
  await school.tick();
  const [pattern] = got(school, 'Maya Brooks', 'slot-pattern');
  expect(pattern && school.text(pattern.card)).toBe(
    [
      'Room 12, Tuesdays at 9:00: 3 times now',
      'Since Dec 1, 3 agreed visits at this time did not take place (2 × a test, 1 × called away): 90 minutes. Another time may work better.',
      'You may pass this on as it is: it names no student and no teacher.',
    ].join('\n'),
  );
});

describe('after six weeks', () => {
  const sixWeeks = '2027-01-11';
  const asked = async () => {
    school.setTo(at(sixWeeks, '7:45'));
    await school.tick();
    const [review] = got(school, 'Maya Brooks', 'pair-review');
    if (!review) throw new Error('nobody asked');
    return review;
  };

  test('the therapist is asked whether it is still right, and once', async () => {
    const review = await asked();
    expect(labels(review.card)).toEqual(['Keep it', 'Another time', 'Another way', 'Stop']);
    await school.tap('Maya Brooks', review.card, 'Keep it', review.ref);
    expect(school.shown(review.ref, 'pair-review').title).toBe('Kept as it is');
    school.setTo(at('2027-01-13', '9:00'));
    await school.tick();
    expect(got(school, 'Maya Brooks', 'pair-review')).toHaveLength(1);
  });

  test('“Stop” asks once more, takes back what is agreed and tells the teacher', async () => {
    const review = await asked();
    await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
    const sure = school.cardOf(await school.tap('Maya Brooks', review.card, 'Stop', review.ref));
    expect(await count(school, 'visits')).toBe(1);
    await school.tap('Maya Brooks', sure, 'Yes, stop', review.ref);
    await school.moveTo(at(sixWeeks, '12:00'));
    const [visit] = await stored(school, (trx) => trx.selectFrom('visits').select('state').execute());
    expect(visit?.state).toBe('withdrawn');
    expect(school.inbox('Ms. Rivera').map(({ card }) => card.title)).toContain(
      'No visits from Maya Brooks for now',
    );
    expect(school.text(await school.says('Maya Brooks', 'minutes'))).toContain('No minutes to count yet');
  });
});
